"""German phrases of urgency, standstill, faults, complaint and consequence."""

from handover.language.rule import Rule

RULES = (
    Rule(
        "urgent",
        find="""
        dringend*
        eilt
        eilig*
        eilbedürftig
        sofort|umgehend|unverzüglich|schnellstmöglich|schnellstens|baldmöglichst|asap|a.s.a.p|
            dringlichkeit|dringlichst
        so schnell wie|es möglich|geht
        sofortig*|umgehend*|unverzüglich*|schnellstmöglich*
        ohne verzug|aufschub
        höchste|höchster|oberste|hohe priorität|dringlichkeit|eile
        prio 1|eins
        prio1|prio-1
        notfall|notfalls
        brennt
        es ist fünf vor zwölf
        keinen aufschub
        zeitkritisch*
        kritisch*
        """,
        unless="""
        nicht|kein*|weniger|wenig ... dringend*|eilig*|eile|kritisch*|notfall|dringlichkeit
        eilt .. nicht|kein*
        nicht sofort
        sofort lieferbar|verfügbar|geantwortet|gemeldet|reagiert|geholfen
        ab sofort
        sofort ... geantwortet|geholfen|reagiert
        dringende* sicherheitswarnung|sicherheitshinweis
        notfallplan|notfallnummer|notfallkontakt|notfalls
        dringend empfohlen
        unkritisch*|kritisch hinterfragen|nicht-kritisch*
        hat keine eile
        """,
        yes="""
        Das ist dringend, bitte melden Sie sich.
        Wir brauchen die Teile umgehend.
        Es eilt!
        """,
        no="""
        Es ist nicht dringend.
        Das eilt nicht.
        Der Artikel ist sofort lieferbar.
        Ab sofort gelten neue Preise.
        Wir kümmern uns umgehend darum.
        """,
    ),
    Rule(
        "urgent_soft",
        find="""
        möglichst schnell|bald|rasch|zeitnah|zügig|umgehend
        schnell|schnelle|rasche|zügige|rasch ... lösung|hilfe|antwort|abhilfe|klärung|unterstützung|
            rückmeldung|bearbeitung|reaktion
        heute noch
        noch heute
        so bald wie
        schnelle*
        kurzfristig ... hilfe|lösung|brauchen|benötigen|liefern|termin
        priorität
        eskalation
        eskalieren
        zeitdruck
        frist
        """,
        unless="""
        kein* eile|zeitdruck|frist
        schneller als
        """,
        yes="Wir brauchen heute noch eine Antwort.",
        no="Die Antwort kam prompt.",
    ),
    Rule(
        "deadline",
        find="""
        bis|spätestens heute|morgen|mittag|feierabend|abend ... uhr|abend|früh|mittag|brauchen|benötigen|
            spätestens
        bis heute|morgen
        bis spätestens
        heute|morgen bis|um|noch vor ... uhr
        frist läuft|endet|verstreicht ... ab|heute|morgen
        letzte|letzter frist|termin
        messe|abnahme|audit|inbetriebnahme|lieferung|prüfung|termin|vorstellung ist? heute|morgen|übermorgen
        innerhalb|binnen von? 24|48|einer|zwei stunden|stunde
        in|innerhalb einer|zwei|drei stunde|stunden
        """,
        unless="""
        guten morgen
        von montag bis
        """,
        yes="Wir brauchen das bis heute 15 Uhr.",
        no="Guten Morgen, hier die Unterlagen.",
    ),
    Rule(
        "outage",
        find="""
        {plant} steht|stehen|stillsteht|still
        {plant} ist|sind seit|heute|komplett|wieder|erneut|total|seit .. ausgefallen|down|defekt|offline|
            tot|gestört
        {plant} ... ausgefallen|abgestürzt|zusammengebrochen|lahmgelegt|stillgelegt|gestoppt|unbrauchbar
        {plant} läuft|startet|reagiert|antwortet|funktioniert nicht|nicht|garnicht
        {plant} nicht erreichbar|verfügbar
        nicht|nirgends mehr? erreichbar|verfügbar|betriebsbereit
        unerreichbar
        stillstand|produktionsstillstand|bandstillstand|anlagenstillstand|produktionsausfall|totalausfall|
            systemausfall|serverausfall|stromausfall|netzausfall|serviceausfall|dienstausfall
        kompletter|totaler|vollständiger|weitreichender|systemweiter|großflächiger|schwerwiegender|
            kritischer ausfall|störung|stillstand|absturz
        ausfall der|des|unserer|unseres|von|bei|in|im
        produktion|betrieb|geschäft|versand|band|linie ... steht|stillsteht|lahmgelegt|unterbrochen|
            eingestellt|gestoppt|ruht
        komplett|vollständig|gänzlich ausgefallen|lahmgelegt|blockiert|unbrauchbar|gesperrt
        lahmgelegt|lahmlegt|zum erliegen
        können|kann nicht|nichts mehr? .. arbeiten|produzieren|liefern|versenden|buchen|fakturieren|
            ausliefern|verladen
        kann|können nicht mehr arbeiten|produzieren|liefern|versenden
        mehrere|alle|sämtliche|hunderte nutzer|benutzer|anwender|kunden|mitarbeiter|
            standorte ... betroffen|nicht
        """,
        unless="""
        läuft|funktioniert|geht wieder
        gelegentlich*|sporadisch*
        """,
        yes="""
        Die Anlage steht seit heute früh.
        Der Server ist nicht erreichbar.
        Wir haben einen Produktionsstillstand.
        """,
        no="""
        Die Anlage läuft wieder.
        Der Server wurde letzte Woche erneuert.
        """,
    ),
    Rule(
        "incident",
        find="""
        datenverlust|datenleck|datenpanne|datenschutzverletzung|sicherheitsvorfall|sicherheitsverletzung|
            sicherheitslücke|cyberangriff|hackerangriff|ransomware|phishing-angriff|kompromittiert|
            kompromittierung|datensicherheitsverletzung|sicherheitsproblem|sicherheitsvorfälle
        unbefugt*|unautorisiert*|unberechtigt* ... zugriff|zugriffe|zugang|transaktion*
        verletzung|kompromittierung der|von|des ... daten|patientendaten|kundendaten|sicherheit
        daten ... gestohlen|verloren|gelöscht|offengelegt|verschwunden
        unfall|verletzt|verletzte|brand|feuer|gasaustritt|lebensgefahr|gefahr
        datensicherheit|patientendaten|medizinische* ... gefährdet|verletzung|risiko|sicherheit
        sicherheitsrisiko*|malware|schadsoftware|angriff
        """,
        unless="""
        schutz vor
        zur vermeidung von
        """,
        yes="Wir haben einen Sicherheitsvorfall festgestellt.",
        no="Die Schulung war gut.",
    ),
    Rule(
        "problem",
        find="""
        funktioniert|funktionieren|geht|gehen|klappt|läuft|startet|öffnet|lädt|reagiert ... nicht|nichts
        fehler|fehlermeldung|fehlermeldungen|störung|problem|probleme|schwierigkeiten ... mit|bei|beim|in|
            im|seit|auf|tritt|erscheint|kommt|auftritt
        habe|haben|hat|gibt es ein|einen|eine|leider|seit|folgendes|immer|große ... problem|probleme|
            fehler|störung|schwierigkeiten|fehlermeldung
        kann|können|lässt ... nicht .. mehr? öffnen|starten|drucken|anmelden|einloggen|speichern|
            installieren|aufrufen|finden|nutzen|exportieren|ändern|löschen|herunterladen|senden|empfangen
        abgestürzt|stürzt|abstürze|absturz|hängt|eingefroren
        nicht mehr
        es erscheint|kommt|kommen
        fehlgeschlagen|schlägt fehl
        """,
        unless="""
        kein* problem|probleme|fehler
        ohne probleme
        nicht mehr nötig|notwendig|erforderlich|relevant
        problem ... gelöst|behoben|erledigt
        """,
        yes="""
        Der Drucker funktioniert seit gestern nicht.
        Wir haben ein Problem mit der Steuerung.
        """,
        no="Kein Problem, das passt.",
    ),
    Rule(
        "complaint",
        find="""
        beschwer*
        beschwerde
        reklamation*
        reklamier*
        mangelhaft*
        unzufrieden
        nicht|alles .. zufrieden
        enttäusch*
        inakzeptabel
        unzumutbar*
        unverschämt*
        nicht|kaum .. akzeptabel|hinnehmbar|tragbar|nachvollziehbar|zumutbar
        so geht das|es nicht
        so kann|darf es|das nicht
        kann|darf doch nicht wahr|sein
        das kann|ist doch nicht sein|wahr
        frechheit|zumutung|unverschämtheit|sauerei|schweinerei|armutszeugnis|trauerspiel|katastrophe|witz|
            skandal
        unter aller sau|kanone
        schlechter|miserabler|mieser|lausiger|schlechte|katastrophale|grottiger|unterirdischer service|
            kundenservice|kundendienst|qualität|kommunikation|betreuung|support
        fühle|fühlen mich|uns ... verarscht|veräppelt|hingehalten|vertröstet|im stich|alleingelassen|
            abgewimmelt|nicht ernst|betrogen
        hingehalten|vertröstet|abgewimmelt|ignoriert
        lasse|lassen ... nicht .. gefallen|bieten
        verärgert|sauer|stinksauer|empört|wütend|genervt
        nie|niemals wieder
        nie mehr ... kaufen|bestellen|buchen|fahren
        nerv* langsam|nur|gewaltig|mich|uns
        haben|habe ... genug|satt|schnauze
        ist mir|uns ... unverständlich|unbegreiflich|schleierhaft
        völlig|vollkommen|absolut inakzeptabel|unprofessionell|unbrauchbar|unverständlich|indiskutabel
        unprofessionell
        entspricht|entsprechen nicht .. vereinbarung|vereinbarungen|erwartungen|bestellung|spezifikation|
            vertrag
        anders vereinbart|besprochen|bestellt|zugesagt
        zum kotzen
        """,
        unless="""
        kein* beschwerde*|reklamation*|grund
        nicht unzufrieden|enttäuscht
        beschwerdemanagement|reklamationsmanagement|reklamationsabteilung|beschwerdestelle
        nie wieder probleme
        werden|wurden|wurde nicht enttäuscht
        """,
        yes="""
        Ich möchte mich über die Lieferung beschweren.
        Wir sind mit der Abwicklung nicht zufrieden.
        So geht das nicht.
        Das ist eine Zumutung.
        """,
        no="""
        Ich habe keine Beschwerde.
        Wir sind nicht unzufrieden.
        Die Garantie soll aufrechterhalten bleiben.
        """,
    ),
    Rule(
        "service_fault",
        find="""
        falsch* geliefert|ware|artikel|teil|teile|rechnung|menge|berechnet|lieferung
        verspät*
        zu spät
        defekt*|beschädigt*|kaputt*|fehlerhaft*|unvollständig*|fehlend*
        nicht|nie ... geliefert|angekommen|eingehalten|eingetroffen|erschienen|gekommen
        falschlieferung|fehllieferung|transportschaden|lieferverzug|verzug
        trotz zusage|vereinbarung|versprechen|bestätigung
        entgegen ... zusage|vereinbarung|absprache
        doppelt|falsch|zuviel|zu viel abgebucht|berechnet|verrechnet|belastet
        nicht wie vereinbart|besprochen|bestellt|zugesagt|versprochen
        warteschleife
        niemand|keiner ... zuständig|erreichbar|geholfen|abgehoben|ans telefon
        geht niemand|keiner ... ans|ran
        """,
        unless="""
        wäre es zu spät
        nicht zu spät
        """,
        yes="""
        Sie haben uns die falschen Teile geliefert, die Rechnung passt auch nicht: falsch berechnet.
        Die Ware kam verspätet an.
        """,
        no="Die Ware kam pünktlich an.",
    ),
    Rule(
        "angry",
        find="""
        verdammt*|scheiß*|scheiss*|kotzt|verarsch*|saftladen|sauladen|mistladen|drecksladen
        na toll|super|klasse|bravo|prima
        vielen dank auch
        danke für nichts
        schönen dank auch
        herzlichen glückwunsch ... wieder
        was soll das|der|die|dieser
        wollen|will sie|man|ihr mich|uns ... verarschen|veräppeln|verkaufen
        wie lange soll|wollen|muss
        das darf doch
        geht's noch
        sagen sie|sag mal
        ich fasse es nicht
        unfassbar|unglaublich*|ungeheuerlich*
        """,
        unless="unglaublich gut|schön|toll|nett|freundlich|dankbar|lieb",
        yes="""
        Na toll, schon wieder die falsche Ware.
        Danke für nichts!
        """,
        no="Das war unglaublich nett von Ihnen.",
    ),
    Rule(
        "threat",
        find="""
        kündige|kündigen|kündigt .. hiermit|den|unseren|meinen|fristlos|vertrag|sofort
        fristlos* kündig*
        zur kündigung
        kündigung aus|des|unseres|meines|zum|ein|einreichen
        anwalt|anwältin|rechtsanwalt|rechtsanwältin|anwalts|anwälte|rechtsabteilung .. einschalten|
            übergeben|eingeschaltet|weiter|beauftragen|beauftragt|wenden|hinzuziehen|hören|prüfen
        meinem|unserem|meinen|unseren|einem|einen|mein|unser|zum anwalt|rechtsanwalt|anwältin
        rechtsschutz*
        rechtliche|rechtlichen|juristische|gerichtliche|zivilrechtliche|strafrechtliche schritte|
            schritten|konsequenzen|maßnahmen|mittel
        klage einreichen|erheben
        verklagen|verklage
        strafanzeige|anzeige erstatten|gegen
        vertragsstrafe*|pönale|pönalen|konventionalstrafe
        schadensersatz|schadenersatz
        letztmalig*|letztmals
        letzte mahnung|frist|chance|aufforderung
        mahnverfahren|inkasso
        frist setzen|gesetzt
        setze|setzen ... frist
        fristsetzung
        in verzug .. setzen|gesetzt|inverzugsetzung
        verbraucherzentrale|verbraucherschutz|schlichtungsstelle|bundesnetzagentur|bafin|ombudsmann
        zahlung|zahlungen|rechnung|betrag ... einbehalten|zurückhalten|kürzen|zurückbehalten
        vom vertrag|kauf|auftrag ... zurück*
        rücktritt vom
        auftrag|bestellung|aufträge|vertrag ... entziehen|stornieren|storniere|beenden|kündigen|annullieren
        storniere|stornieren|storno
        wechseln|wechsle ... anbieter|lieferanten|konkurrenz|wettbewerber|wettbewerb
        anbieter|lieferanten|anwalt|dienstleister wechseln
        konkurrenz|wettbewerber|wettbewerb|mitbewerber wechseln|gehen|wenden|beauftragen|kaufen|bestellen
        zur|zum konkurrenz|wettbewerber|wettbewerb|mitbewerber
        andere* anbieter|lieferanten|dienstleister|partner .. suchen|umsehen|beauftragen|wenden
        bewertung|rezension ... schreiben|abgeben|veröffentlichen|google|öffentlich
        öffentlich machen
        presse ... informieren|wenden|einschalten
        an die presse|öffentlichkeit
        rechnung ... nicht .. bezahlen|zahlen
        deckungskauf|ersatzvornahme
        """,
        unless="""
        kündigen .. an
        kündigt .. an
        kündigungsbestätigung
        anwaltskanzlei
        staatsanwalt*
        nicht ... kündigen|stornieren
        kein* anwalt|kündigung
        """,
        yes="""
        Wir kündigen hiermit den Vertrag.
        Ich übergebe die Sache meinem Anwalt.
        Wir behalten uns rechtliche Schritte vor.
        Dann gehen wir zum Wettbewerber.
        """,
        no="""
        Die neue Version kündigen wir an, sobald sie fertig ist.
        Der Sturm kündigt sich an.
        Die Staatsanwaltschaft ermittelt.
        Ihre Kündigungsbestätigung liegt bei.
        """,
    ),
    Rule(
        "threat_soft",
        find="""
        kündigen
        kündigung
        konsequenzen
        weitere schritte
        behalten uns .. vor
        behalte mir .. vor
        zusammenarbeit ... beenden|überdenken|fortsetzen|infrage
        umsehen
        geld zurück
        erstattung|rückerstattung|minderung ... fordern|verlangen|fordere|verlange|erwarte
        """,
        unless="""
        kündigen .. an
        kündigt .. an
        kündigungsbestätigung
        nicht ... kündigen
        wie kann ich ... kündigen
        """,
        yes="Sonst behalten wir uns weitere Schritte vor.",
        no="Wir kündigen die Termine rechtzeitig an.",
    ),
    Rule(
        "higher_up",
        find="""
        ihr|ihre|ihren|ihrem|ihrer|dein|deinen|deinem|eure|euren|eurer|seinen|ihres .. {boss}
        mein|meine|meinen|meinem|unser|unsere|unseren|unserem|unserer {boss} ... informiert|eingeschaltet|
            weiter|vorlegen|gefragt|wissen|besprechen|kopie|cc
        an|mit|bei die|der|den|dem|ihre|ihren|ihrer {boss} .. wenden|sprechen|beschweren|weiter*|melden|
            eskalieren
        {boss} sprechen|einschalten|informieren|kontaktieren|wenden|verlangen|zu sprechen
        {boss} in kopie|cc|verteiler
        nehme|nehmen|setze ... {boss} ... cc|kopie|verteiler
        wende|wenden ich|wir mich|uns ... an sie .. als {boss}
        eskaliere|eskalieren|eskaliert .. das|den|die|ich|wir|hiermit|an|zu
        eine ebene|stufe höher
        höherer|höchster stelle|ebene
        wer ist ... {boss}
        """,
        unless="""
        beste grüße
        """,
        yes="""
        Ich wende mich jetzt an Ihren Vorgesetzten.
        Bitte nennen Sie mir Ihre Geschäftsführung.
        """,
        no="""
        Der Geschäftsführer ist im Urlaub.
        Die Leitung der Halle 2 ist undicht.
        """,
    ),
)
