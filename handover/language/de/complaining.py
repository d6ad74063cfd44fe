"""German phrases of complaint, anger, consequence and of turning to somebody higher up."""

from handover.language.rule import Rule

RULES = (
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
        reicht es mir|uns|jetzt|langsam
        mir|uns|jetzt reicht|langt es|es's|mir|langsam
        mir|uns|jetzt reicht's|langt's
        das maß ist voll
        bin|sind ... nicht gewohnt
        armutszeugnis
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
        Mir reicht es.
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
        entschuldigen|verzeihen|sorry sie? .. meine|die|für späte|verspätete
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
        entweder sie .... oder
        wenn .... nicht .... dann suchen|kaufen|bestellen|wechseln|gehen wir|ich
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
        Entweder Sie beheben das bis Freitag, oder wir holen jemand anderen.
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
