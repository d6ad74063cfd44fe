"""German phrases that ask again, want a call or an offer, invite, and ask back."""

from handover.language.rule import Rule

RULES = (
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
        sie|ihr|du ... zugesagt|versprochen|angekündigt hatten|hattet|hattest|haben
        wieder kein* {answer_noun}|anruf|rückruf
        schon|nun wieder|erneut|abermals|nochmals angerufen
        kein|keinen wort|ton|mucks|lebenszeichen ... seit|gehört|bekommen|von ihnen|euch|dir
        seit ... kein|keinen wort|ton|mucks|lebenszeichen
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
        Seit gestern früh kein Wort von Ihnen.
        Gestern wieder kein Anruf.
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
