"""German phrases that put off: no information, away, passed on, in work, received."""

from handover.language.rule import Rule

RULES = (
    Rule(
        "put_off",
        find="""
        kein* informationen|information|infos|kenntnis|ahnung|auskunft|angaben|erkenntnisse|neuigkeiten|
            neuen
        noch kein* ergebnis|rückmeldung|antwort|neuigkeiten|neues|stand|informationen|info|entscheidung|
            termin|zusage
        noch nichts|nicht neues|gehört|bekannt|absehbar|sagen|entschieden|abschließend|genaues|soweit|
            abgeschlossen|klar
        noch nicht so weit
        liegt|liegen mir|uns|hier ... noch nicht|kein*
        weiß|wissen ich|wir ... leider? nicht|noch
        weiß ich nicht
        kann|können ich|wir ... nichts|nicht|kein* ... sagen|nennen|geben|beantworten|versprechen
        kann|können|lässt ... erst|noch ... sagen|beantworten
        mehr kann|weiß|können|wissen|habe|haben ich|wir
        dazu|hierzu|darüber kann|können|liegen|liegt|habe|haben ... nichts|nicht|kein*
        zu ihrem|ihrer|ihren|dem|der ... kann|liegen|liegt|können ... nichts|nicht|keine
        bin|sind ich|wir? ... nicht zuständig|informiert|eingearbeitet|im bilde|im thema
        nur die|zur? vertretung|aushilfe|aushilfsweise
        vertrete|vertreten nur
        nicht mein|unser|meine zuständigkeit*|bereich|zuständig|gebiet|thema
        um .. geduld
        geduld ... bitten|haben
        danke|dank ... geduld , bis|während|solange
        bitte|bitten|dürfen|darf ... geduld
        gedulden
        etwas|noch|ein|einige|bisschen|bissl|wenig .. zeit|bisschen dauern|in anspruch
        wird|kann|könnte|dauert .. noch? etwas|einige|noch|wohl .. dauern|zeit|länger|tage|wochen
        zeit in anspruch
        dauert .. noch|länger
        verzögert sich
        versuchen|versuch|probieren sie? es ... später|nochmal|noch|morgen|bei|direkt|dort|übermorgen
        müssen|muss wir|ich|erst|noch .. abwarten|warten
        warte|warten|wartet ... noch|selbst|selber|gerade|derzeit|aktuell|auf ... rückmeldung|antwort|
            freigabe|kollegen|kollegin|technik|hersteller|lieferanten|buchhaltung|info|infos|unterlagen|
            zuarbeit
        warte|warten|wartet selbst|selber|noch auf
        hängt|liegt|ist|steckt nur|noch|derzeit|gerade|aktuell|momentan ... beim|bei|in|im der? .. einkauf|
            vertrieb|technik|buchhaltung|hersteller|kollegen|chef|geschäftsleitung|abteilung|lieferanten|
            freigabe|konstruktion|zoll|disposition|prüfung|klärung
        viel los|arbeit|zu tun
        land unter
        alles dicht
        hohes|hohen|hohem|erhöhtes|erhöhten|großes aufkommen|anfrageaufkommen|arbeitsaufkommen|arbeitsanfall
        komme|kommen|kam|kamen ... nicht dazu
        schaffe|schaffen es|das|ich|wir ... heute|gerade|leider nicht
        schaffe es
        keine zeit
        derzeit|zurzeit|momentan|aktuell|gerade|zur zeit nicht|niemand|keiner erreichbar|besetzt|möglich|
            verfügbar|da
        zuständig ist|dafür|hierfür
        ansprechpartner|ansprechpartnerin ist|wäre|dafür|hierfür
        wenden|melden sie sich ... kollegen|kollegin|herrn|frau|zentrale
        """,
        unless="""
        {please} informieren|rückmeldung
        brauche ... keine
        dafür ... habe|haben ich|wir
        verliere|verlieren|am ende|keine geduld
        meine|unsere geduld
        warte|warten ... auf ihre|deine|euer|ihren
        warten auf ihre
        """,
        yes="""
        Dazu liegen mir leider noch keine Informationen vor.
        Wir bitten um etwas Geduld.
        Danke für Ihre Geduld, bis wir mehr wissen.
        Das liegt gerade noch beim Einkauf.
        Mehr kann ich Ihnen im Augenblick nicht sagen.
        Wir warten selbst noch auf die Rückmeldung des Herstellers.
        """,
        no="""
        Die Informationen finden Sie im Anhang.
        Meine Geduld ist am Ende.
        Vielen Dank für Ihre Geduld.
        Wir warten auf Ihre Antwort.
        """,
    ),
    Rule(
        "patience",
        find="""
        danke|dank ... geduld
        darf|dürfen|dürfte|dürften|möchte|möchten ... geduld bitten
        geduld ... danke|bedanken|bedanke
        bedanke|bedanken ... geduld
        """,
        unless="""
        geduld ... haben|gebeten|noch
        geduld , bis|während|solange
        bitte|bitten ... geduld
        """,
        yes="""
        Vielen Dank für Ihre Geduld.
        Danke für Ihr Verständnis und Ihre Geduld.
        Für Ihre Geduld bedanken wir uns.
        Darf ich Sie noch um ein wenig Geduld bitten?
        """,
        no="""
        Wir bitten um etwas Geduld.
        Danke für Ihre Geduld, bis wir mehr wissen.
        Meine Geduld ist am Ende.
        """,
    ),
    Rule(
        "away",
        find="""
        kollege|kollegin|sachbearbeiter|sachbearbeiterin|ansprechpartner|ansprechpartnerin|herr|frau|chef|
            er|sie ist|sind ... urlaub|krank|krankgemeldet|abwesend|unterwegs|besprechung|meeting|
            elternzeit|außer haus|erst|nicht da
        ist|sind ... im|in|auf urlaub|besprechung|termin|meeting|dienstreise|messe|schulung
        noch im|in urlaub|elternzeit|besprechung
        bin ich ... im|in|auf urlaub|elternzeit|dienstreise|messe|schulung
        ich bin ... im|in|auf urlaub|elternzeit|dienstreise|messe|schulung
        nicht im haus|hause|büro
        nicht am platz|arbeitsplatz
        aus dem urlaub
        erst wieder|ab im|in|ab|am ... haus|büro|erreichbar|zurück
        wieder im haus|büro|da
        """,
        unless="""
        bin ich ... erreichbar
        ich bin ... erreichbar
        """,
        yes="""
        Herr Lindner ist noch im Urlaub.
        Ab Montag bin ich zwei Wochen im Urlaub.
        Die Kollegin ist erst am Dienstag wieder im Büro.
        """,
        no="""
        Schönen Urlaub!
        Die Ware ist im Haus.
        """,
    ),
    Rule(
        "forwarded",
        find="""
        gebe|geben|gab|reiche|reichen ... weiter
        leite|leiten|habe|haben|wurde|wird|werde|werden|hab ... weitergeleitet|weiter|weiterleiten|
            weitergegeben|weitergereicht|übergeben|weitergeben
        an .. die|den|das|unsere|unseren|unser|zuständige|zuständigen|meine|meinen|eine|
            einen .. fachabteilung|abteilung|kollegen|kollegin|stelle|fachbereich|technik|service|
            buchhaltung|vertrieb|team .. weiter*|übergeben|abgegeben|gegeben
        weitergeleitet|weitergegeben|weitergereicht
        zur weiteren bearbeitung|veranlassung
        abgegeben an
        zuständigkeitshalber
        intern|nochmal|noch|kollegen|technik|bei ... angestoßen|nachgefragt|angefragt|nachgehakt|
            angemahnt|erinnert
        habe|haben|hab ... kollegen|kollegin|technik|fachabteilung|hersteller|lieferanten|chef|
            buchhaltung|vertrieb ... gefragt|angeschrieben|informiert|gebeten|kontaktiert|angefragt
        hersteller|lieferanten|technik ... angefragt|angeschrieben|kontaktiert
        """,
        unless="""
        bitte ... weiterleiten|weiter
        {please} leiten sie
        könnten|können sie ... weiterleiten|weitergeben
        nicht ... weitergeleitet
        """,
        yes="""
        Ich habe Ihre Anfrage an die Fachabteilung weitergeleitet.
        Ich gebe das an die Kollegen weiter.
        Ich habe noch einmal intern nachgefragt.
        """,
        no="Bitte leiten Sie das weiter.",
    ),
    Rule(
        "holding",
        find="""
        kümmere|kümmern|kümmert|kümmer mich|uns|sich .. darum|um|drum
        kümmern uns|mich
        kümmer mich
        nehme|nehmen mich|uns|wir .. der|dem|sache|an
        wird|werden ... bearbeitet|geprüft|geklärt|gekümmert|untersucht|analysiert|abgeklärt|beantwortet|
            beraten|nachgeholt|besprochen|verfolgt|erledigt|behandelt
        in|im bearbeitung|klärung|prüfung|abstimmung|arbeit|umlauf|vorbereitung|mache|auge|blick
        zur prüfung|bearbeitung|klärung|entscheidung
        sind|bin|ist|seid ... dran|dabei|drin|am
        bleibe|bleiben|sitze|sitzen ... dran|daran
        arbeite|arbeiten|arbeitet ... daran|an .. lösung|dran|hochdruck|nachdruck
        mit hochdruck|nachdruck
        schaue|schauen|sehe|sehen|schau|gucke|guck ... an|mal|nach|was|rein|drüber
        prüfe|prüfen|prüf|kläre|klären|klär|checke|checken|recherchiere|recherchieren ... das|es|den|die|
            dies|intern|und|gerade|derzeit|aktuell|noch|mit|gern*|ich|wir
        hake|haken|frage|fragen ... nach
        nachhaken
        zeitnah|baldmöglichst|schnellstmöglich|umgehend|unaufgefordert|demnächst|unverzüglich|baldigst|
            später|gleich|nachher|asap .. melden|melde|zurück|bescheid|informieren|bearbeiten|antworten|
            auf sie|kümmern|rückmeldung|mehr
        in kürze|bälde
        komme|kommen|kommt ... auf sie|dich|euch zu|zurück
        komme|kommen darauf|drauf|dazu zurück
        auf sie zukommen|zurückkommen|zu
        melde|melden|meldet mich|uns|sich
        ^ melde|meld mich
        meldet sich
        hören|hörst|hört von mir|uns|ihm|ihr|dort
        sobald ... neuigkeiten|neues|vorliegt|vorliegen|mehr|weiß|wissen|klarheit|ergebnis|informationen|
            geklärt|rückmeldung|antwort|höre|hören|was|etwas|habe|haben|kann|können|möglich
        halte|halten ... laufenden
        gebe|geben|gib|geb ... bescheid|rückmeldung|durch|info
        bekommen|erhalten|kriegen|bekommst sie|du|ihr? ... bescheid|rückmeldung|antwort|nachricht|info|
            rückruf|zwischenstand|meldung
        bescheid|rückmeldung|antwort|info|infos|näheres|details|alles weitere|rückruf|auskunft folgt|
            folgen|kommt|kommen
        antwort|rückmeldung|info|infos|rückruf|näheres|mehr folgt|folgen|kommt|später|morgen|dann
        nachfrage|nachfragen|rücksprache|rückfrage halten|intern|bei|mit|gehalten
        muss|müssen|möchte|möchten|will|wollen ... erst|noch|intern|zunächst|kurz|vorher|dazu ... klären|
            prüfen|abstimmen|besprechen|nachfragen|abklären|einholen|nachsehen|nachschauen|fragen|
            rücksprache|sortieren|ansehen
        muss|müssen ich|wir .. nachfragen|nachsehen|nachschauen|klären|abklären|fragen|prüfen
        zuarbeit|zuarbeiten|stellungnahme|stellungnahmen|rückmeldung|auskunft ... einzuholen|einholen|
            angefordert|abwarten
        notiert|vermerkt|aufgenommen|vorgemerkt
        ihr|ihre|ihren|dein|deine|anfrage|antrag|vorgang ... registriert|erfasst|angelegt
        zur kenntnis
        auf dem|meinem|unserem zettel|schirm|tisch|radar|liste
        auf der|meiner|unserer liste|agenda
        steht auf .. liste|agenda
        nicht vergessen
        gesehen|gelesen
        ^ ok|okay|gut|ja mach* ich|wir
        ^ mache|mach ich
        ^^ machen wir $
        wird gemacht
        wird erledigt
        leite|leiten ... in die wege|ein
        in die wege
        wir tun|geben unser|alles ... möglichstes|bestes|menschenmögliche
        ihr|ihre|dein anliegen|anfrage|nachricht|meldung|mail|hinweis|auftrag ist|wird|liegt ... wichtig|
            bearbeit*|uns|händen|prüf*|vor|berechtigt
        guten|besten|allerbesten händen
        sehr|absolut ernst|berechtigt
        bemühen|bemühe uns|mich
        wird .. sich|ihnen|sie ... melden|kümmern|anrufen|nennen|informieren|antworten
        nennt|nennen|sagt|gibt|geben mir|uns ... bis|am|morgen|noch|heute|freitag*|nächste*|dann
        meldet sich ... bei ihnen
        zwischenbescheid|zwischennachricht|zwischenstand
        bearbeitung ... dauern|dauert|zeit|nimmt|erfolgt|vor
        bearbeiten ihr*|die|das|den|alle
        reihenfolge .. ihres|des eingangs
        regulären|üblichen dienstzeit|geschäftszeiten|öffnungszeiten
        nächsten|nächste werktag|arbeitstag
        eingeplant
        rechnen|rechne ... mit|rückmeldung|antwort|ergebnis ... rückmeldung|antwort|nächste*|ende|anfang
        lass|lasse|lassen ... von mir|uns hören
        setze|setzen ... in verbindung
        telefonieren ... dazu|nächste|morgen|später
        im laufe|lauf des|der tages|woche|nachmittags|vormittags
        noch diese|heute woche|bescheid
        sache|angelegenheit|vorgang|fall ... läuft|nach|geprüft|verfolg*
        """,
        unless="""
        bitte|bitten sie ... kümmern|melden|prüfen|klären
        könnten|würden|können sie
        {please} prüfen|klären
        melden sie
        {please} ... bescheid
        sie melden
        wollte|wollten mich|uns melden
        wann|wie|warum ... prüfen|klären
        dafür|dazu brauche|benötige|benötigen|brauchen ich|wir ... noch
        prüfen|klären sie
        bescheid vom
        """,
        yes="""
        Wir kümmern uns darum.
        Ihr Anliegen ist in Bearbeitung.
        Wir melden uns zeitnah bei Ihnen.
        Ich muss das erst intern klären.
        Sobald ich etwas höre, bekommen Sie Bescheid.
        Antwort folgt.
        Das steht auf meiner Liste.
        """,
        no="""
        Bitte kümmern Sie sich darum.
        Der Liefertermin ist der 12. März.
        """,
    ),
    Rule(
        "ack",
        find="""
        eingang ihrer|ihres|der|bestätigt|bestätigen|wird
        haben|habe|ist|wurde ... ihre|ihr|ihren|die|deine ... erhalten|eingegangen|empfangen|bekommen
        dankend erhalten
        hiermit bestätige|bestätigen
        bestätige|bestätigen .. eingang|erhalt
        ist|sind ... eingegangen|angekommen
        eingegangen und|am
        liegt|liegen uns|mir ... zur bearbeitung
        wurde|wird unter .. aktenzeichen|vorgangsnummer|ticketnummer|nummer
        unter .. aktenzeichen|vorgangsnummer|ticketnummer|nummer ... angelegt|erfasst|registriert|
            bearbeitet|geführt
        bearbeitungsnummer|vorgangsnummer|ticketnummer|aktenzeichen lautet|ist|:
        antworten sie nicht auf diese
        automatisch* generierte|erstellte|erzeugte|versandte|antwort|eingangsbestätigung|nachricht
        eingangsbestätigung
        einzige benachrichtigung
        """,
        unless="nicht|kein* ... erhalten|eingegangen|bekommen",
        yes="Wir haben Ihre Nachricht erhalten.",
        no="Wir haben Ihre Nachricht nicht erhalten.",
    ),
)
