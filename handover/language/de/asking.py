"""German phrases that ask, order, and press by thanking in advance."""

from handover.language.rule import Rule

RULES = (
    Rule(
        "ask",
        find="""
        könnten|könnt|können|kannst|könntest|würden|würdet|würdest sie|ihr|du ... {ask_verb}
        können|könnten|würden sie uns|mir|bitte|das|den|die|hier
        {please} senden|schicken|prüfen|teilen|geben|rufen|melden|klären|bestätigen|nennen|sorgen|
            veranlassen|antworten|informieren|kontaktieren|korrigieren|stornieren|liefern|helfen|erklären|
            sagen|lassen sie
        {please} ... {ask_verb} $
        {please} *ieren sie
        {please} ... {ask_verb} sie
        {please} um .. {ask_noun}
        {please} dringend|nochmals|höflich um
        bitten sie|euch|dich|hiermit|daher|deshalb um|darum
        bitte sie ... zu {ask_verb}
        bitten ... zu {ask_verb}
        schick*|send*|gib|geben|sag*|ruf*|prüf*|melde|meldet|teil*|nenn* {please}
        {ask_verb} sie {please}
        {ask_verb} sie uns|mir ... {please}|mit|zu|bescheid
        lassen sie|lasst|lass uns|mich|mir wissen|bescheid|zukommen
        lassen sie es? uns|mich ... wissen
        geben sie|gebt|gib uns|mir|kurz ... bescheid|rückmeldung|info
        teilen sie uns|mir .. mit
        wir|ich benötige|benötigen|brauche|brauchen ... {ask_noun}|hilfe|unterstützung|lösung|
            informationen|angaben|auskunft|rückmeldung|bestätigung|rechnung|gutschrift|angebot|termin|
            ersatz|zugang|daten
        benötige|brauche|benötigen|brauchen ... {please}
        um .. rückmeldung|rückruf|antwort|bestätigung|stellungnahme|mitteilung|auskunft|prüfung|klärung|
            korrektur|info|hilfe|unterstützung|abhilfe|erledigung|zusendung|übersendung .. wird? gebeten|
            bitten|bitte|gebeten
        erwarte|erwarten .. ihre|eine|bis ... {ask_noun}
        freue|freuen .. auf|über .. {ask_noun}
        wäre|wären ... dankbar|verbunden|hilfreich ,? wenn|für|falls
        dankbar , wenn
        es wäre .. wenn sie|du|ihr
        wäre es möglich
        ist es möglich
        besteht die möglichkeit
        gibt es ... möglichkeit|neuigkeiten|lösung|news|termin|alternative
        möchte|möchten|würde|würden|wollte|wollten gerne|gern|nur|kurz|mal|mich? .. wissen|fragen|
            erfahren|nachfragen|anfragen|erkundigen
        möchte|möchten|wollte|wollten sie? .. bitten|beantragen|anfordern|anfragen|nachfragen|erkundigen|
            wissen
        beantrage|beantragen|fordere|fordern|ersuche|ersuchen sie|hiermit|um|die|den|das|eine
        wie kann|können|könnte|lautet|funktioniert|bekomme|komme|stelle|mache|soll|lange|hoch|viel|geht|
            sieht
        was kostet|kosten|soll|muss|ist|kann|mache
        wo finde|bekomme|kann|ist|liegt|bleibt
        wann kann|können|kommt|wird|ist|werden|dürfen|rechnen|erhalte|bekomme|erfolgt|findet|liefern|passt
        wer ist|kann|kümmert|hilft
        ^^ warum|wieso|weshalb|wann|wieviel
        hat jemand
        weiß jemand
        helfen sie
        bitte ... um hilfe
        bitte|bitten um
        bitte|bitten ich|wir .. um
        ich|wir .. bitte|bitten sie|dich|euch
        bitte|bitten sie|dich|euch ,
        bitte|bitten , mir|uns .... zu
        wir|ich ... benötige|benötigen|brauche|brauchen ... bis|spätestens|innerhalb|binnen|heute|morgen|
            {day}
        benötige|benötigen|brauche|brauchen wir|ich ... bis|spätestens|innerhalb|binnen|heute|morgen|{day}
        """,
        unless="""
        {please} informieren|registrieren sie sich
        bitte beachten|entschuldigen|verzeihen|vielmals
        bitte|bitten ... verständnis|geduld|nachsicht|entschuldigung|verzeihung
        kein* {please}
        ich|wir habe|haben ... gebeten
        wurde ... gebeten
        keine|keiner rückmeldung erforderlich|nötig|notwendig
        bitte|bitten .. nichts|nicht|keine|kein ... schicken|senden|liefern|unternehmen
        """,
        yes="""
        Könnten Sie mir bitte die Rechnung noch einmal schicken?
        Bitte prüfen Sie den Vorgang.
        Bitte installieren Sie die neue Fassung innerhalb der nächsten 24 Stunden.
        Bitte senden Sie mir den Lieferschein zu.
        Ich bitte um kurze Rückmeldung.
        Lassen Sie mich wissen, ob das passt.
        Ich wollte nur fragen, ob der Termin noch steht.
        Wir benötigen von Ihnen noch eine Bestätigung.
        Wo finde ich die Anleitung.
        Ich bitte Sie, mir die Pläne bis zum 3. Mai zugänglich zu machen.
        Bei Interesse bitte ich um Mitteilung bis Ende der Woche.
        Die Muster brauchen wir spätestens am Dienstag.
        """,
        no="""
        Bitte beachten Sie unsere neuen Öffnungszeiten.
        Bitte entschuldigen Sie die Verspätung.
        Die Ware ist heute angekommen.
        Bitte nichts mehr schicken.
        Für die Verspätung bitten wir um Ihr Verständnis.
        Für den Umbau brauchen wir mehr Platz als gedacht.
        """,
    ),
    Rule(
        "order",
        find="""
        dann? {please} ... stück|stk|paar|packungen|kisten|meter
        hiermit|hierdurch .. bestelle|bestellen|beauftrage|beauftragen|ordern
        bestelle|bestellen|ordern|ordere|beauftrage|beauftragen ich|wir
        ich|wir bestelle|bestellen|ordern|nehme|nehmen ... stück|davon|die|das|den|beide|alle|ihr
        anbei|beiliegend|beigefügt|anhang|anlage ... unsere|unseren|meine|die bestellung|auftrag|beauftragung
        bitte ... liefern|lieferung an|von
        """,
        unless="""
        nehmen wir|ich an|zurück|zur kenntnis
        über|im|in .. portal|shop|webshop|onlineshop
        """,
        yes="""
        Dann bitte drei Stück.
        Wir nehmen drei Stück davon.
        Hiermit bestellen wir zwei Rollen.
        """,
        no="""
        Wir haben am Montag geliefert.
        Danke, ich bestelle das über Ihr Portal.
        """,
    ),
    Rule(
        "ask_soft",
        find="""
        ist unklar|fraglich|offen
        unklar ist
        wissen nicht , wie|ob|was|wann|wo
        weiß nicht , wie|ob|was|wann|wo
        frage ist|lautet|wäre
        eine|noch|folgende|kurze frage|fragen
        haben sie ... schon|bereits
        gerne|gern ... hätte|hätten|würde
        hätte|hätten gern|gerne
        möchte|möchten ... haben|bestellen|ändern|kündigen|wissen|nutzen|umtauschen|zurückgeben|
            reklamieren|anmelden|abmelden
        wünsche|wünschen uns|mir
        bin|sind auf ihre|der suche
        steht|stehen noch aus
        fehlt|fehlen noch|uns|mir
        wird|werden|ist|sind ... bis|spätestens|innerhalb|binnen ... benötigt|gebraucht|erforderlich|
            notwendig|nötig|erwartet
        wird|werden|ist|sind ... benötigt|gebraucht|erforderlich|notwendig|nötig|erwartet .... bis|
            spätestens|innerhalb|binnen
        das|der|die|dieser|diese|dieses|es ... muss|müssen ... bis|spätestens|innerhalb|binnen
        ist|wäre es|unerlässlich|wichtig|notwendig|erforderlich .... bis|spätestens|innerhalb|binnen
        """,
        unless="""
        ich|wir müssen|muss
        muss|müssen ich|wir
        """,
        yes="""
        Die Freigabe wird bis Mittwoch benötigt.
        Der Fehler muss innerhalb von zwei Tagen behoben werden.
        Ich hätte gerne zwei Stück mehr.
        Es fehlt uns noch der Lieferschein.
        """,
        no="""
        Alles ist angekommen.
        Wir müssen die Anlage bis Freitag prüfen.
        Die Arbeiten waren bis Mittwoch beendet.
        """,
    ),
    Rule(
        "pressure",
        find="""
        dank|danke|bedanke|bedanken ... im voraus|vorraus|vorhinein
        danke|dank vorab
        vorab|vorweg .. dank|danke
        dank .. für ihre|eure|deine .. schnelle|baldige|zeitnahe|kurzfristige|rasche|umgehende .. antwort|
            rückmeldung|hilfe|erledigung|bearbeitung
        in erwartung ihrer|einer
        """,
        yes="Vielen Dank im Voraus für Ihre Mühe.",
        no="Vielen Dank für Ihre Hilfe gestern.",
    ),
)
