"""German date words. The kinds are those of `dates_kinds`, the notation that of `dates_words`."""

from handover.language.dates_words import DateWords

DATES = DateWords(
    endings=("e", "en", "er", "es", "em"),
    respell={"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"},
    compounds=(("weekday", "part"), ("month", "tail")),
    participle="ge ver be er ent zer miss",
    moved="""kommen gangen fahren blieben passiert schehen troffen fallen stürzt schienen laufen treten
        schwunden standen reist zogen storben wesen stiegen gleist scheitert startet rückt wandert""",
    kinds={
        "day": """ab_heute=0 ab_morgen=1 ab_übermorgen=2 heute=0 heut=0 morgen=1 morgn=1 übermorgen=2
            überübermorgen=3 gestern=-1 vorgestern=-2 vorvorgestern=-3 heutig*=0 morgig*=1 gestrig*=-1""",
        "adjective": "heutig* morgig* gestrig*",
        "weekday": "montag=0 dienstag=1 mittwoch=2 donnerstag=3 freitag=4 samstag=5 sonnabend=5 sonntag=6",
        "wd": "mo=0 di=1 mi=2 do=3 fr=4 sa=5 so=6",
        "risky": "so",
        "recur": """montags=0 dienstags=1 mittwochs=2 donnerstags=3 freitags=4 samstags=5 sonnabends=5
            sonntags=6 werktags wochentags täglich wöchentlich monatlich jährlich heute_als_morgen
            von_heute_auf_morgen heutzutage""",
        "every": "jede jeden jeder jedes jedem alle allen jeweils immer",
        "generic": "einem ein eines",
        "month": """januar=1 jänner=1 jaenner=1 jan=1 februar=2 feber=2 feb=2 febr=2 märz=3 mär=3 mrz=3
            april=4 apr=4 mai=5 juni=6 jun=6 juno=6 juli=7 jul=7 august=8 aug=8 september=9 sep=9 sept=9
            oktober=10 okt=10 november=11 nov=11 dezember=12 dez=12 januars=1 februars=2 aprils=4 mais=5
            junis=6 julis=7 septembers=9 oktobers=10 novembers=11 dezembers=12""",
        "abbr": """mo di mi do fr sa so jan feb febr mär mrz apr jun jul aug sep sept okt nov dez ca max std
            min nr tel bzw mind spät vorauss vsl wo gg tg anf""",
        "tail": "woche=week hälfte=half anfang=begin mitte=middle ende=end",
        "part": """früh=early morgen=morning morgens=morning vormittag=morning vormittags=morning
            vormittage=morning mittag=noon mittags=noon nachmittag=afternoon nachmittags=afternoon
            nachmittages=afternoon abend=evening abends=evening nacht=night nachts=night
            spätnachmittag=afternoon spätvormittag=morning frühmorgens=early morgensfrüh=early vorabend=eve
            feierabend=dayend dienstschluss=dayend büroschluss=dayend geschäftsschluss=dayend
            arbeitsende=dayend tagesende=dayend dienstende=dayend betriebsschluss=dayend
            arbeitsschluss=dayend bürozeit=dayend eod=dayend eob=dayend cob=dayend ende_des_tages=dayend
            ende_des_arbeitstages=dayend ende_des_heutigen_tages=dayend ende_der_geschäftszeit=dayend
            ende_der_bürozeit=dayend ende_tag=dayend mittagspause=lunch mittagessen=lunch""",
        "partly": "vormittags nachmittags abends mittags morgens nachts frühmorgens",
        "clockword": "mitternacht=24:00",
        "unit": """minute=minute minuten=minute min=minute stunde=hour stunden=hour std=hour h=hour tag=day
            tage=day tagen=day tages=day kalendertag=day kalendertage=day kalendertagen=day
            kalendertages=day werktag=workday werktage=workday werktagen=workday werktages=workday
            werktags=workday arbeitstag=workday arbeitstage=workday arbeitstagen=workday
            arbeitstages=workday wt=workday at=workday bankarbeitstag=workday bankarbeitstage=workday
            bankarbeitstagen=workday geschäftstag=workday geschäftstage=workday geschäftstagen=workday
            bankarbeitstages=workday woche=week wochen=week arbeitswoche=week arbeitswochen=week monat=month
            monate=month monaten=month monats=month monates=month quartal=quarter quartals=quarter
            quartale=quarter quartalen=quarter vierteljahr=quarter vierteljahres=quarter halbjahr=halfyear
            halbjahres=halfyear jahr=year jahre=year jahren=year jahres=year kalenderjahr=year
            kalenderjahres=year geschäftsjahr=year geschäftsjahres=year wochenende=weekend
            wochenendes=weekend wochenenden=weekend we=weekend kalendermonat=month kalendermonats=month""",
        "plural": """minuten stunden tage tagen wochen wochenenden monate monaten jahre jahren werktage
            werktagen arbeitstage arbeitstagen kalendertage kalendertagen""",
        "number_unit": "viertelstunde=15 dreiviertelstunde=45 halbestunde=30 halbstündig=30",
        "edge": "anfang=begin anf=begin beginn=begin mitte=middle mitt=middle ende=end schluss=end",
        "edgeof": """wochenanfang=begin:week wochenbeginn=begin:week wochenstart=begin:week
            wochenmitte=middle:week monatsanfang=begin:month monatsbeginn=begin:month
            monatsmitte=middle:month monatsende=end:month monatsletzten=end:month monatsletzter=end:month
            ultimo=end:month monatsschluss=end:month quartalsanfang=begin:quarter
            quartalsbeginn=begin:quarter quartalsmitte=middle:quarter quartalsende=end:quarter
            quartalsschluss=end:quarter jahresanfang=begin:year jahresbeginn=begin:year
            jahresmitte=middle:year jahresende=end:year jahresschluss=end:year jahreswechsel=end:year
            halbjahresende=end:halfyear eow=end:week eom=end:month eoy=end:year eoq=end:quarter""",
        "half": "hälfte",
        "third": "drittel",
        "shift": """nächst*=next kommend*=coming dies*=this letzt*=last vergangen*=last vorig*=last
            übernächst*=afternext vorletzt*=beforelast laufend*=this aktuell*=this darauffolgend*=next
            folgend*=next verstrichen*=last nä=next nächst=next""",
        "number": """ein=1 eine=1 einer=1 einem=1 einen=1 eines=1 zwei=2 zweier=2 drei=3 dreier=3 vier=4
            fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14
            fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 einundzwanzig=21
            vierundzwanzig=24 dreißig=30 fünfundvierzig=45 achtundvierzig=48 sechzig=60 zweiundsiebzig=72
            neunzig=90 anderthalb=1.5 eineinhalb=1.5 zweieinhalb=2.5 dreieinhalb=3.5 ner=1 ne=1 nem=1 eins=1""",
        "halfnum": "halbe halben halber halbes",
        "few": "paar einige einigen wenige wenigen mehrere mehreren",
        "ordinal": """erst*=1 zweit*=2 dritt*=3 viert*=4 fünft*=5 sechst*=6 siebt*=7 siebent*=7 acht*=8
            neunt*=9 zehnt*=10 elft*=11 zwölft*=12 dreizehnt*=13 vierzehnt*=14 fünfzehnt*=15 sechzehnt*=16
            siebzehnt*=17 achtzehnt*=18 neunzehnt*=19 zwanzigst*=20 einundzwanzigst*=21 zweiundzwanzigst*=22
            dreiundzwanzigst*=23 vierundzwanzigst*=24 fünfundzwanzigst*=25 sechsundzwanzigst*=26
            siebenundzwanzigst*=27 achtundzwanzigst*=28 neunundzwanzigst*=29 dreißigst*=30
            einunddreißigst*=31 letzt*=-1""",
        "prep": """bis=by spätestens=by allerspätestens=by um=at gegen=at am=on an=on zu=on zum=on zur=on
            per=on im=in in=in ins=in binnen=within innerhalb=within mit_ablauf=within nach_ablauf=within
            bis_ablauf=within mit_ablauf_von=within nach_ablauf_von=within während=in über=over übers=over
            ab=from seit=since vor=before vorm=before nach=after für=for fürs=for auf=to aufs=to von=of
            vom=of zwischen=between frühestens=on spät=by""",
        "article": "der die das dem den des d unserem unserer meinem meiner ihrem ihrer seinem",
        "approx": """ca circa zirka etwa ungefähr rund maximal max höchstens längstens knapp gut mindestens
            mind späten spätem frühen frühem spätestens allerspätestens jeweils weiteren weitere gleich""",
        "noise": """noch schon gleich direkt irgendwann bereits voraussichtlich vorauss vsl vermutlich
            wahrscheinlich hoffentlich eher erst bestimmt sicher wieder also dann nun lieber gern gerne
            einschließlich inklusive inkl wohl auch dort hier vielleicht spätestens allerspätestens
            frühestens jedenfalls möglichst so ungefähr etwa ca circa so_gegen""",
        "course": "im_laufe im_verlauf im_verlaufe irgendwann_im_laufe lauf",
        "range": "bis und oder bzw beziehungsweise sowie",
        "uhr": "uhr h",
        "quarter_hour": "viertel=15 dreiviertel=-15",
        "half_hour": "halb",
        "past_to": "nach=1 vor=-1",
        "cal": "kw kalenderwoche kalenderwochen kws",
        "cal_weak": "woche",
        "quarter": "q h",
        "weekof": "woche",
        "from_now": "ab_heute=0 ab_jetzt=0 ab_sofort=0 von_heute_an=0 von_jetzt_an=0",
        "apart": "nach=1 ab seit pro je täglich lang früher her später zuvor danach vor=-1 alt* lange zeit",
        "ago": "her",
        "feast": """weihnachten=12-24..12-26 heiligabend=12-24 heilig_abend=12-24 heiligen_abend=12-24
            weihnachtstage=12-24..12-26 weihnachtstagen=12-24..12-26 weihnachtsfeiertage=12-25..12-26
            weihnachtsfeiertagen=12-25..12-26 1_weihnachtstag=12-25 ersten_weihnachtstag=12-25
            zweiten_weihnachtstag=12-26 weihnachtsfest=12-24..12-26 zwischen_den_jahren=12-27..12-31
            zwischen_den_feiertagen=12-27..12-31 silvester=12-31 sylvester=12-31
            weihnachten_und_neujahr=12-27..12-31 weihnachten_und_silvester=12-27..12-31
            ersten_advent=advent-21 zweiten_advent=advent-14 dritten_advent=advent-7 vierten_advent=advent
            neujahr=01-01 neujahrstag=01-01 dreikönig=01-06 dreikönigstag=01-06 heilige_drei_könige=01-06
            valentinstag=02-14 rosenmontag=easter-48 fasching=easter-52..easter-47
            karneval=easter-52..easter-47 faschingsdienstag=easter-47 aschermittwoch=easter-46
            weiberfastnacht=easter-52 palmsonntag=easter-7 gründonnerstag=easter-3 karfreitag=easter-2
            karsamstag=easter-1 ostern=easter-2..easter+1 osterfeiertage=easter-2..easter+1
            osterfeiertagen=easter-2..easter+1 ostersamstag=easter-1 ostersonntag=easter
            ostermontag=easter+1 osterwochenende=easter-2..easter+1 himmelfahrt=easter+39
            christi_himmelfahrt=easter+39 vatertag=easter+39 pfingsten=easter+49..easter+50
            pfingstsamstag=easter+48 pfingstsonntag=easter+49 pfingstmontag=easter+50
            pfingstfeiertage=easter+49..easter+50 pfingstfeiertagen=easter+49..easter+50
            pfingstwochenende=easter+48..easter+50 fronleichnam=easter+60 tag_der_arbeit=05-01
            maifeiertag=05-01 muttertag=05/6/2 mariä_himmelfahrt=08-15 tag_der_deutschen_einheit=10-03
            erntedank=10/6/1 reformationstag=10-31 halloween=10-31 allerheiligen=11-01 allerseelen=11-02
            martinstag=11-11 nikolaus=12-06 nikolaustag=12-06 nationalfeiertag=10-26 totensonntag=11/6/-1""",
        "holidays_soon": "feiertagen feiertage",
        "event": """urlaub urlaubs ferien sommerferien osterferien herbstferien weihnachtsferien
            pfingstferien winterferien feiertagen feiertage betriebsferien betriebsurlaub sommerpause
            weihnachtsurlaub sommerurlaub weihnachtspause elternzeit rückkehr jahreswechsel_urlaub umzug
            messe inventur""",
        "vague": """demnächst zeitnah zeitnahe in_kürze baldmöglichst bald baldigst alsbald schnellstmöglich
            schnellstens so_schnell_wie_möglich so_schnell_es_geht so_schnell_es_mir_möglich_ist
            so_schnell_wie_es_geht so_bald_wie_möglich so_bald_als_möglich sobald_wie_möglich
            sobald_als_möglich so_rasch_wie_möglich raschestmöglich ehestmöglich ehestens frühestmöglich
            so_früh_wie_möglich schnellstmöglichst asap umgehend unverzüglich kurzfristig mittelfristig
            langfristig in_nächster_zeit in_absehbarer_zeit in_naher_zukunft in_der_nächsten_zeit in_bälde
            irgendwann über_kurz_oder_lang zu_gegebener_zeit rechtzeitig fristgerecht kürzestmöglich zeitig
            sofort so_zeitnah_wie_möglich möglichst_bald möglichst_schnell möglichst_zeitnah möglichst_rasch
            im_neuen_jahr im_frühjahr im_sommer im_herbst im_winter im_frühling nächsten_sommer
            nächstes_frühjahr nächsten_herbst nächsten_winter in_den_tagen die_kommende_zeit
            in_der_kommenden_zeit gelegentlich bei_gelegenheit später in_einem_moment in_einem_augenblick
            in_wenigen_augenblicken""",
        "new_year": "neuen_jahres neuen_jahr",
        "name_before": """herr herrn frau frauen fräulein hr dr prof familie firma fa hallo liebe lieber hi
            kollege kollegin kollegen geehrter geehrte""",
        "greet": """guten gute guter gutes schönes schönen schöne schöner schönem frohe frohes frohen
            fröhliche fröhliches erholsames erholsame erholsamen angenehmes angenehmen angenehme tolles
            tollen tolle sonniges sonnigen ruhiges ruhige entspanntes entspannten entspannte besinnliche
            besinnliches wunderschönen wunderschönes herrliches gesegnete gesegnetes geruhsame stressfreie
            stressfreies hallo moin happy merry""",
        "guard_before": """nr nummer nummern no version v ver kapitel abschnitt ziffer punkt raum seite
            seiten art artikel absatz auftrag bestellung ticket tel telefon fon fax mobil rufnummer handy
            release build ip az aktenzeichen kundennummer rechnungsnummer pos position revision rev stand_nr
            anlage tabelle abb abbildung zeile block halle tor platz etage stock haus bahnsteig gleis flug
            modell typ serie din iso en plz gruppe faktor norm kennziffer artikelnummer bestellnummer
            auftragsnummer vorgang vorgangsnummer fall straße kostet preis betrag firmware update_version
            java python windows android ios note durchschnittlich""",
        "guard_after": """euro eur prozent dollar usd chf franken kg km m cm mm gb mb kb tb grad stück gramm
            liter l ml meter kilometer personen leute mitarbeiter teilnehmer gäste jahre_alt prozentpunkte
            punkte punkten mal cent ct watt kw kwh volt ampere zoll qm quadratmeter seiten sterne mio mrd
            millionen tsd""",
        "hint": """frist termin deadline stichtag fälligkeit datum liefertermin abgabe lieferdatum fällig
            zahlbar spätestens""",
        "none": "kein keine keinen keiner keinerlei nichts",
        "not": "nicht nie niemals keinesfalls kein",
        "instead": "statt anstatt anstelle",
        "sentence_start": """ich wir sie er es das der die dies diese dieser dann danach bitte vielen danke
            mit falls wenn sollte sollten bis hier und oder aber also ab dazu dafür da im am in an auf für
            bei wie was wer alle alles ihr ihre mein unser unsere viele beste liebe freundliche gruß grüße
            lg mfg vg schöne können könnten haben herzliche anbei ansonsten sonst weitere wird ist uns mir""",
        "self": "ich wir mich mir uns unsererseits",
        "usual": """regel gewöhnlich üblicherweise normalerweise meist meistens generell grundsätzlich stets
            durchschnittlich erfahrungsgemäß typischerweise""",
        "distance": """erreichen erreichbar fuß fußweg gehminuten entfernt entfernung fahrzeit fußläufig
            dauert fährt""",
        "nowadays": """man früher damals heutzutage immer_mehr gilt gelten existiert existieren wirkt wirken
            greift greifen lebt leben prägt prägen zeugt zeugen""",
        "hours": """öffnungszeiten sprechzeiten geschäftszeiten bürozeiten servicezeiten geöffnet offen
            besetzt erreichbar erreichen hotline sprechstunde sprechstunden telefonzeiten kernarbeitszeit""",
        "terms": """kündigungsfrist lieferzeit lieferzeiten zahlungsziel widerruf widerrufen widerrufsrecht
            netto skonto lieferfrist bearbeitungszeit reaktionszeit verjährt agb zahlungsbedingungen""",
        "company": "gmbh ag kg ug ohg se gbr",
        "rate": "mal einmal zweimal dreimal mehrmals stundenlang",
        "following": "folgende folgenden folgender darauffolgende darauffolgenden",
        "months_of": "monats monat d_m",
        "told": """ankam ankamen anrief eintraf stattfand vorlag ausfiel auftrat erschien gab war waren
            hatte hatten wurde wurden kam kamen ging gingen rief riefen schrieb schrieben sagte bekam
            bekamen erhielt erhielten bestellte kaufte kauften fand fanden gaben teilten schickte schickten
            stand standen lief liefen fuhr fuhren blieb blieben machte machten warst hattest wartete
            warteten versprach versprachen meldete fiel fielen dauerte sprachen sprach saß las hieß begann
            begannen trat traten fing fingen lag lagen nahm nahmen ließ ließen sah sahen hielt hielten
            gewann verlor starb entstand geschah zog zogen brach half halfen trug trugen traf trafen schloss
            schlossen beschloss entschied bat baten bot empfing unterschrieb betrug brachte brachten dachte
            dachten wusste wussten nannte sandte wandte erfuhr stieg stiegen sank hing telefonierte
            telefonierten besuchte besuchten reklamierte eröffnete musste mussten konnte konnten durfte
            wollte wollten gewesen worden""",
        "aux": "habe=have haben=have hat=have hast=have habt=have ist=be bin=be sind=be seid=be",
        "ahead": """werde werden wird wirst will wollen wollt soll sollen sollte sollten kann können könnte
            könnten muss müssen möchte möchten darf dürfen bitte würde würden melde rufe schicke sende kommt
            liefern erwarte beantworte bearbeite erarbeite unterbreite verarbeite biete leite starte""",
        "no_participle": """gegen geben gehen gern gerne genügen gelten gehört gefallen gewinnen bestehen
            bestätigen bekommen bearbeiten beachten bereit bekannt bereits berlin beiden bezahlen besten
            ersten erst erhalten erreichen erledigen erwarten verstehen versenden verschieben versuchen
            vereinbaren verkauft genießen genau gesamt gesamten gut gestalten begleiten beginnen bekommt
            erhält entscheiden beraten gewährleisten gestern gewissen bessern""",
        "plans": """plane planen einplanen eingeplant einzuplanen vormerken vorgemerkt merke merken buche buchen
            gebucht reserviere reservieren reserviert eintragen eingetragen trage tragen ansetzen angesetzt
            terminiert terminieren zugesagt zusagen bestätigt bestätigen bestätige vereinbart vereinbaren
            bestellt bestelle versprochen avisiert anmelden""",
        "odd": """nzz_am_sonntag bild_am_sonntag welt_am_sonntag presse_am_sonntag""",
        "occasion": "termin besprechung telefonat gespräch sitzung treffen besuch lieferung",
    },
)
