"""German phrases of urgency, standstill, danger and faults."""

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
        blockiert , ... nimmt|geht|läuft|nichts|keine
        {plant} ... blockiert|klemmt|bleibt stehen|steht
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
        hätte|hätten|wäre|wären|könnte|könnten ... stillstand|ausfall
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
        hängt ... an|bei|anbei
        """,
        yes="""
        Der Drucker funktioniert seit gestern nicht.
        Wir haben ein Problem mit der Steuerung.
        """,
        no="Kein Problem, das passt.",
    ),
)
