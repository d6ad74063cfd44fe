"""Words by which a calendar entry says that its owner is away, and words that say it is something else.

Data only, German and English, lower case. Read by `absences`.
"""

AWAY = frozenset(
    """
    urlaub jahresurlaub resturlaub sommerurlaub winterurlaub osterurlaub weihnachtsurlaub herbsturlaub
    pfingsturlaub skiurlaub erholungsurlaub sonderurlaub bildungsurlaub kurzurlaub familienurlaub betriebsurlaub
    betriebsferien werksferien urlaubstag urlaubstage urlaubswoche urlaubszeit ferien abwesend abwesenheit
    elternzeit elternkarenz karenz mutterschutz vaterschaftsurlaub pflegezeit kur reha krank krankgeschrieben
    krankenhaus krankheit frei gleittag gleitzeittag zeitausgleich überstundenabbau überstundenausgleich
    freizeitausgleich brückentag arbeitsfrei dienstfrei auszeit sabbatical flitterwochen
    vacation vacations holiday holidays pto ooo oof honeymoon away sick vac
    """.split()
)
"""One of them must stand in the summary."""

PHRASES = (
    "nicht im büro", "nicht im haus", "nicht im dienst", "außer haus", "ausser haus", "nicht da", "nicht verfügbar",
    "nicht erreichbar", "a/w", "out of office", "out of the office", "out-of-office", "annual leave",
    "parental leave", "maternity leave", "paternity leave", "sick leave", "unpaid leave", "family leave",
    "medical leave", "compassionate leave", "bereavement leave", "study leave", "personal leave", "leave of absence",
    "on leave", "time off", "day off", "days off", "paid time off", "not working", "off work",
)  # fmt: skip
"""Several words that mean the same; matched as a whole."""

NOT_AWAY = frozenset(
    """
    kein keine keinen nicht ohne evtl eventuell vielleicht geplant angefragt beantragt abgelehnt storniert abgesagt
    optional maybe tentative tbc no not without cancelled canceled rejected requested
    vor nach zurück vorbereitung übergabe rückübergabe planung antrag genehmigung genehmigen sperre liste
    vertretung vertrete vertritt vertreten erster letzter letzte erste before after back return returning
    returns last first planning request approval approve handover cover covering coverage plan book
    discuss beantragen einreichen eintragen buchen klären besprechen abstimmen absprechen halten freihalten
    kunde kunden customer client herr herrn frau hr fr fa firma mr mrs ms dr gmbh ag kg ohg ltd inc llc
    schulferien schule kita school public bank feiertag feiertage gesetzlich regional
    observed national federal state party season inn termin slot slots
    kollege kollegen kollegin kolleginnen colleague colleagues team chef chefin boss everyone alle
    """.split()
)
"""Any of them, and the entry is about somebody or something else: "Urlaub Fa. Klein", "kein Urlaub"."""

WEAK = frozenset({"frei", "away", "sick", "krank", "krankheit", "kur"})
"""Words that mean an absence of the owner only where nothing unknown stands beside them and the time is blocked:
Outlook publishes a free hour as "Frei"."""

COVER = ("vertret", "vertritt", "cover", "deput")
"""How words begin that name who stands in meanwhile: "Urlaub (Peter vertritt)"."""

OTHER_COMPOUNDS = (
    "urlaubsplan", "urlaubsantr", "urlaubsvertret", "urlaubsübergabe", "urlaubssperre", "urlaubsliste", "urlaubsgeld",
    "urlaubsgenehm", "urlaubsanspruch", "urlaubsfoto", "urlaubskart", "urlaubslekt", "ferienprogramm", "ferienjob",
    "ferienwohnung", "ferienhaus", "schulferien", "krankenkasse", "krankmeld",
)  # fmt: skip
"""Words that begin like an absence and are none."""

FILLERS = frozenset(
    """
    ich wir i'm mein meine meinen unser unsere i me my we our im in am an auf auf's aufm der die das den dem des ein
    eine einen zum zur zu bei mit und oder von the a at on to for with and of from all day ganzer ganzen tag tage tagen
    ganztägig ganztags woche wochen 1 2 3 jahr year week weeks days vormittag nachmittag halber half privat
    private personal genehmigt bestätigt approved eingetragen fest rest summer winter spring autumn easter christmas
    xmas sommer herbst ostern weihnachten pfingsten frühling skifahren wandern strand meer see berge nordsee ostsee
    überstunden stunden tg std home zuhause daheim family familie kids kinder frühjahr insel beach trip travel
    krankheit krankheitsbedingt wegen due office büro
    """.split()
)
"""Words that change nothing."""

FIRST_NAMES = frozenset(
    """
    alexander alexandra andrea andreas angelika anja anke anna anne annette antje armin axel barbara bastian beate
    benjamin bernd bernhard bettina birgit björn boris brigitte britta carla carolin caroline christa christian
    christiane christina christine christoph claudia claus clemens cornelia dagmar daniel daniela david dennis detlef
    dieter dietmar dirk doris elena elisabeth elke emma erich erik erika ernst eva fabian felix florian frank franz
    franziska friedrich gabi gabriele georg gerd gerhard gisela gudrun günter günther hanna hannah hans harald hartmut
    heidi heike heiko heinrich heinz helga helmut henning herbert hermann holger horst ines inge ingo ingrid irene
    iris jan jana janina jens joachim jochen johanna johannes jonas jörg josef julia julian jürgen jutta kai karen
    karin karl karsten kathrin katja katrin kerstin kevin klaus konrad kristina kurt lara lars laura lea lena leon
    lisa lothar ludwig lukas lutz maik manfred manuel manuela marc marcel marco marcus margit maria marie marion mario
    mark markus martin martina matthias max maximilian melanie michael michaela mike miriam monika moritz nadine nico
    nicole nils nina norbert oliver olaf patrick paul peter petra philipp rainer ralf ralph regina reiner reinhard
    renate renée richard robert roland rolf rudolf rüdiger sabine sandra sara sarah sascha sebastian silke silvia
    simon simone sofie sonja sophie stefan stefanie steffen steffi stephan susanne sven sylvia tanja thomas thorsten
    tim timo tina tobias tom torsten udo ulf uli ulrich ulrike ursula ute uwe vanessa vera verena veronika volker
    walter werner wilhelm wolfgang yvonne
    alice amy andrew angela anthony ben brian carol charles charlotte chloe chris claire dan diane donna ed edward
    emily emma fiona george grace greg harry helen henry ian jack jacob james jane jason jeff jenny jim joe john
    jonathan joseph karen kate kelly ken kevin kim larry linda lucy luke lynn mary matt megan mia nancy neil nick
    olivia pam pat pete phil rachel rebecca rob ron rose ruth ryan sally sam sean sharon sheila sophia stephen steve
    sue susan ted terry tony tracy vicky victoria will william zoe
    """.split()
)
"""Common first names; an entry that names somebody is somebody else's, unless it is the owner's own name."""
