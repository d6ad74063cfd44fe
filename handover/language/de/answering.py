"""German phrases of answers: thanks, done, put off, passed on, refused, and of the mails that want
nothing."""

from handover.language.rule import Rule

RULES = (
    Rule(
        "thanks",
        find="""
        danke|dankeschön|merci
        vielen|herzlichen|besten|tausend|lieben|recht dank
        dank ihnen|dir|euch|dafür
        bedanke|bedanken mich|uns
        """,
        unless="""
        im voraus|vorraus|vorhinein
        vorab|vorweg
        dank auch
        danke für nichts
        nein|kein* danke
        """,
        yes="""
        Danke, hat geklappt.
        Vielen Dank für die schnelle Hilfe!
        """,
        no="""
        Vielen Dank im Voraus.
        Danke für nichts!
        """,
    ),
    Rule(
        "calm",
        find="""
        hat .. geklappt|funktioniert
        klappt|funktioniert|läuft|geht wieder|jetzt|nun|einwandfrei|prima|super|bestens
        alles klar|gut|bestens|paletti|angekommen|erledigt|prima
        passt so|mir|uns|perfekt|gut|prima|bestens
        ^ passt $
        kein|keine|null problem|thema|stress|eile
        freut mich|uns
        einverstanden
        perfekt|prima|wunderbar|ausgezeichnet|hervorragend|bestens
        in ordnung
        das reicht
        sehr|wirklich zufrieden
        kein grund zur sorge
        hat sich geklärt|erledigt
        """,
        unless="""
        nicht|kein* ... zufrieden|ordnung|einverstanden|geklappt|funktioniert
        nicht sehr zufrieden
        """,
        yes="""
        Alles klar, das passt so.
        Der Scanner läuft wieder.
        """,
        no="Das hat nicht geklappt.",
    ),
    Rule(
        "withdrawn",
        find="""
        hat|haben sich ... erledigt|geklärt|gelöst|gegeben
        hat sich damit|somit|inzwischen|mittlerweile|schon|bereits
        ist|sind .. damit? für mich|uns erledigt
        brauchen|brauche|benötigen|müssen sie ... nicht mehr|antworten
        nicht mehr nötig|notwendig|erforderlich|relevant|aktuell
        ziehe|ziehen ... zurück
        gegenstandslos|hinfällig
        bitte ignorieren|vergessen
        ignorieren sie
        betrachten sie ... als erledigt|gegenstandslos
        kein* antwort|rückmeldung|rückruf|reaktion .. nötig|erforderlich|notwendig
        habe|haben es|den|die|das selbst|selber|inzwischen .. gefunden|gelöst|geschafft|hinbekommen|behoben
        """,
        unless="zahlungserinnerung",
        yes="""
        Meine Anfrage hat sich erledigt.
        Bitte ignorieren Sie meine letzte Mail.
        """,
        no="Die Sache ist noch offen.",
    ),
    Rule(
        "done",
        find="""
        erledigt
        ist|sind|wurde|wurden|habe|haben|hab ... verschickt|versendet|gesendet|geliefert|behoben|geklärt|
            gelöst|korrigiert|storniert|überwiesen|erstattet|angepasst|geändert|freigeschaltet|repariert|
            ausgetauscht|umgesetzt|eingestellt|aktualisiert|bestellt|gebucht|veranlasst|eingetragen|
            zurückgerufen|telefoniert|gesprochen|bezahlt|gutgeschrieben|beantwortet|freigegeben|
            unterschrieben|zurückgesetzt|installiert|hinterlegt|umgebucht|gelöscht|hochgeladen|
            eingerichtet|ergänzt|erreicht
        zurückgerufen
        ist|sind raus|unterwegs|fertig|bereit
        """,
        unless="""
        noch nicht|kein*
        muss|müssen|soll|sollte|kann|können|könnte|wird|werden|würde ... erledigt|geklärt|behoben|
            verschickt|geliefert|gelöst|geändert|angepasst|storniert|korrigiert|erstattet
        sobald|wenn|falls ... erledigt|geklärt|behoben|verschickt|geliefert|gelöst
        nicht ... erledigt|geklärt|behoben|verschickt|geliefert|gelöst|geändert|korrigiert|erstattet|
            beantwortet|erreicht
        bitte ... erledigt
        """,
        yes="""
        Ist erledigt.
        Die Teile wurden gestern verschickt.
        """,
        no="""
        Das ist noch nicht erledigt.
        Die Teile werden verschickt.
        """,
    ),
    Rule(
        "put_off",
        find="""
        kein* informationen|information|infos|kenntnis|ahnung|auskunft|angaben|erkenntnisse|neuigkeiten|
            neuen
        noch kein* ergebnis|rückmeldung|antwort|neuigkeiten|neues|stand|informationen|info|entscheidung|
            termin
        liegt|liegen mir|uns ... noch nicht|kein*
        weiß|wissen ich|wir ... leider? nicht|noch
        kann|können ich|wir ... nichts|nicht ... sagen
        dazu|hierzu|darüber kann|können|liegen|liegt|habe|haben ... nichts|nicht|kein*
        bin|sind ich|wir? ... nicht zuständig|informiert|eingearbeitet
        nicht mein|unser|meine zuständigkeit*|bereich|zuständig
        um .. geduld
        geduld
        gedulden
        etwas|noch|ein .. zeit|bisschen dauern|in anspruch
        wird|kann|dauert .. noch? etwas|einige|noch dauern|zeit|länger
        ist|sind ... urlaub|krank|abwesend|unterwegs|besprechung|meeting
        ist|sind ... im|in urlaub|besprechung|termin|meeting
        nicht im haus
        nicht am platz|haus|büro
        aus dem urlaub
        wieder im haus|büro
        versuchen sie es ... später|nochmal|noch|morgen
        müssen|muss wir|ich|erst .. abwarten|warten
        """,
        unless="""
        {please} informieren|rückmeldung
        brauche ... keine
        """,
        yes="""
        Dazu liegen mir leider noch keine Informationen vor.
        Herr Lindner ist noch im Urlaub.
        Wir bitten um etwas Geduld.
        """,
        no="Die Informationen finden Sie im Anhang.",
    ),
    Rule(
        "forwarded",
        find="""
        gebe|geben|gab ... weiter
        leite|leiten|habe|haben|wurde|wird|werde ... weitergeleitet|weiter|weiterleiten|weitergegeben|
            weitergereicht|übergeben
        an .. die|den|das|unsere|unseren|unser|zuständige|zuständigen|meine|meinen .. fachabteilung|
            abteilung|kollegen|kollegin|stelle|fachbereich|technik|service|buchhaltung|vertrieb|
            team .. weiter*|übergeben|abgegeben
        weitergeleitet|weitergegeben
        zur weiteren bearbeitung|veranlassung
        abgegeben an
        zuständigkeitshalber
        """,
        unless="""
        bitte ... weiterleiten|weiter
        {please} leiten sie
        """,
        yes="""
        Ich habe Ihre Anfrage an die Fachabteilung weitergeleitet.
        Ich gebe das an die Kollegen weiter.
        """,
        no="Bitte leiten Sie das weiter.",
    ),
    Rule(
        "holding",
        find="""
        kümmere|kümmern|kümmert mich|uns|sich .. darum|um
        wird|werden ... bearbeitet|geprüft|geklärt|gekümmert|untersucht|analysiert|abgeklärt|beantwortet|
            beraten
        in|im bearbeitung|klärung|prüfung|abstimmung|arbeit
        sind|bin|ist ... dran|dabei|am
        arbeite|arbeiten ... daran|an .. lösung|dran
        arbeite|arbeiten mit hochdruck|nachdruck
        schaue|schauen|sehe|sehen|schau ... an|mal|nach|was
        prüfe|prüfen|kläre|klären|checke|checken ... das|es|den|die|intern|und|gerade|derzeit|aktuell|
            noch|mit
        zeitnah|baldmöglichst|schnellstmöglich|umgehend|unaufgefordert|demnächst|unverzüglich .. melden|
            melde|zurück|bescheid|informieren|bearbeiten|antworten|auf sie|kümmern|rückmeldung
        in kürze|bälde
        komme|kommen ... auf sie|dich zu|zurück
        auf sie zukommen|zurückkommen
        melde|melden|meldet mich|uns|sich ... {we_soon}
        melde mich
        melden uns
        sobald ... neuigkeiten|neues|vorliegt|vorliegen|mehr|weiß|wissen|klarheit|ergebnis|informationen|
            geklärt|rückmeldung|antwort
        halte|halten ... laufenden
        gebe|geben ... bescheid
        nachfrage|nachfragen|rücksprache|rückfrage halten|intern|bei|mit
        muss|müssen ... erst|noch|intern|zunächst ... klären|prüfen|abstimmen|besprechen|nachfragen|
            abklären|einholen
        notiert|vermerkt|aufgenommen
        bleibe|bleiben dran
        wir tun|geben unser|alles möglichstes|bestes
        ihr anliegen ist|wird
        bemühen uns|mich
        wird .. sich ... melden|kümmern
        meldet sich ... bei ihnen
        zwischenbescheid|zwischennachricht|sachstand
        noch nicht abgeschlossen|entschieden|abschließend|so weit|soweit
        steht|stehen noch aus
        bearbeitung ... dauern|dauert|zeit|nimmt|erfolgt
        bearbeiten ihr*|die|das|den
        """,
        unless="""
        bitte|bitten sie ... kümmern|melden|prüfen|klären
        können|könnten|würden sie
        {please} prüfen|klären
        melden sie
        {please} ... bescheid
        """,
        yes="""
        Wir kümmern uns darum.
        Ihr Anliegen ist in Bearbeitung.
        Wir melden uns zeitnah bei Ihnen.
        Ich muss das erst intern klären.
        """,
        no="""
        Bitte kümmern Sie sich darum.
        Der Liefertermin ist der 12. März.
        """,
    ),
    Rule(
        "ack",
        find="""
        eingang ihrer|ihres|der
        haben|habe|ist|wurde ... ihre|ihr|ihren|die|deine ... erhalten|eingegangen|empfangen|bekommen
        hiermit bestätige|bestätigen
        bestätige|bestätigen .. eingang|erhalt
        ist|sind bei uns|mir eingegangen
        wurde|wird unter .. aktenzeichen|vorgangsnummer|ticketnummer
        """,
        unless="nicht|kein* ... erhalten|eingegangen|bekommen",
        yes="Wir haben Ihre Nachricht erhalten.",
        no="Wir haben Ihre Nachricht nicht erhalten.",
    ),
    Rule(
        "apology",
        find="""
        tut mir|uns .. leid
        tut's mir leid
        entschuldigung
        entschuldigen sie|die|bitte
        entschuldige|sorry|verzeihung|pardon
        bedaure|bedauern|bedauere
        bitten|bitte ... entschuldigen|verzeihen|entschuldigung|verständnis
        """,
        unless="erwarte|erwarten|verlange ... entschuldigung",
        yes="Es tut uns sehr leid.",
        no="Ich erwarte eine Entschuldigung von Ihnen.",
    ),
    Rule(
        "courtesy",
        find="""
        hoffe|hoffen .... gut|geht|wohlauf|gesund|erholt
        wie geht es ihnen|dir|euch
        wie geht's
        dank|danke für ihre|die|deine|eure|ihr|das .. mail|e-mail|nachricht|anfrage|anruf|schreiben|
            interesse|verständnis|geduld|rückmeldung|antwort|mitteilung|hinweis|mühe|bemühungen
        schönes|schöne|schönen|guten wochenende|woche|tag|feierabend|urlaub|feiertage|start|abend
        für rückfragen|fragen stehen|stehe
        stehe|stehen ... gern*|jederzeit ... verfügung
        bei fragen|rückfragen|weiteren|unklarheiten
        gerne|gern zur verfügung
        zögern sie nicht
        melden sie sich .. gerne|gern|jederzeit|bei
        haben sie|noch? .. weitere? fragen
        wir freuen uns auf die zusammenarbeit
        bitten|bitte um .. verständnis|ihr
        danke|dank für .. verständnis|geduld
        """,
        yes="""
        Für Rückfragen stehe ich Ihnen gerne zur Verfügung.
        Ich hoffe, es geht Ihnen gut.
        """,
        no="Wann kommt die Lieferung?",
    ),
    Rule(
        "no_ask",
        find="""
        bitte beachten|entschuldigen|verzeihen|vielmals|sehr
        wie geht es ihnen|dir|euch
        wie geht's
        haben sie noch fragen
        bitte denken sie an die umwelt
        abmelden|abbestellen .. newsletter
        stehe|stehen ... verfügung
        bei fragen|rückfragen
        zögern sie nicht
        """,
        yes="Bitte beachten Sie die neuen Öffnungszeiten.",
        no="Bitte schicken Sie mir die Liste.",
    ),
    Rule(
        "substance",
        find="""
        anbei|beigefügt|beiliegend|angehängt|angefügt
        im anhang|anlage
        als anlage|anhang
        finden sie .. unter|hier|auf|in|im
        hier ist|sind|der|die|das
        die lösung|antwort|ursache|grund ist|war|liegt|lautet
        lösung :
        kostet|kosten|beträgt|betragen|lautet|lauten
        ja|nein ,
        ^^ ja|nein
        liefertermin|lieferung|versand ist|erfolgt|erfolgte|war
        ist|sind lieferbar|vorrätig|verfügbar|möglich|richtig|korrekt|bestätigt|genehmigt
        verursacht durch
        gehen sie|klicken sie|öffnen sie|wählen sie|drücken sie|starten sie|verwenden sie|nutzen sie|
            tragen sie|stellen sie|laden sie
        bescheid ... ergeht|folgt
        """,
        unless="kein* anhang|lösung",
        yes="Anbei die gewünschten Unterlagen.",
        no="Wir kümmern uns darum.",
    ),
    Rule(
        "cannot",
        find="""
        leider .. nicht|kein*|keine ... möglich|anbieten|liefern|helfen|erfüllen|zusagen|nachkommen|
            entsprechen|bestätigen|übernehmen|verfügbar|lieferbar
        kann|können|konnte|konnten ... nicht|kein* ... anbieten|liefern|helfen|erfüllen|zusagen|
            nachkommen|entsprechen|stattgeben|übernehmen|gewähren|erstatten
        müssen|muss ... ablehnen|absagen|mitteilen , dass
        lehnen|lehne ... ab
        abgelehnt
        nicht möglich
        nicht mehr lieferbar|erhältlich|verfügbar
        """,
        unless="warum|wieso",
        yes="Leider können wir das Teil nicht mehr liefern.",
        no="Wir liefern am Freitag.",
    ),
    Rule(
        "moved",
        find="""
        verschieb*|verschob*
        verzöger*
        leider erst|nicht ... am|in|nächste|ende|anfang|ab|bis
        erst .. am|in|nächste|ende|anfang|ab .. {day}|woche|monat|kw|januar|februar|märz|april|mai|juni|
            juli|august|september|oktober|november|dezember
        später als geplant|zugesagt|vereinbart|angekündigt
        schaffe|schaffen ... nicht|leider nicht|erst ... {day}|woche|mehr|heute|bis
        neuer termin|liefertermin
        nach hinten
        doch erst
        """,
        unless="{please} verschieben",
        yes="""
        Die Lieferung verschiebt sich auf Donnerstag.
        Wir schaffen es leider erst am Dienstag.
        """,
        no="Die Lieferung kommt wie geplant.",
    ),
    Rule(
        "fyi",
        find="""
        zur information|info|kenntnis|kenntnisnahme
        nur zur info
        z.k
        fyi
        zu ihrer|deiner|eurer information|kenntnis
        möchte|möchten|wollte .. nur? informieren|mitteilen
        hiermit informieren|teilen|informiere
        """,
        yes="Nur zur Info: Der Termin steht.",
        no="Bitte um Information.",
    ),
    Rule(
        "solicitation",
        find="""
        unser* dienstleistung*|lösung*|produkt* ... vorstellen|präsentieren
        möchte|möchten|darf|dürfen .. ihnen|mich|uns ... vorstellen
        personaldienstleist*|personalvermittl*|personalberat*|headhunter|zeitarbeit*
        kandidaten|kandidatin|kandidat ... vorstellen|profil|profile|passend*|vermitteln
        profil* ... kandidat*
        suchmaschinenoptimierung|seo|leadgenerierung|neukundengewinnung
        steigern sie|sparen sie|profitieren sie|sichern sie sich
        kostenlos* demo|webinar|beratungsgespräch|erstgespräch|testversion|whitepaper
        newsletter
        abmelden|abbestellen
        15|20|30 minuten .. zeit|telefonat|gespräch|austausch
        karriere*|jobwechsel|stellenangebot ... interessant|für sie
        """,
        yes="Ich möchte Ihnen unsere SEO-Lösungen vorstellen.",
        no="Bitte stellen Sie uns das Angebot vor.",
    ),
    Rule(
        "promise",
        find="""
        wird|werden ... bis|heute|morgen|{day}|nächste|diese|noch ... erledigt|geliefert|verschickt|
            versendet|behoben|ausgeliefert|fertig|fertiggestellt|zugesandt|zugestellt|nachgereicht|
            gutgeschrieben|erstattet|überwiesen|repariert|ausgetauscht|geklärt
        geht|gehen heute|morgen|noch|am|bis|spätestens ... raus|ab|weg|zu
        erhalten|bekommen sie|ihr ... bis|heute|morgen|spätestens|{day}|nächste|am|innerhalb|binnen|noch|
            in|umgehend|zeitnah|eine
        sie|ihr erhalten|bekommen ... bis|heute|morgen|spätestens|{day}|nächste|innerhalb|binnen|umgehend|
            zeitnah|gutschrift|erstattung|rückruf
        haben sie|liegt|liegen ... bis|spätestens ... vor|ihnen|tisch|{day}|uhr
        sie haben ... bis|spätestens {day}|morgen|freitag
        ist|sind ... bis {day}|morgen|ende|spätestens|nächste ... fertig|da|bei|erledigt
        versprochen
        zugesagt
        wird|werde ... garantiert
        ruft|rufen ... {day}|noch|heute|gleich|persönlich ... an|zurück
        ruft sie|dich ... an|zurück
        meldet sich|meldet .. bei ihnen|dir
        wird sich .. bei ihnen|dir .. melden|kümmern
        wird .. sie|dich|ihnen ... anrufen|zurückrufen|kontaktieren|zusenden|zuschicken|informieren|melden
        kommt ... {day}|zu ihnen|vorbei
        kommt nie|nicht wieder vor
        geld|betrag|kaufpreis ... zurück|erstattet|erstatten|gutgeschrieben
        rabatt|nachlass|skonto|gutschrift ... gewähren|erhalten|bekommen|geben|einräumen
        auf jeden fall ... fertig|da|geliefert|erledigt
        rückmeldung|antwort|angebot|bescheid|gutschrift|ware|lieferung folgt|kommt|erfolgt ... {day}|bis|
            heute|morgen|spätestens|nächste|kürze
        """,
        unless="""
        bitte ... bis
        sie melden
        falls
        wann|wo|warum|wie|ob
        gestern|letzte|letzten|vorige
        {please}
        hat|habe|haben|hatte|hatten|war|wurde|wurden ... zugesagt|versprochen|angerufen
        """,
        yes="""
        Die Lieferung geht heute noch raus.
        Sie erhalten das Angebot bis Freitag.
        Unser Geschäftsführer ruft Sie persönlich an.
        """,
        no="""
        Wann erhalten wir das Angebot?
        Sie melden sich bis Freitag.
        """,
    ),
    Rule(
        "no_promise",
        find="""
        schreibe ihnen|dir|euch ,? um|wegen|weil|da|bezüglich
        ich wende
        bitte sie|dich|euch|um
        bitten sie|um
        sende|senden|schicke|schicken ... anbei|beigefügt|anhang|anlage|hiermit
        anbei sende|senden|schicke|schicken|übersende
        hiermit|hierdurch
        stelle|stellen ... fest
        mache|machen ... sorgen|gedanken
        komme|kommen ... nicht|aus
        gehe|gehen davon
        nehme|nehmen an|zur kenntnis|bezug
        frage|fragen mich|uns
        frage .. ob|wann
        suche|suchen einen|eine|ein|nach|dringend|derzeit
        erhalten|bekommen wir|ich
        wir|ich erhalten|bekommen
        lasse|lassen ... nicht
        halte|halten für
        habe|haben
        sage ich
        kommen aus
        ich komme aus
        setze|setzen frist|voraus
        werde|werden ... nicht
        werde|werden ... gebeten|informiert|beliefert
        wir|ich bekomme|bekommen|erhalte|erhalten
        macht|mache|machen ... keinen|fehler
        beginne|beginnen mit
        werde|werden wir|ich ... wenden|kündigen|beschweren|einschalten|verklagen|einreichen|übergeben|
            stornieren
        """,
        yes="Ich schreibe Ihnen wegen der Rechnung.",
        no="Ich schreibe Ihnen morgen.",
    ),
)

KINDS = {
    "refund": """
        erstatt*|rückerstatt*|zurückerstatt*
        gutschrift|gutschreiben|gutgeschrieben
        geld|betrag|kaufpreis ... zurück
        zurücküberweis*|zurückzahlen
    """,
    "discount": """
        rabatt*|nachlass|preisnachlass|skonto|sonderpreis|sonderkonditionen
        prozent billiger|günstiger|weniger
    """,
    "guarantee": """
        garantier*|garantiert
        auf jeden fall
        in jedem fall
        100|hundert prozent
        100%ig|hundertprozentig
        verspreche|versprechen|versprochen
        mit sicherheit
        definitiv
        kommt nie|nicht wieder|mehr vor
        nie wieder
    """,
    "ceo": """
        geschäftsführer*|geschäftsführung|geschäftsleitung|vorstand|chef|chefin|direktor|direktorin|inhaber
    """,
    "free": """
        kostenlos*|kostenfrei*|gratis|unentgeltlich|umsonst|kulanz*
        ohne aufpreis|berechnung|mehrkosten
        auf unsere kosten
        übernehmen .. kosten
    """,
    "callback": """
        rufe|rufen|ruft ... an|zurück
        rufe|rufen|ruft sie|dich|euch
        zurückrufe|zurückrufen|anrufe|anrufen|telefonisch|rückruf
    """,
}
