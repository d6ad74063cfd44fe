"""German phrases of not knowing, of having to find out, of what others said who know, and of what helps meanwhile."""

from handover.language.rule import Rule

RULES = (
    Rule(
        "put_off",
        find="""
        bin|sind ich|wir? ... überfragt
        überfragt
        kenne|kennen ich|wir? mich|uns ... nicht|kaum|wenig|nur aus
        kenne|kennen mich|uns .. damit|hier|dort|darin nicht|kaum aus
        sagt mir .. nichts
        stehe|stehen .. selbst .. vor einem rätsel
        kann|können|konnte|konnten .. ich|wir|es|das|ihn|sie ... nicht|nichts ... testen|nachstellen|ausprobieren|
            nachvollziehen|nachprüfen
        nicht|kein* ... hier|zur hand|zum testen
        vielleicht|eventuell|womöglich|hoffentlich kann|können|weiß|wissen|könnte ... kollege|kollegin|kollegen|jemand|
            andere|anderer|leute ... sagen|helfen|weiterhelfen|mehr|beantworten|bringen|beitragen
        licht ins dunkel
        grenze|grenzen|ende meines wissens|lateins
        nicht der|die richtige|richtigen ansprechpartner*|person|dafür
        """,
        unless="""
        aber|jedoch|allerdings|dafür
        können|könnten|kann|könntest|kannst sie|du ... licht|nachstellen|testen
        """,
        yes="""
        Da bin ich überfragt.
        Mit dem Getriebe kenne ich mich nicht aus.
        Leider kann ich es hier nicht testen.
        Vielleicht kann ein Kollege etwas dazu sagen.
        """,
        no="""
        Mit dem Getriebe kenne ich mich nicht aus, aber der Motor braucht 24 V.
        Können Sie Licht ins Dunkel bringen?
        """,
    ),
    Rule(
        "holding",
        find="""
        muss|müssen|müsste|möchte|möchten ... nachdenken|überlegen|durchdenken|heraussuchen|raussuchen
        muss ich .. erst|noch überlegen|nachdenken|suchen
        kann|können|werde|werden|könnte ... heute|morgen|später|nachher|{day} ... nachstellen|testen|bestätigen|
            ausprobieren|nachmessen|nachsehen
        suche|suchen .. jetzt|noch|nun|weiter|derzeit|gerade|nach? die|der|dem|den ursache|fehler|grund
        entwicklung|technik|werkstatt|labor|konstruktion|kollegen|kolleginnen weiß|wissen|ist|sind bescheid|informiert|
            dran|eingebunden
        an|in|bei die|der|unsere|unserer entwicklung|technik|werkstatt|konstruktion|qualitätssicherung gegeben|gemeldet|
            geschickt|gereicht
        hoffe|hoffen .. auf|bald|dass ... antwort|rückmeldung|ergebnis|auskunft|weiß|wissen
        lassen sie|lass uns .. das? direkt|persönlich|telefonisch|gesondert|dort|bilateral
        schreibe|melde ich ihnen|mich|dir .. gesondert|direkt|separat|getrennt
        """,
        unless="""
        können|könnten|würden|bitte sie|du
        {please} .. nachstellen|testen|bestätigen|prüfen
        sie müssen|muss|müssten|können|werden
        hoffe|hoffen .. auf ihre|deine|eure
        """,
        yes="""
        Darüber muss ich erst nachdenken.
        Ich kann das heute Nachmittag nachstellen.
        Wir suchen jetzt die Ursache.
        Die Entwicklung weiß Bescheid.
        """,
        no="""
        Können Sie das heute nachstellen?
        Ich hoffe auf Ihre Rückmeldung.
        """,
    ),
    Rule(
        "asks_others",
        find="""
        hat|kennt|weiß|kann|könnte|hatte|mag|ist jemand|wer|einer|irgendwer|irgendjemand
        wer|jemand von|aus euch|ihnen|uns|kollegen
        jemand eine idee|ahnung|erfahrung
        """,
        unless="bei ihnen|euch",
        yes="Hat jemand von den Kollegen das schon einmal gemacht?",
        no="Haben Sie das schon einmal gemacht?",
    ),
    Rule(
        "reported",
        find="""
        gefragt|nachgefragt|gesprochen|abgeklärt|geklärt|besprochen|abgestimmt|rücksprache|nachgesehen .... :
        besprochen|abgestimmt|geklärt|abgeklärt|nachgefragt und .. nehmen|nimmt|können|machen|liefern|bieten|erstatten|
            verzichten|bleiben|dürfen|tauschen
        laut|auskunft|aussage|angabe|angaben .. der|des|von|unserer|unserem|unseres? technik|hersteller|herstellers|
            entwicklung|lieferant|lieferanten|werkstatt|kollegen|konstruktion
        laut technik|hersteller|entwicklung|werkstatt|lieferant|konstruktion
        hersteller|technik|entwicklung|werkstatt|lieferant|konstruktion|kollege|kollegin sagt|sagte|meint|meinte|
            bestätigt|bestätigte|empfiehlt|rät
        """,
        unless="""
        noch nicht|nichts|kein*|offen|keine
        sobald|melde|melden|meldet|warte|warten|hoffe|hoffen|prüft|prüfen|ob
        """,
        yes="""
        Ich habe die Technik gefragt: Es sind höchstens 12 V.
        Wir haben das intern besprochen und nehmen die Ware zurück.
        Laut Hersteller ist das Teil noch bis März lieferbar.
        """,
        no="""
        Ich habe die Technik gefragt.
        Ich habe nachgefragt und melde mich: Es dauert noch.
        """,
    ),
    Rule(
        "substance",
        find="""
        bis dahin .... sie|bitte|du|können|hilft|genügt|reicht|funktioniert|tut
        inzwischen|einstweilen|vorerst|übergangsweise|zwischenzeit .... sie|bitte|hilft|genügt|reicht|funktioniert
        solange können|nehmen|nutzen|verwenden|schalten sie|du
        sie|du|bitte ... bis dahin|einstweilen|vorerst|übergangsweise
        beim|bei|im|in ... besser aufgehoben
        besser|besten .. beim|im hersteller|händler|forum
        ^^ leider nein|nicht $
        ^^ nein ,? leider
        wenden sie sich .. an|direkt ... hersteller|lieferanten|verkäufer|händler
        meist|meistens|oft|immer|häufig|normalerweise hilft|half|reicht|genügt
        """,
        unless="""
        geduld|gedulden|warten|abwarten|wieder|hören
        """,
        yes="""
        Leider nein, der Speicher ist dort nicht erreichbar.
        Bis dahin können Sie den Dienst einmal am Tag neu starten.
        Schalten Sie bis dahin bitte auf Handbetrieb.
        Meist hilft es, die Kontakte zu reinigen.
        Mit dieser Frage sind Sie beim Hersteller des Scanners besser aufgehoben.
        """,
        no="""
        Bis dahin bitten wir Sie um Geduld.
        Bis dahin suchen wir weiter.
        """,
        weight=1.2,
    ),
)
