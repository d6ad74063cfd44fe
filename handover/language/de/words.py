"""German function words: what tells the language, and the classes that steer clauses."""

STOP = frozenset(
    """ich du er sie es wir ihr mich mir dich dir ihn ihm ihnen uns euch mein meine meinen meiner dein
    deine sein
    seine ihre ihrer ihren ihrem unser unsere unseren unserer der die das den dem des ein eine einen
    einem einer
    eines kein keine keinen keiner und oder aber denn weil dass daß ob wenn als wie auch nicht noch nur
    schon sehr
    mehr so doch ja nein bitte danke vielen dank mit von zu zum zur auf aus bei beim für gegen ohne um
    über unter
    vor nach seit bis durch im ins am ans an vom ist sind war waren bin bist wird werden wurde wurden
    habe hat
    haben hatte kann können könnte könnten muss müssen soll sollte sollten will wollen möchte möchten
    darf dürfen
    wurden würde würden gibt geht hier dort da dann jetzt heute morgen gestern immer wieder leider gerne
    gern was
    wer wo wann warum wieso welche welcher welches diese dieser dieses diesen alle alles etwas nichts man
    sich
    guten tag hallo liebe lieber sehr geehrte geehrter grüße grüßen gruß freundlichen herr frau herrn
    melde rückruf
    erledigt dringend nachricht anfrage antwort termin rechnung lieferung angebot eilt moin servus ok
    okay erneut
    rückmeldung sofort fr hr fa bitten erbeten erinnerung mahnung reklamation beschwerde passt perfekt
    prima toll
    ne nen mal halt eben ganz hab nix nich net des i a ma""".split()
) - {
    "so",
    "war",
    "des",
    "i",
    "a",
    "ma",
    "man",
    "an",
    "am",
    "was",
    "will",
    "die",
    "ok",
    "okay",
    "in",
    "fr",
    "hat",
    "also",
    "bin",
    "toll",
}

FREQUENT = frozenset(
    """
    so war des i a ma man an am was will die in hat also bin toll bitte bis kommt erhalten bekommen
    heute angebot fragen kann geht können morgen ihr termin freitag montag uhr schicken kommen machen
    liegt steht woche wir ich sie
    """.split()
)

ABBREVIATIONS = frozenset(
    """rev vers kap abs bl abt zzt z.b z.t z.zt u.a d.h i.d.r i.a i.v ca bzw evtl ggf inkl exkl zzgl usw
    etc vgl nr str tel telef dr prof hr fr dipl ing mind max min st stk abs art bspw sog u.u o.ä o.g s.o
    s.u m.e gem lt bez betr geb jan feb mär apr jun jul aug sep sept okt nov dez mo di mi do sa so v.a
    z.hd a.d e.v u.s.w z zb mfg lg vg zzt bgm co abt pos ggfs evt eigtl urspr vorauss frdl freundl m.f.g
    u o i""".split()
)

COUNTED = frozenset(
    """januar februar märz april mai juni juli august september oktober november dezember jänner stock etage quartal
    woche kw kalenderwoche halbjahr mal male tag jahr platz klasse mahnung reihe auflage generation termin versuch
    obergeschoss og ug advent weihnachtstag jahrestag geburtstag""".split()
)

CLASSES: dict[str, str] = {
    "negation": """
    nicht kein keine keinen keiner keinem keines nie niemals nichts nix nich net ohne weder nirgends
    keinerlei keinesfalls keineswegs kaum niemand niemanden
    """,
    "if": "wenn falls sofern sollte sollten soweit angenommen",
    "bound": "später",
    "link": "dass daß",
    "once": "sobald",
    "subordinate": "ob damit bevor weil nachdem ehe obwohl als indem seit während worauf wozu",
    "first": "ich wir",
    "second": "sie du ihr ihre ihren ihrem ihrer dein deine euer eure",
    "would": """
    würde würden könnte könnten müsste müssten sollte sollten möchte möchten muss müssen darf dürfen
    soll sollen will wollen wuerde
    """,
    "past": """
    habe haben hatte hatten wollte wollten war waren konnte konnten wurde wurden hab hätte hätten hätt
    sollte durfte musste
    """,
    "future": "werde werden",
    "able": "kann können",
    "hedge": """
    hoffe hoffen versuche versuchen versuch glaube glauben denke denken vermutlich wahrscheinlich
    vielleicht evtl eventuell möglicherweise hoffentlich plane planen voraussichtlich eigentlich ggf
    wohl
    """,
    "contrast": "aber jedoch allerdings trotzdem dennoch nur sondern",
    "question": "wann warum wieso weshalb wer wo woher wohin welche welcher welches welchen wieviel",
    "date": """
    heute morgen übermorgen montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag bis
    nächste nächsten nächster kommende kommenden januar februar märz april mai juni juli august
    september oktober november dezember woche wochen kw uhr vormittag nachmittag abend mittag spätestens
    binnen innerhalb gleich montags stunde stunden minuten tagen werktagen werktage monatsende
    quartalsende feierabend wochenende
    """,
    "commit": """
    melde melden schicke schicken schick sende senden prüfe prüfen kläre klären kümmere kümmern kümmer
    rufe rufen ruf anrufe anrufen zurückrufe zurückrufen liefere liefern erledige erledigen bearbeite
    bearbeiten informiere informieren gebe geben gib bringe bringen stelle stellen erstelle erstellen
    besorge besorgen organisiere organisieren übernehme übernehmen bestelle bestellen buche buchen
    antworte antworten beantworte beantworten reiche reichen nachreiche nachreichen lasse lassen lass
    halte halten veranlasse veranlassen sorge sorgen überweise überweisen erstatte erstatten schreibe
    schreiben hole holen schaue schauen schau nachfragen mitteilen repariere reparieren tausche tauschen
    ersetze ersetzen austauschen verspreche versprechen garantiere garantieren sage zusage zusagen
    sichere zusichern storniere stornieren aktualisiere aktualisieren versende versenden beauftrage
    beauftragen setze setzen nehme nehmen vereinbare vereinbaren unterbreite unterbreiten präsentiere
    präsentieren spreche sprechen bespreche besprechen zuschicken zusenden zukommen nachliefern
    vorbeikomme vorbeikommen komme kommen weiterleite weiterleiten leite leiten bereite vorbereiten
    korrigiere korrigieren ändere ändern behebe beheben löse lösen analysiere analysieren untersuche
    untersuchen mache machen fertige anfertigen zeichne berechne berechnen kalkuliere kalkulieren
    gutschreiben schreib verlängere verlängern trage eintragen reserviere reservieren hinterlege
    montiere montieren installiere installieren fahre fahren starte starten beginne beginnen unterstütze
    unterstützen begleite begleiten erhalten bekommen entscheide entscheiden gewähre gewähren bestätige
    zurückmelde zurückmelden rückmelde drucke drucken liefer faxe faxen maile mailen lege legen hake
    nachhaken verbinde nachsehe nachsehen sehe nachschauen nachschaue rückrufe bemühe bemühen nenne nennen werde
    werden
    """,
    "we": "ich wir",
    "you": "sie ihr du",
    "day": """
    heute morgen übermorgen montag dienstag mittwoch donnerstag freitag samstag sonntag mittag abend
    """,
    "ask_verb": """
    senden schicken zusenden zuschicken prüfen überprüfen klären mitteilen sagen geben nennen bestätigen
    melden zurückmelden anrufen zurückrufen rufen beantworten antworten informieren helfen erklären
    erläutern weiterleiten weiterhelfen zukommen korrigieren ändern anpassen aktualisieren veranlassen
    kümmern schauen nachschauen nachsehen ansehen anschauen beheben lösen reparieren austauschen
    tauschen ersetzen liefern stornieren löschen freischalten freigeben ausstellen erstellen einrichten
    bereitstellen übermitteln übersenden nachreichen besorgen organisieren vereinbaren einplanen
    erledigen bearbeiten unterschreiben ausfüllen zurücksenden zurückschicken buchen reservieren
    verschieben absagen vorbeikommen kommen unterstützen beraten empfehlen verraten verbinden einsehen
    abholen bringen entfernen abmelden anmelden umstellen beschreiben darlegen aufklären erstatten
    überweisen gutschreiben machen tun lassen eintragen sicherstellen zeigen finden teilen kontaktieren
    verlängern umbuchen installieren beschleunigen
    """,
    "ask_noun": """
    antwort rückmeldung rückruf hilfe unterstützung info information informationen auskunft bestätigung
    stellungnahme prüfung überprüfung klärung erledigung zusendung übersendung mitteilung bescheid
    feedback nachricht entscheidung freigabe angebot termin terminvorschlag korrektur stornierung
    erstattung abhilfe lösung vorschlag vorschläge bearbeitung rat tipp tipps ratschlag erklärung
    erläuterung anleitung rückantwort weiterleitung anpassung änderung löschung kontaktaufnahme zugang
    zusage beratung empfehlung rechnung
    """,
    "we_soon": """
    zeitnah bald baldmöglichst umgehend kürze schnellstmöglich wieder sobald dann später demnächst
    unaufgefordert bei
    """,
    "please": "bitte bitten bitt",
    "answer_noun": """
    antwort rückmeldung reaktion rückruf nachricht bescheid info information informationen bestätigung
    auskunft lebenszeichen feedback ergebnis angebot rückantwort stellungnahme eingangsbestätigung
    entscheidung unterlagen lieferung ware ersatz gutschrift erstattung techniker monteur termin
    """,
    "plant": """
    server anlage linie band maschine produktion fertigung system systeme netz netzwerk website webseite
    shop telefonanlage kasse kassen fördertechnik lager kühlung heizung aufzug stapler roboter steuerung
    leitung halle werk presse plattform portal software anwendung datenbank rechner drucker scanner
    sorter förderband
    """,
    "boss": """
    vorgesetzte vorgesetzten vorgesetzter vorgesetztem chef chefin chefs geschäftsführer
    geschäftsführerin geschäftsführung geschäftsleitung vorstand bereichsleiter bereichsleitung
    abteilungsleiter abteilungsleiterin abteilungsleitung vertriebsleiter vertriebsleiterin
    vertriebsleitung leitung teamleiter teamleiterin beschwerdestelle werkleiter werkleitung direktor
    direktion konzernleitung zentrale
    """,
}

GREETINGS = (
    "hallo",
    "guten tag",
    "guten morgen",
    "guten abend",
    "sehr geehrte",
    "liebe ",
    "lieber ",
    "moin",
    "servus",
    "grüß gott",
    "grüezi",
    "grüss gott",
    "werte ",
    "werter ",
    "hi ",
    "hey ",
    "schönen guten",
    "tag herr",
    "tag frau",
    "an das ",
    "geehrte",
)
SIGNOFFS = (
    "mit freundlichen grüßen",
    "mit freundlichem gruß",
    "mit freundlichen gruessen",
    "mit freundlichen grüssen",
    "freundliche grüße",
    "freundliche grüsse",
    "freundlicher gruß",
    "viele grüße",
    "viele gruesse",
    "viele grüsse",
    "beste grüße",
    "beste grüsse",
    "liebe grüße",
    "herzliche grüße",
    "schöne grüße",
    "schönen gruß",
    "lieben gruß",
    "grüße",
    "gruß",
    "gruss",
    "mfg",
    "m.f.g",
    "vg",
    "lg",
    "bg",
    "hochachtungsvoll",
    "mit besten grüßen",
    "mit besten empfehlungen",
    "mit vielen grüßen",
    "mit herzlichen grüßen",
    "mit freundlicher empfehlung",
    "i. a.",
    "i.a.",
    "i. v.",
    "i.v.",
    "gesendet von",
    "von meinem iphone",
    "von meinem smartphone",
    "im auftrag",
    "ihr team",
    "sonnige grüße",
    "danke und gruß",
    "danke und grüße",
    "besten gruß",
    "bis dann",
    "bis dahin viele grüße",
    "einen schönen tag",
    "schönes wochenende",
    "in diesem sinne",
    "gez.",
)
DISCLAIMERS = (
    "diese e-mail enthält vertrauliche",
    "diese e-mail und",
    "diese nachricht enthält",
    "der inhalt dieser e-mail",
    "die information in dieser e-mail",
    "vertraulichkeitshinweis",
    "datenschutzhinweis",
    "bitte denken sie an die umwelt",
    "bitte prüfen sie, ob diese",
    "registergericht",
    "sitz der gesellschaft",
    "handelsregister",
    "amtsgericht",
)
TRIGRAMS = frozenset(
    " de ver sch ich ein ung cht der die und gen den ten eit ieb ück ühr äng zei eig auf aus geh wei isch lich keit "
    "heit ier ä ö ü ß tz ck öß üb für ürz äft ünd stä".split()
) | frozenset([" ge", "en ", " zu", " be", "ern", "ür ", "ät ", "ät", "ös", "ße ", "uß "])
