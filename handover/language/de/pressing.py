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
        sofort|dringlichst
        sofortig*|unverzüglich*
        aufgrund|wegen der? dringlichkeit
        ohne verzug|aufschub
        höchste|höchster|oberste priorität|dringlichkeit|eile
        prio 1|eins
        prio1|prio-1
        notfall
        brennt
        es ist fünf vor zwölf
        keinen aufschub
        kritisch* problem|fehler|ausfall|lage|zustand|situation|vorfall|störung|fall|sicherheitsproblem
        schwerwiegend*|gravierend* problem|probleme|fehler|ausfall|störung|vorfall|störungen|mangel|
            auswirkungen
        geschäftskritisch*|betriebskritisch*|produktionskritisch*
        asap|a.s.a.p
        jede minute|stunde zählt
        stehen alle|still
        warten alle
        """,
        unless="""
        nicht|kein*|weniger|wenig|etwas ... dringend*|eilig*|eile|kritisch*|notfall|dringlichkeit
        eilt .. nicht|kein*
        nicht sofort
        sofort lieferbar|verfügbar|geantwortet|gemeldet|reagiert|geholfen
        ab sofort
        sofort ... geantwortet|geholfen|reagiert
        dringende* sicherheitswarnung|sicherheitshinweis
        notfallplan|notfallnummer|notfallkontakt|notfalls
        im notfall
        dringend empfohlen
        hat keine eile
        """,
        yes="""
        Das ist dringend, bitte melden Sie sich.
        Wir brauchen die Teile sofort.
        Es eilt!
        """,
        no="""
        Es ist nicht dringend.
        Das eilt nicht.
        Der Artikel ist sofort lieferbar.
        Ab sofort gelten neue Preise.
        Wir kümmern uns sofort darum.
        """,
    ),
    Rule(
        "urgent_soft",
        find="""
        umgehend|schnellstmöglich|schnellstens|baldmöglichst|dringlichkeit
        umgehend*|schnellstmöglich*
        so schnell wie|es möglich|geht
        zeitkritisch*
        kritisch*
        hohe priorität|dringlichkeit
        priorisier*
        möglichst schnell|bald|rasch|zeitnah|zügig|umgehend
        schnell|schnelle|rasche|zügige|rasch ... lösung|hilfe|antwort|abhilfe|klärung|unterstützung|
            rückmeldung|
            bearbeitung|reaktion
        heute noch
        noch heute
        so bald wie
        schnelle*
        kurzfristig ... hilfe|lösung|brauchen|benötigen|liefern|termin
        eskalation
        eskalieren
        zeitdruck
        frist
        zählen auf sie
        hilfe
        erheblich|massiv|stark beeinträchtigt|gestört|beeinträchtigen|behindert|beeinträchtigung
        """,
        unless="""
        kein* eile|zeitdruck|frist
        schneller als
        nicht|weniger|etwas ... kritisch*|zeitkritisch*
        unkritisch*|nicht-kritisch*
        kritisch hinterfragen|geprüft
        danke|dank ... hilfe
        hilfe beim|bei der|zur|zum
        """,
        yes="""
        Wir brauchen heute noch eine Antwort.
        Bitte antworten Sie so schnell wie möglich.
        """,
        no="""
        Die Antwort kam prompt.
        Wir kümmern uns umgehend darum.
        """,
    ),
    Rule(
        "eased",
        find="""
        vorübergehende|vorübergehend|temporäre|provisorische|vorläufige .. lösung|umgehung|abhilfe|
            umgehungslösung
        umgehungslösung|workaround|übergangslösung|behelfslösung|notlösung
        gelegentlich*|sporadisch*|hin und wieder
        bei|nach gelegenheit
        kein*|nicht ... eile|eilig*|dringend*|zeitdruck
        eilt nicht
        wenn sie|du .. zeit haben|hast|finden|findest
        etwas|wenig|weniger|nicht dringend*|zeitkritisch*|kritisch*
        wäre|würde ... willkommen|hilfreich
        kleines|kleine|geringfügiges problem|frage|anliegen
        """,
        yes="""
        Wir haben vorerst einen Workaround.
        Das eilt nicht.
        """,
        no="Die Anlage steht still.",
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
        ^^ bis morgen $$
        ^^ bis heute|morgen abend|mittag|nachmittag|früh $$
        """,
        yes="Wir brauchen das bis heute 15 Uhr.",
        no="""
        Guten Morgen, hier die Unterlagen.
        Bis morgen!
        """,
    ),
    Rule(
        "outage",
        find="""
        {plant} steht|stehen|stillsteht $
        {plant} steht|stehen ... still|seit|wieder|komplett
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
        {plant} ... brach|bricht|brachen ... zusammen
        brach|bricht|brachen ... zusammen|ein
        arbeiten|arbeitet|funktionieren|funktioniert .. derzeit|komplett|vollständig|gar|
            überhaupt nicht mehr?
        betriebsausfall|betriebsausfälle|betriebsausfällen|betriebsunterbrechung
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
        unfall|verletzte|gasaustritt|lebensgefahr
        brand|feuer im|in|ausgebrochen|auf
        es brennt
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
        funktioniert|funktionieren|geht|gehen|klappt|klappen|läuft|laufen|startet|öffnet|lädt|reagiert|
            erkennt|
            speichert|druckt|schaltet|öffnen|schließt ... nicht|nichts|kein*
        nicht .. funktioniert|funktionieren|geklappt|erkannt|angezeigt|gefunden|geladen|gespeichert|
            akzeptiert|
            installiert|übernommen|gestartet|beendet|möglich|lesbar|gedruckt|übertragen|aktiviert|verwenden
        kein* ... angezeigt|erkannt|gefunden|möglich|erscheint|übertragen
        fehler|fehlermeldung|fehlermeldungen|fehlercode|störung|absturz|programmfehler|anzeigefehler
        fehlermeld*|fehlercod*|programmfehler*|systemfehler*
        problem|probleme|problemen|schwierigkeiten ... mit|bei|beim|in|im|seit|auf|tritt|erscheint|kommt|
            auftritt|
            besteht|dass
        habe|haben|hat|gibt ein|einen|eine|leider|seit|folgendes|folgende|immer|große|es|wir|
            ich ... problem|
            probleme|störung|schwierigkeiten
        kann|können|konnte|konnten|lässt|läßt|lassen ... nicht|kein*|nichts|nirgends
        leider|aber|jedoch|auch ... nicht|kein*
        gelingt|gelang ... nicht
        trotz ... versuche|versuchen|neuinstallation|neustart|anleitung
        ohne erfolg
        erfolglos
        keinen|kein zugriff|zugang|signal|ton|bild|strom|empfang
        abgestürzt|stürzt|abstürze|hängt|eingefroren|verschwunden|blockiert|stockt|ruckelt|hakt
        bricht|brach ... ab
        abbruch|abgebrochen
        ungültig|beschädigt|unbrauchbar|unlesbar|fehlerhaft|gestört
        passiert|tut|kommt|geschieht ... nichts
        tut sich nichts
        reicht|reichen nicht aus
        bleibt ... schwarz|leer|hängen|stehen|dunkel
        was|woran kann|könnte|mag es? .. liegen
        nicht mehr
        es erscheint|kommt|kommen
        erscheint|kommt ... meldung|hinweis|fehlermeldung
        fehlgeschlagen|schlägt fehl
        stimmt|stimmen|passt|passen ... nicht
        """,
        unless="""
        kein* problem|probleme|fehler|problemen|störung|störungen
        ohne .. problem|probleme|fehler|störung|störungen|ausfall|ausfälle
        fehler|problem|ursache ... gefunden|behoben|gelöst|erledigt|beseitigt
        nicht mehr nötig|notwendig|erforderlich|relevant
        problem|fehler|störung ... gelöst|behoben|erledigt
        kann|können|konnte|konnten|lässt|lassen ... nicht .. warten|klagen|meckern|sagen
        läuft|funktioniert|geht ... wieder
        hängt|hängen .. an
        leider .. urlaub|termin
        """,
        yes="""
        Der Drucker funktioniert seit gestern nicht.
        Wir haben ein Problem mit der Steuerung.
        Beim Speichern bricht das Programm ab.
        Es wird kein Drucker angezeigt.
        """,
        no="""
        Kein Problem, das passt.
        Die Steuerung läuft wieder.
        """,
    ),
)
