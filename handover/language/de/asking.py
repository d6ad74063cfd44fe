"""German phrases that ask, chase, press for time, or thank in advance."""

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
        dank|danke ... im voraus|vorraus|vorhinein
        danke|dank vorab
        vorab|vorweg .. dank|danke
        dank .. für ihre|eure|deine .. schnelle|baldige|zeitnahe|kurzfristige|rasche|umgehende .. antwort|
            rückmeldung|hilfe|erledigung|bearbeitung
        in erwartung ihrer|einer
        """,
        yes="Vielen Dank im Voraus für Ihre Mühe.",
        no="Vielen Dank für Ihre Hilfe gestern.",
    ),
    Rule(
        "chaser",
        find="""
        noch immer|nicht|kein* ... {answer_noun}|gehört|gemeldet|erhalten|bekommen|eingetroffen|
            angekommen|passiert|geschehen|erledigt|geliefert|erfolgt
        immer noch nicht|kein*|auf
        bis|seit heute|dato|jetzt|her|dahin|datum ... kein*|nicht|nichts
        bislang|bisher kein*|nicht|nichts|weder|niemand
        nach wie vor ... kein*|nicht|nichts|offen|ungelöst
        zum zweiten|dritten|vierten|fünften|wiederholten|x-ten|letzten|wievielten mal|male
        zum wiederholten
        mehrfach|mehrmals|wiederholt|vergeblich ... angerufen|gemailt|geschrieben|gebeten|versucht|
            erinnert|nachgefragt|kontaktiert|angefragt|hingewiesen|gemeldet|gefragt|angemahnt
        mehrfacher|wiederholter|mehrmaliger|trotz mehrfacher|wiederholter|nachfrage|nachfragen|anfragen|
            anrufe|bitte|aufforderung|erinnerung|mails|versuche
        seit tagen|wochen|monaten|zwei|drei|vier|fünf|mehreren|über|einer ... warte|warten|keine|nicht|
            vertröstet|nichts|still|defekt
        warte|warten|wartet ... seit|noch|immer|vergeblich|immernoch
        warte|warten auf ihre|eine|die|den|das ... {answer_noun}
        ^^ erinnerung|zahlungserinnerung|nachfrage
        möchte|möchten|darf|dürfen|wollte .. an ... erinnern
        erinnere|erinnern ... an
        bezugnehmend|bezug auf meine|unsere|mein|unser .. mail|schreiben|anfrage|anruf|nachricht|e-mail
        wie bereits|schon ... geschrieben|erwähnt|mitgeteilt|gemeldet|angefragt|telefonisch|besprochen
        wie in|bei meiner|unserer letzten|vorigen|ersten
        wo bleibt|bleiben
        schon wieder nicht|kein*|niemand|falsch|defekt|verspätet|zu
        frage|fragen|hake|haken|rufe .. nochmal|nochmals|erneut|noch|abermals|wieder .. nach|an
        nachhaken|nachzuhaken
        wollte|möchte|wollten|möchten .. nachfragen|nachhaken
        wollte|wollten nur|noch|mal|kurz|einmal .. nachfragen|hören|fragen|nachhaken ... stand|schon|
            weiter|neues
        gibt es .. schon|bereits|inzwischen|mittlerweile|etwas|was .. neues|neuigkeiten|neue
        was ist|gibt es der|den|zum|beim stand|neues
        wie ist der .. stand
        wie lange|oft ... noch
        unbeantwortet
        keine antwort|reaktion|rückmeldung ... erhalten|bekommen|mehr|gekommen
        blieb* ohne|unbeantwortet
        erneut|abermals ... bitten|bitte|fragen|wenden|anfragen|melden|melde|schreibe|wende
        nochmals|nochmal|abermals ... bitten|bitte|fragen|wenden|anfragen|nachfragen
        meine|unsere|diese letzte|erste|obige|vorherige .. mail|anfrage|e-mail|nachricht ... nicht
        auf .. meine|unsere|unser|mein .. mail|mails|schreiben|anfrage|anrufe ... nicht|kein*
        niemand|keiner ... gemeldet|zurückgerufen|geantwortet|angerufen
        versuche|versuchen|versucht ... seit|schon|mehrfach|mehrmals|vergeblich ... erreichen
        wann endlich
        endlich .. antwort|klarheit|bescheid|gemeldet|geliefert|eine|mal
        nichts|nix ... gehört|bekommen|erhalten|vernommen|passiert
        habe|haben ich|wir ... nichts|keine ... gehört|bekommen|erhalten
        ist|sind ... verstrichen|vergangen|abgelaufen|vorbei|um
        verstrichen
        darf|kann ich|wir noch hoffen
        nicht drängeln|drängen
        haben|hast sie|du ... meine|unsere mail|nachricht|anfrage|e-mail|brief ... erhalten|bekommen|gelesen|gesehen
        ist ... meine|unsere|mein mail|nachricht|anfrage|e-mail ... angekommen
        ist da|denn jemand|wer
        tage|wochen|monate keine|ohne ... {answer_noun}|reaktion|nachricht
        das ist keine antwort
        posteingang .... nichts|leer|gähnende
        """,
        unless="""
        newsletter
        terminerinnerung
        kein* eile
        noch immer sehr? gut|zufrieden|glücklich|gerne
        """,
        yes="""
        Ich habe noch keine Antwort auf meine Mail erhalten.
        Wir warten immer noch auf das Angebot.
        Wo bleibt die Lieferung?
        Trotz mehrfacher Nachfrage hat sich niemand gemeldet.
        Ich wollte nur noch einmal nachfragen, wie der Stand ist.
        Wie bereits am Montag geschrieben, fehlt der Lieferschein.
        Gibt es schon Neuigkeiten zu unserem Auftrag?
        Auf meine Frage vom Montag habe ich nichts gehört.
        Auch der zweite Termin ist nun verstrichen.
        Haben Sie meine Mail bekommen?
        """,
        no="""
        Das Gerät läuft immer noch einwandfrei.
        Wir liefern am Freitag.
        Danke, das passt so.
        Gibt es schon eine Liste der Ersatzteile?
        """,
    ),
    Rule(
        "callback",
        find="""
        rufen sie|ruf|ruft mich|uns|bitte ... zurück|an
        um .. rückruf
        rückruf erbeten|erwünscht|gewünscht|nötig|bitte
        rückrufbitte
        bitte ... zurückrufen|anrufen|zurückzurufen|anzurufen
        bittet|bitten|bitte um .. rückruf|anruf
        bitte .. rückruf
        erwarte|erwartet|wünscht|möchte .. rückruf
        melden sie|melde sich|dich bitte? .. telefonisch|unter
        können|könnten|kannst sie|du mich|uns ... anrufen|zurückrufen
        wann kann ich sie ... erreichen
        möchte ... zurückgerufen werden
        rr bis|bitte|unter|an
        """,
        yes="""
        Bitte rufen Sie mich heute noch zurück.
        Rückrufbitte Frau Schulz bis 15 Uhr.
        Er bittet um Rückruf.
        """,
        no="Ich rufe Sie morgen zurück.",
    ),
    Rule(
        "offer_asked",
        find="""
        {please}|bitten ... angebot|kostenvoranschlag|preisliste|preisauskunft|offerte|preis|preise|muster
        angebot|offerte|kostenvoranschlag erstellen|zusenden|unterbreiten|machen|zukommen|schicken|
            anfordern|anfragen|abgeben|einholen
        was würde|kostet|kosten ... kosten|uns|mich
        interesse an ihren|ihrem|ihrer|einem|einer
        interessieren|interessiere uns|mich für
        anfrage für|über|zu|nach ... stück|angebot|preis|lieferung
        benötigen|brauchen|suchen|benötige|brauche|suche ... angebot|lieferanten|anbieter|partner|preis|
            kostenvoranschlag
        erstes|unverbindliches|kennenlernen gespräch|angebot|kennenlernen|beratung
        haben sie ... im angebot|programm|sortiment
        bieten sie ... an
        welche|zu welchen preise|preisen|konditionen|lieferzeit|kosten
        neukunde|neukunden
        """,
        unless="unser|unserem angebot|newsletter",
        yes="""
        Bitte machen Sie uns ein Angebot für 20 Rollenbahnen.
        Wir interessieren uns für Ihre Lagertechnik.
        """,
        no="Unser Angebot gilt bis Ende des Monats.",
    ),
    Rule(
        "invites",
        find="""
        treffen|termin|besprechung|telefonat|videokonferenz|meeting vorschlagen|vereinbaren|ausmachen|
            abstimmen|finden|ansetzen|machen
        schlage|schlagen ... vor
        passt|passen ihnen|euch|dir|es ... {day}|termin|uhr|morgen|besser
        hätten|haben sie ... zeit
        wann ... zeit|passt|treffen|telefonieren
        wollen|sollen|können|könnten wir uns|dazu|kurz ... treffen|telefonieren|zusammensetzen|sprechen|
            austauschen
        lade|laden sie|euch|dich ... ein
        einladung zum|zur|zu
        """,
        yes="""
        Wollen wir uns am Donnerstag dazu kurz zusammensetzen?
        Ich schlage Dienstag um 10 Uhr vor.
        """,
        no="Der Termin gestern war gut.",
    ),
    Rule(
        "manager_nudge",
        find="""
        haben|hast sie|du ... schon|bereits|inzwischen|mittlerweile ... angerufen|zurückgerufen|
            geantwortet|gemeldet|gesprochen|erreicht|geschickt|kontaktiert|bearbeitet
        hast|haben du|sie ... erreicht|zurückgerufen|angerufen
        ist ... schon|inzwischen|bereits ... angerufen|zurückgerufen|beantwortet|erledigt|geklärt|
            versorgt|informiert
        wurde ... schon|inzwischen|bereits ... angerufen|zurückgerufen|beantwortet|informiert
        hat ... schon|inzwischen jemand|einer ... angerufen|geantwortet|gemeldet|zurückgerufen
        kümmern|kümmerst sie|du sich|dich ... um ... kunden|kundin|frau|herrn|firma
        was ist mit|da bei|mit ... kunden|frau|herrn|firma
        """,
        yes="""
        Haben Sie Frau Schulz schon angerufen?
        Ist der Kunde inzwischen informiert?
        """,
        no="Ich habe Frau Schulz angerufen.",
    ),
    Rule(
        "question_back",
        find="""
        welche|welches|welcher|welchen|welchem ... meinen|haben|verwenden|nutzen|benötigen|brauchen|
            nummer|version|adresse|größe|farbe|menge
        wie lautet|heißt|groß|viele|ist ihre|die|der|das
        können|könnten sie uns|mir ... nennen|mitteilen|sagen|schicken|zusenden|bestätigen|beschreiben|geben
        auf welch*
        um welch*
        für welch*
        meinen|meinst sie|du
        handelt es sich
        benötigen|brauchen|benötige|brauche wir|ich noch|dazu|dafür|hierfür|folgende|ihre|die|den
        nennen|schicken|senden|teilen sie uns|mir ... nummer|daten|foto|fotos|bild|bilder|adresse|version|
            protokoll|unterlagen|vollmacht|kundennummer
        """,
        yes="""
        Welche Version nutzen Sie?
        Dafür benötigen wir noch Ihre Kundennummer.
        """,
        no="Wir kümmern uns darum.",
    ),
)
