"""German phrases of thanks, of being done, of courtesy."""

from handover.language.rule import Rule

RULES = (
    Rule(
        "thanks",
        find="""
        danke|dankeschön|merci
        vielen|herzlichen|besten|tausend|lieben|recht dank
        dank ihnen|dir|euch|dafür
        bedanke|bedanken mich|uns
        vergelts gott
        besten dank
        dankschön
        vergelt's gott
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
        Vergelt's Gott!
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
        geht sich .. gut? aus
        das ging ja .. schnell|flott|fix
        das ist ein wort
        das|damit ist|wäre|wird .. klar|verständlich
        das hilft .. weiter|sehr
        damit kann|können|lässt ich|wir|man|sich .. arbeiten|leben|planen|umgehen
        mit dem|der|diesem|dieser .. kann|können|lässt ich|wir|man|sich .. arbeiten|leben|planen|umgehen
        {day}|uhr|termin|zeit|zeitpunkt|vorschlag|tag|das passt|passen|geht|ginge .. gut|bestens|mir|uns|prima|
            wunderbar|hervorragend|klar|ordnung
        {day}|uhr|termin|zeit|vorschlag|das passt $
        so machen wir das|es
        """,
        unless="""
        nicht|kein*|nichts|kaum|schlecht ... zufrieden|ordnung|einverstanden|geklappt|funktioniert|
            klar|verständlich|weiter
        nicht|kein*|nichts|kaum|schlecht ... arbeiten|leben|planen|umgehen
        passt|passen|geht .. nicht|schlecht|leider|gar
        ob|wenn|falls|ginge|welcher
        nicht sehr zufrieden
        """,
        yes="""
        Alles klar, das passt so.
        Der Scanner läuft wieder.
        Das geht sich gut aus.
        Das ist jetzt klar.
        Damit kann ich arbeiten.
        Dienstag 18 Uhr passt.
        Der Termin passt uns gut.
        """,
        no="""
        Das hat nicht geklappt.
        Der Termin passt uns nicht.
        Damit können wir nicht leben.
        Das ist mir nicht klar.
        """,
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
        habe|haben|hab ... fehler|ursache|problem|lösung ... gefunden|behoben|gelöst|beseitigt|beheben|lösen
        problem|fehler|ursache ist|wurde? gelöst|behoben|gefunden|beseitigt
        es|alles funktioniert|klappt|läuft jetzt|nun|wieder|endlich
        läuft|funktioniert jetzt|nun|wieder? einwandfrei|perfekt|tadellos|problemlos
        habe|haben es|das ... zum laufen gebracht|bekommen
        ^ es|alles funktioniert|klappt|läuft $$
        habe|haben ... lösung|abhilfe .. gefunden|entdeckt
        lösung|fehler|ursache .. gefunden $
        habe|haben es|das .. herausgefunden
        es|das|fehler|problem lag|lagen .. an|am|daran
        habe|haben es|den|die|das selbst|selber|inzwischen .. gefunden|gelöst|geschafft|hinbekommen|behoben
        antwort|rückmeldung|äußerung|reaktion ... nicht nötig|erforderlich|notwendig
        thema|sache|anliegen|angelegenheit|vorgang|punkt|frage|fragen|anfrage|fall ist|sind|wäre .. erledigt|
            abgeschlossen|geklärt|beantwortet|gelöst|durch
        ist|sind .. thema|sache|anliegen|angelegenheit|vorgang|punkt|frage|fragen .. erledigt|abgeschlossen|
            geklärt|beantwortet|gelöst
        ist|wäre .. alles geklärt|gesagt|beantwortet|erledigt
        beantwortet .. meine|unsere|alle frage|fragen
        vom tisch
        """,
        unless="""
        zahlungserinnerung
        nicht|nie|kein*|noch|erst|sobald|wenn|falls|wann|bis ... erledigt|abgeschlossen|geklärt|beantwortet|
            gelöst|durch
        erledigt|abgeschlossen|geklärt|beantwortet|gelöst|durch , ? wenn|sobald|falls
        nicht .. vom tisch
        nicht|nie|kein*|sobald|wenn|falls|ob|bis ... gefunden|behoben|gelöst|funktioniert|klappt|läuft
        funktioniert|klappt|läuft|gefunden|gelöst .... aber|jedoch|allerdings|leider|außer|nur
        haben|habt sie|ihr ... gefunden
        ob|woran|vielleicht|vermutlich|wahrscheinlich|nicht ... lag|lagen
        lag|lagen .. nicht|vielleicht|vermutlich|wahrscheinlich
        """,
        yes="""
        Das Thema ist damit erledigt.
        Die Sache ist für uns abgeschlossen.
        Dann ist ja alles geklärt.
        Das beantwortet meine Frage.
        Die Ursache ist gefunden, es war ein Kabel.
        Nach Wochen endlich: Es funktioniert!
        Nur zur Ergänzung: Es lag am Kabel.
        Ich habe es jetzt zum Laufen gebracht.
        Meine Anfrage hat sich erledigt.
        Bitte ignorieren Sie meine letzte Mail.
        Eine Antwort ist nicht erforderlich.
        """,
        no="""
        Die Sache ist noch offen.
        Das Thema ist damit nicht erledigt.
        Die Frage ist noch nicht beantwortet.
        Es läuft jetzt, aber der zweite Motor steht.
        Die Ursache wurde nicht gefunden.
        Sobald die Angelegenheit geklärt ist, melden Sie sich bitte.
        """,
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
        heute|gestern|eben|gerade|soeben raus|rausgegangen|verschickt|abgeschickt
        läuft|laufen wieder
        rausgegangen
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
        Das Paket ist heute rausgegangen.
        Läuft wieder, die Bremse ist getauscht.
        """,
        no="""
        Das ist noch nicht erledigt.
        Die Teile werden verschickt.
        """,
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
        bitte|bitten .. nichts|nicht ... mehr|schicken|senden|unternehmen
        kein*|eine antwort|rückmeldung ... nötig|erforderlich|notwendig
        """,
        yes="""
        Bitte beachten Sie die neuen Öffnungszeiten.
        Eine Antwort ist nicht erforderlich.
        Bitte nichts mehr schicken.
        """,
        no="Bitte schicken Sie mir die Liste.",
    ),
)
