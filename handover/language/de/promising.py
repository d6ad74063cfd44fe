"""German phrases that promise without a first person, and the kinds of promises."""

from handover.language.rule import Rule

RULES = (
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
        termin|probelauf|abnahme|lieferung|montage|besuch|besichtigung|führung|schulung|
            inbetriebnahme ... ist|sind .. bestätigt|
            eingetragen|gebucht|reserviert|fixiert|vorgemerkt|eingeplant
        {day} ... ist|sind .. bestätigt|eingetragen|gebucht|reserviert|vorgemerkt|eingeplant
        uhr ist|sind .. bestätigt|eingetragen|gebucht|reserviert|vorgemerkt|eingeplant
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
        haben sie|ihr ... bis|spätestens
        sie haben ... bis|spätestens
        bis|spätestens|mitte|ende|anfang ... haben|erhalten|bekommen sie|ihr
        ruft|rufen sie|dich|euch ... {day}|heute|morgen|gleich|persönlich|uhr
        geht|gehen bis|spätestens|am|heute|morgen ... raus|ab|weg|zu|an
        geht|gehen bis|spätestens|am {day}
        techniker|monteur|monteure|monteurin|kollege|kollegin|kollegen|serviceleiter|herr|frau|spedition|
            paket|ware|lieferung|lkw|wir ... kommt|kommen|trifft|treffen ... {day}|am|um|bis|kw
        kommt|kommen ... am|um|bis|in|ab {day}
        korrektur|rechnung|gutschrift|angebot|ersatz|ware|lieferung|unterlagen .. kommt|kommen|folgt|folgen .. heute|
            morgen|übermorgen|diese|nächste|kommende|noch
        buchhaltung|kollege|kollegin|kollegen|technik|versand|labor|werkstatt|abteilung schickt|schicken|sendet|senden|
            liefert|meldet|ruft .. ihnen|sie|euch|dir|sich ... {day}|heute|morgen|nächste|diese|an|direkt
        lieferung|versand|montage|aufbau|auslieferung|inbetriebnahme in|am|bis|ab {day}|kw|kalenderwoche
        übernimmt|übernehmen|leitet ... abnahme|termin|besprechung|probelauf|montage|inbetriebnahme|übergabe
        neuer|neue termin|liefertermin|datum ist|:|wäre
        geben|gewähren|räumen wir|ich ihnen|dir|euch ... rabatt|nachlass|skonto|prozent|%
        verlängern|übernehmen|erlassen|schenken|spendieren wir|ich ... kostenlos|garantie|gewährleistung|
            kosten|fracht|kulanz
        sitze|bin schon im auto|unterwegs
        bin ich ... da|bei ihnen|vor ort
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
        Das Angebot haben Sie bis Freitag.
        Das Muster geht bis Freitag an Sie raus.
        Der Techniker kommt am Mittwoch um 9 Uhr.
        Lieferung in Kalenderwoche 48.
        Neuer Termin ist Freitag.
        Bei zwei Anlagen geben wir Ihnen 5 % Rabatt.
        """,
        no="""
        Wann erhalten wir das Angebot?
        Sie melden sich bis Freitag.
        Wann kommt der Techniker?
        Der Techniker kam am Mittwoch.
        """,
    ),
    Rule(
        "falls_due",
        find="""
        kommt|kommen|folgt|folgen|erfolgt|eintreffen
        lieferung|liefertermin|auslieferung|versand|montage|anlieferung|abholung
        rückruf|rückmeldung|antwort|angebot|bescheid|bericht|entwurf|auskunft
        frist|fällig|fälligkeit|zahlbar|deadline|abgabe
        fertig|lieferbar|abholbereit|versandbereit|bereit
        geht|gehen ... raus|weg
        """,
        unless="""
        urlaub|feiertag|geschlossen|streik|ungewiss|offen|unklar
        kein*|nicht|nie
        """,
        yes="""
        Anfang nächster Woche kommt der Techniker.
        Frist: 05.12.2025
        Angebot bis Donnerstag.
        """,
        no="""
        Bis Montag geschlossen.
        Heute ist es anders.
        Am Freitag kommt niemand, kein Techniker.
        """,
    ),
    Rule(
        "grant",
        find="""
        {we} ... rabatt|nachlass|preisnachlass|skonto|sonderpreis|gutschrift|kulanz|gratis|kostenlos|
            kostenfrei|
            unentgeltlich
        {we} ... erstatten|erstatte|erlassen|erlasse|verlängern|verlängere|schenken|spendieren
        {we} ... übernehmen|übernehme|tragen|trage .. kosten|fracht|reparatur|versandkosten
        geben|gewähren|räumen|gebe|gewähre {we} ... rabatt|nachlass|prozent|skonto
        bekommen|erhalten sie ... rabatt|nachlass|gutschrift|erstattung|geld zurück?
        sie bekommen|erhalten ... rabatt|nachlass|gutschrift|erstattung
        garantie ... verlängern|verlängert|verlängere
        verlängern|verlängere {we}? .. garantie|gewährleistung
        {we} garantieren|garantiere
        garantieren|garantiere {we}
        aus kulanz
        fracht|versand|lieferung|reparatur|austausch ist|bleibt|wird .. frei|kostenlos|kostenfrei|gratis
        auf unsere kosten
        """,
        unless="""
        bitte|bitten|möchte|möchten|hätte|hätten|wollen|will|brauche|brauchen|benötigen|fordern|verlangen|
            erwarten|beantragen
        """,
        yes="""
        Wir geben Ihnen 5 % Rabatt.
        Die Garantie verlängern wir um ein Jahr.
        Die Fracht ist frei.
        """,
        no="""
        Wir möchten einen Rabatt.
        Wir liefern am Freitag.
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
        machen wir es|das so
        beginne|beginnen mit
        werde|werden|bin|sind ... in|im|auf|beim|zum .. besprechung*|termin*|urlaub|dienstreise|
            messe|schulung|fortbildung|zug|flugzeug|arzt|zahnarzt|reise|krankenhaus sein $
        ich|wir denke|denken|glaube|glauben|vermute|vermuten|schätze|fürchte mal? der|die|das|er|sie|es|man
        werde|werden wir|ich ... wenden|kündigen|beschweren|einschalten|verklagen|einreichen|übergeben|
            stornieren
        """,
        unless="""
        hiermit|hierdurch bestätigt|gebucht|reserviert
        haben sie|sie ... bis|spätestens
        bis|spätestens ... haben sie
        sie haben ... bis|spätestens
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
        garantie|gewährleistung .. verlänger*
        verlänger* ... garantie|gewährleistung
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
