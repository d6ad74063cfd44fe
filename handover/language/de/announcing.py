"""German phrases that tell everybody: an event, a release, something for sale, a finding for others."""

from handover.language.rule import Rule

RULES = (
    Rule(
        "announces",
        find="""
        referent|referentin|vortragender|vortragende|redner|rednerin|sprecher|sprecherin :|ist
        anmeldung ist? nicht erforderlich|nötig|notwendig
        keine anmeldung
        kostenlose anmeldung|teilnahme
        eintritt|teilnahme ist? frei|kostenlos|kostenfrei
        laden|lade wir|ich .. alle|euch|herzlich ... ein
        alle|jeder|jede sind|ist herzlich? eingeladen|willkommen
        herzlich eingeladen|willkommen zum|zur|zu
        treffen|stammtisch|webinar|workshop|konferenz|seminar|vortrag|tagung am|um|diesen|nächsten
        ab sofort verfügbar|erhältlich
        ist|sind jetzt|nun|ab verfügbar|erschienen|veröffentlicht
        zu verkaufen|verschenken
        verkaufe|verkaufen|verschenke ich|wir? mein|meine|meinen|unser|unsere|unseren|einen|eine|zwei|drei|gebrauchte*
        ich|wir verkaufe|verkaufen|verschenke|verschenken
        abzugeben
        findet|finden ... statt
        bei interesse .. direkt|privat|pn|persönlich|mail
        hilft|nützt|hilfreich|nützlich ... anderen|jemandem|jemand|anderer|allen
        hoffe .. das|es|dies .. hilft ... jemand|anderen
        fürs|für das archiv
        """,
        unless="""
        können|könnten|wann|wie|wo|ob|würden sie|ist|sind|kann|kommt|wird
        nicht|noch|kein* ... verfügbar|erhältlich|erschienen|eingeladen
        angebot|preis|liefern|lieferung|bestellen
        """,
        yes="""
        Referentin: Anna Maier, keine Anmeldung nötig.
        Das Anwendertreffen findet am Freitag in Ulm statt.
        Ich verkaufe meine zwei alten Steuerungen.
        Vielleicht hilft das auch anderen.
        """,
        no="""
        Wann ist die neue Version verfügbar?
        Die neue Version ist noch nicht verfügbar.
        """,
    ),
)
