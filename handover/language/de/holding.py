"""German phrases that put off: no information, passed on, in work, received."""

from handover.language.rule import Rule

RULES = (
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
)
