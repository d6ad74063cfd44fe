"""German phrases of answers, refusals and moved dates, and of mails that want nothing."""

from handover.language.rule import Rule

RULES = (
    Rule(
        "encloses",
        find="""
        anbei|beigefügt|beiliegend|angehängt|angefügt|beigelegt
        im anhang|anlage
        als anlage|anhang|pdf|datei
        in|mit|aus der anlage
        ^^ hier|hiermit ist|sind|kommt|kommen|haben|der|die|das|unser*|ihr|ihre
        hängt|hängen|liegt|liegen ... an|bei|dran $
        """,
        unless="""
        werde|werden|wird|würde|würden|kann|können ... angehängt|beigefügt|angefügt|beigelegt|anhängen|beifügen
        sobald|ihrem|ihrer|ihren|deinem|deiner anhang|anlage
        haben|hatten|hast sie|du ... angehängt|beigefügt|angefügt|beigelegt
        sie|du haben|hatten|hast|hattest ... angehängt|beigefügt|angefügt|beigelegt
        """,
        yes="""
        Anbei das Protokoll.
        Im Anhang finden Sie die neue Zeichnung.
        Hier unser Angebot über den Bandantrieb.
        Die Liste hängt an.
        """,
        no="""
        Ich werde die Zeichnung morgen anhängen.
        Die Zeichnung wird der nächsten Mail beigefügt.
        Sie hatten ein Foto angehängt.
        Wir kümmern uns darum.
        """,
    ),
    Rule(
        "substance",
        find="""
        anbei|beigefügt|beiliegend|angehängt|angefügt
        im anhang|anlage
        als anlage|anhang
        finden sie .. unter|hier|auf|in|im
        hier ist|sind|der|die|das
        hier die|der|das .. antwort|angebot|lösung|daten|nummer|zahlen|liste
        liegt|steht|ist|sind|liegen|stehen ... abholbereit|vorrätig|lieferbar|gesperrt|freigegeben|genehmigt
        liegt|steht|liegen|stehen ... bereit
        liegt|steht|ist|sind|liegen|stehen ... auf|zur|zum lager|abholung|abholen
        ist|sind .. bestätigt|eingetragen|gebucht|reserviert
        damit|hiermit|somit bestätigt|genehmigt|freigegeben|beauftragt|erteilt
        wird|werden aus kulanz
        wäre|ist ... möglich
        machen wir so
        dafür|dazu|hierfür brauche|benötige|benötigen|brauchen ich|wir .. noch
        die? ursache|grund|lösung :
        die lösung|antwort|ursache|grund ist|war|liegt|lautet
        lösung|ursache|grund|antwort|fehler :
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
        yes="""
        Anbei die gewünschten Unterlagen.
        Ihre Bestellung liegt abholbereit an Tor 4.
        """,
        no="Wir kümmern uns darum.",
    ),
    Rule(
        "substance",
        find="""
        preis|stückpreis|einzelpreis|gesamtpreis|angebotspreis|sonderpreis|aufpreis|mehrpreis|kosten|gebühr|
            summe liegt|liegen|beträgt|betragen|ist|sind|wäre|wären|macht|: .. euro|eur|chf|franken|prozent
        liegt|liegen|beträgt|betragen|macht|wären bei? .. euro|eur|chf|franken .. netto|brutto|pro|je|zzgl|inkl|
            zuzüglich|einschließlich
        euro|eur|chf|franken netto|brutto|pro|je|zzgl|inkl|zuzüglich|einschließlich
        lieferzeit|lieferfrist|bearbeitungszeit liegt|beträgt|ist|sind|:
        """,
        unless="""
        ob|wieviel|wie|welchen|welcher|warum|wann
        prüfe|prüfen|kläre|klären|rechne|berechne|berechnen|kalkuliere|kalkulieren|erfrage|nenne|nennen
        rechnung|gutschrift|mahnung|betrag über|von|in
        """,
        yes="""
        Der Preis liegt bei 12,50 Euro, das Datenblatt sende ich morgen.
        340 EUR netto, das Angebot kommt morgen schriftlich.
        Die Lieferzeit beträgt sechs Wochen.
        """,
        no="""
        Wir prüfen, ob der Preis bei 12,50 Euro liegt.
        Ihre Rechnung über 340 Euro netto sehen wir uns morgen an.
        Den Preis nennen wir Ihnen morgen.
        """,
    ),
    Rule(
        "cannot",
        find="""
        leider .. nicht|kein*|keine ... möglich|anbieten|liefern|helfen|erfüllen|zusagen|nachkommen|
            entsprechen|bestätigen|übernehmen|verfügbar|lieferbar
        kann|können|konnte|konnten ... nicht|kein* ... schicken|senden|kommen|einhalten|anbieten|liefern|
            helfen|erfüllen|zusagen|
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
        verzögert|verzögern|verzögere ... sich|auf|um|bis|leider
        sich ... verzögert|verzögern|verschoben
        lieferverzögerung*
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
        nur|kurz zur bestätigung
        brauchen|müssen sie|du|ihr nichts .. tun|machen|unternehmen|veranlassen
        z.k
        fyi
        zu ihrer|deiner|eurer information|kenntnis
        möchte|möchten|wollte .. nur? informieren|mitteilen
        hiermit informieren|teilen|informiere
        anbei|beiliegend|beigefügt erhalten|finden|übersenden|senden sie|wir|ich .. unsere|die rechnung|
            gutschrift|abrechnung|lieferschein|auftragsbestätigung
        protokoll|rechnung|liste|unterlagen hängt|hängen|liegt|liegen ... an|bei
        wie gewünscht|besprochen|vereinbart|erbeten
        frohe*|fröhliche*|schöne|besinnliche|gesegnete weihnachten|fest|festtage|feiertage|weihnachtszeit|
            adventszeit|ostern
        guten rutsch
        gutes|gesundes|frohes|glückliches|erfolgreiches neues jahr
        """,
        yes="""
        Nur zur Info: Der Termin steht.
        Ihnen und dem ganzen Team ein frohes Fest!
        Anbei erhalten Sie unsere Rechnung 4711.
        """,
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
        auf ihr|dein profil ... gestoßen|aufmerksam|gefunden
        suche|suchen ich|wir? ... leitung|leiter|leiterin|manager|managerin|fachkraft ... m/w/d|position|für
        m/w/d
        hidden champion
        mandant|mandanten|mandantschaft sucht|suchen|einen|aus|im
        ihre|ihrer webseite|website|homepage ... fehler|ranking|google|gefunden|geprüft|prüfung|analyse
        platz|seite 1|eins ... google
        kostenlose|kostenloses|kostenlosen|gratis angebot|analyse|audit|testzugang|testen|erstberatung|demo
        mehr abschlüsse|leads|kunden|umsatz|reichweite|anfragen
        jeden tag|täglich kunden|bares|geld
        angebot ... nicht ablehnen können
        antworten sie einfach mit
        testzugang|testversion|probeabo ... einrichten|freischalten|sichern
        preisgarantie|festpreisgarantie
        wir übersetzen|programmieren|digitalisieren|optimieren ... für|ihre|unternehmen|dokumentation
        kunden|unternehmen vertrauen
        zufriedene kunden|unternehmen
        wie gefällt|zufrieden ... ihr|ihnen|ihre|mit ... bestellung|einkauf|headset|artikel|produkt
        bewerten sie .. einkauf|bestellung|uns|artikel|kauf|erfahrung
        bewertung abgeben
        nehmen sie sich eine minute
        """,
        yes="""
        Ich möchte Ihnen unsere SEO-Lösungen vorstellen.
        Ich bin auf Ihr Profil gestoßen und suche eine Leitung Vertrieb (m/w/d).
        Bei einer Prüfung Ihrer Webseite haben wir Fehler gefunden.
        Wir bringen Ihre Seite auf Platz 1 bei Google.
        Bewerten Sie Ihren Einkauf.
        """,
        no="""
        Bitte stellen Sie uns das Angebot vor.
        Wir suchen einen Lieferanten für Rollenbahnen.
        Auf Ihrer Webseite finde ich das Datenblatt nicht.
        """,
    ),
)
