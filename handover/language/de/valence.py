"""German words with their tone, −4 … +4, written for this project.

``*`` any continuation, ``~`` inflections only, bare words as they stand. The longest stem wins.
"""

VALENCE: dict[float, str] = {
    -3.5: """
    katastroph* desaster* skandal* frechheit* unverschämt* widerlich~ abscheulich~ ekelhaft~ abartig~
    grauenhaft~
    grauenvoll~ scheiß* scheiss* kacke* kack~ fick* gefickt verfickt~ arschloch* arsch* wichser*
    hurensohn* fotze*
    drecks* abschaum verbrecher* schweinerei* sauerei* betrüger* betrug betrügen betrügt betrogen kriminell~
    mörder* mord* hass hasse hassen hasst gehasst terror* menschenverachtend~ verachtung widerwärtig~
    unmenschlich~
    unerträglich~ abzocke* abzocker* verarsch* beschissen~ kotz* ekel* abscheu* faschist* nazi* unzumutbar~
    verdammt~ höllisch~ horror* albtraum* alptraum* tragödie* entsetzlich~ fürchterlich~ schrecklich~
    furchtbar~
    pervers~ dreck* saftladen* sauladen* saumäßig~ hirnlos~ idiot* trottel* vollpfosten* depp* vollidiot*
    """,
    -2.7: """
    schlimm~ schlimmst~ inakzeptabel* unakzeptabel* miserabel* miserabl* mies~ übel~ übelst~ grausam~
    grausig~
    peinlich~ lächerlich~ erbärmlich~ jämmerlich~ armselig~ schändlich~ schande* blamage* blamier*
    versagen versagt
    versager* versagt~ unfähig~ unfähigkeit inkompeten* stümper* pfusch* murks* schlamp* schrott*  mist
    mistkerl* misst wut wütend~ wutentbrannt~ zorn* empör* entsetz* enttäusch* frust* verärger* ärger*
    ärgert*
    sauer stinksauer angepisst~ genervt~ nerv nervt nerven nervig~ nervend~ kotzt unmöglich~ unfassbar~
    ungeheuerlich~
    dumm~ dümm* dummheit* blöd* bescheuert~ behindert~ bekloppt~ verrückt~
    lüge* lügen lügt lügner* gelogen belogen verlogen~ heuchl* heuchler* korrupt* hetze* hetzer* rassis*
    sexis*
    gewalt*      töten tötet getötet stirbt sterben gestorben   leiden
    leidet
    qual* quäl* schmerz*  zerstör* ruin* vernicht* bankrott pleite* krank~ krankheit* krebs seuche*
    angst ängste panik* bedroh* droh* drohung*    verzweif* hoffnungslos~ elend*
    traurig~ trauer* weinen heul* jammer* depri* depress* unglücklich~ unglück* verdorben~ schäbig~
    schamlos~
    unverantwortlich~ verantwortungslos~ rücksichtslos~ respektlos~ gierig~ gier raffgier* ausbeut*
    abgezockt
    verbrech* wahnsinn chaos* chaot* zumutung* unding unsäglich~ untragbar~ beschimpf* beleidig* demütig*
    spott*
    beschwer* beschwerde* reklamation* reklamier* mangelhaft~ unprofessionell~ unterirdisch~ grottig~
    grottenschlecht~
    hässlich~ ätzend~ abgefuckt fuck* fucking shit bullshit wtf suckt stinkt stinken gestank eklig~ igitt
    würg
    """,
    -1.9: """
    schlecht~ schlechter* schlechtest* falsch~ fehler* fehlerhaft~ kaputt~ defekt~ beschädig* mangel*
    mängel*
    problem* problematisch~ schwierig* scheitern scheitert gescheitert misslung* misslingt fehlschlag*
    fehlgeschlagen verspät* verzöger* ausfall* ausfälle* ausgefallen~ entfall* störung* gestört~ stör*
    störend~
    panne* unfall* unfälle* schaden* schäden* verlust* verloren~ verlor* verlier* stau staus stillstand

      boykott* unzufrieden* unfreundlich~ unhöflich~ unzuverlässig~ unpünktlich~
    unbrauchbar~
    untauglich~ unsinn* quatsch blödsinn schwachsinn* sinnlos~ nutzlos~ wertlos~ zwecklos~ unnötig~
    überflüssig~
    langweil* öde lahm~ lahmarsch* träge dreist~ frech~ arrogan* ignoran* ignorier* verweiger* abgelehnt
    ablehn*
      verklag* klage*   illegal~ rechtswidrig~ skrupellos~ unfair~
    ungerecht* unrecht* benachteilig* diskriminier* überteuert~ wucher* teuer teure teurer teuren
    verschwend* verschwendung* vergeud* absurd~ irrsinn* irre bizarr~ fragwürdig~ zweifelhaft~
    verdächtig~ dubios~
    unseriös~ windig~ hinterhältig~ heimtückisch~ fies~ gemein gemeinheit* böse~ bösartig~ böser feind*
    hasserfüllt~
    aggressiv~ brutal~ zwang* erzwung* genötigt nötigung* erpress* schuld schuldig~ versäum*
    vernachlässig* vergess*
    verpass* verpeilt* verschlaf* verkack* versau* verbock* vermassel* verhunz* ruiniert* überforder*
    überlast*
    chronisch~ stress* stressig~ hektik* erschreckend~ erschöpf* müde kopfschmerz* fieber übelkeit
    beklag* jammert schimpf* mecker* motz*   bemängel* moniert* beanstand* ermahn* mahnung*
    abmahn*  entlassen* arbeitslos* armut*  schulden* verschuld* krise* krisen* katastrophal*
    rückgang* rückschlag* niederlage* niederlagen verlier~ versag~ absturz* abgestürzt* crash* kollaps*
    einsturz*
    skeptisch~ misstrau* zweifel*   besorgt~ besorgnis* befürcht* bedenklich~ bedauer* schade
    vergeblich~ hilflos~ machtlos~ ratlos~ fassungslos~ sprachlos~ schockier* schock* geschockt
    verwirr* chaotisch~ undurchsichtig~ unklar~ unverständlich~ unbegreiflich~ unerhört~ skandalös~
    haarsträubend~
    hanebüchen~ grotesk~ farce lachnummer* armutszeugnis* trauerspiel* fiasko* debakel* flop* reinfall*
    abzuraten niewieder warnung* warne warnen meiden fehlinvest* fehlkauf* wegwerf*
    schmutzig~ dreckig~ verdreckt~ versifft~ stinkend~ überfüllt~ überfüllung* gedränge verspätet~
    hinhalt* hingehalten vertröst* abgewimmelt alleingelassen sitzenge* sitzengelassen gestrandet~ festsitz*
    feststeck* hängengelassen warteschleife* wartezeit* warterei* bürokrat* schikan* willkür* willkürlich~
    manipul* täusch* getäuscht irreführ* irreführend~ propaganda* populis* hysteri* dilettant* amateurhaft~
    gescheitert~ heuchelei* skandal~ feige~ feigling* memme* schwächling* opferrolle wahnhaft~ borniert~
    geldgeil* geldgier* profitgier* unsozial~ asozial~ assi* assis proll* spinner* spinnt gesindel pack
    """,
    -1.1: """
    leider schwach~ schwäche*  umständlich~ kompliziert~ mühsam~ anstrengend~ aufwendig~
    lästig~ störungsbedingt~ eng~ unbequem~ ungünstig~ unpraktisch~ unschön~ unangenehm~ unerfreulich~
    unlogisch~
    merkwürdig~ seltsam~ komisch~ suspekt~ bedrück*  nass~  lärm* lästern abgebrochen abbruch*
    abbrech*
    fehlt fehlen fehlte fehlend~ vermiss* gestrichen gekürzt kürzung*  geschlossen~ veraltet~
    überholt~
    abgelaufen~ verzicht* weder kaum  nix  einsam~ gezwungen~ ständig dauernd permanent
    immernoch wiedermal angeblich~ sogenannt~ selbsternannt~ gefälligst
    boah ey tja naja pff hä häh seufz *seufz* grr argh puh omg
    ohje oje  nee ausgerechnet kostenfalle* teils dürftig~ mäßig~ mittelmäßig~ lieblos~ halbherzig~
    oberflächlich~ naiv~ einseitig~ voreilig~ übertrieb* überzogen~ zweifelt schimmel* stumpf~ trist~ trüb~
    verstoß* verstößt missbrauch* verdacht* beschuldig* vorwurf* vorwürfe* vorwerf* anklage* angeklagt*
    verhaft*
    täter* tatverdächt* überfall* raub* dieb* diebstahl* klauen geklaut gestohlen schläger* schlägerei*

    prügel* randal* vandal* zusammenstoß* entgleis*    explosion* bombe* anschlag*
    attentat* attack* angriff* angreif*
    flüchtlingskrise abschieb* obdachlos*  elends*  notstand* notfall* unwetter* orkan*
    hochwasser* überschwemm*
    """,
    -0.5: """
    nicht nichts nix nie niemals niemand keiner kein keine keinen keinem warum wieso weshalb warten wartet gewartet
    warte wartete trotz trotzdem obwohl statt anstatt überhaupt egal ahnung lange länger stundenlang ewig ewigkeit
    langsam~ gesperrt~ sperrung* streik* bestreik* kalt~ allein~ nein ständig dauernd verboten~ verbot* straf* strafe*
    angeblich~ offenbar scheinbar anscheinend wohl sogenannt~ natürlich müssen zwingt bezahlen kostet umsonst
    politiker* merkel regierung* medien elite* lobby* ideolog* fanat* extrem* radikal* stur~ faul~ gierig~ schuldig~
    baustelle* funkloch* funklöcher* ersatzverkehr sev raus weg schluss abschaffen rücktritt genug
    """,
    -1.0: """
    leid kritik kritisiert kritisieren kritisierte verletzt
    verletzte verletzung* opfer tot tote toten tod* arm~ gewalt
    gefahr gefährlich~ gefährd* kriege krieg kriegs krieges kriegsverbrech* hunger hungern not müllhaufen müll
    peinlichkeit* geisel* feind* schwachkopf* unverstand* doof~ dämlich~ deppert~ oida hirn hirnverbrannt~
    verständnislos~ kopfschüttel* fremdschäm* schäm* schämen lachhaft~ witzlos~ hohl~ verblöd* verdumm* primitiv~
    ungläubig~ heulsuse* jammerlappen* wehleidig~ möchtegern* besserwisser* moralkeule* gutmensch* wutbürger* troll*
    shitstorm fail failed sad hate hates worst ugly kotze brech* würg* bäh pfui igitt mimimi bla blabla gähn seufz
    """,
    0.5: """
    liebe lieber bitte gratis kostenlos~ klar möglich~ sicher~ praktisch~ stark~ stärke* top sonne sonnig~ urlaub*
    wochenende gewinn* gewonnen gewinnt gewinner* party* feier* wünsche wünschen wünsch hilft wichtig~ freunde neu
    gesund entspann* gemeinsam
    """,
    1.1: """
    ok okay nett~ nette freundlich~ höflich~ hilfreich~ nützlich~  bequem~ pünktlich~ schnell~
    zügig~
    sauber~  günstig~ preiswert~   fair~ korrekt~ richtig~ solide~ ordentlich~
    sinnvoll~
    interessant~ spannend~ neugierig gespannt~ gern gerne    zuverlässig~ kompetent~
    professionell~
    modern~ frisch~ ruhig~ entspannt~ gemütlich~ hoffnung* hoffentlich hoffe gelungen~ gelingt gelang
    klappt geklappt
    funktioniert passt  chance* vorteil*     erfolg*
    erfolgreich~ verbesser* besser~ fortschritt* lösung* gelöst~ hilfe geholfen helfen unterstütz*
    willkommen*
    respekt* vertrau* treu~ ehrlich~ mut mutig~   gesund~ lecker~ schmackhaft~ sonnig~

       lustig~ witzig~ humor* lach* haha* hihi* hehe* lol xd grins* zwinker*
    lächel* smile
    """,
    2.0: """
    spaß* spass* happy nice love herz herzen herzlichst herzchen geschafft sieg siege siegt bravo mag hammer
    knuddel* umarm* knutsch* küss* kuss bussi geburtstag* gratulation* congrats thanks great
    gut~ gute guter gutes guten schön~ schöner schönst* toll~ super prima klasse spitze* spitzen* cool~
    geil~
    danke dankeschön dank dankbar~ bedanke* bedanken freu freue freuen freut gefreut freude* froh~
    fröhlich~ glücklich~
    glück* glückwunsch* gratul* zufrieden* angenehm~ lieb~  liebes lieblings*  mögen gefällt
    gefallen
    empfehl* empfehlenswert~ lob* gelobt loben beeindruck* begeister* überzeug* genieß* genoss*
    sympathisch~ herzlich~
    süß~ süss~ hübsch~ bravo yeah juhu yay hurra jippie jaa* top best~ beste bester bestes besten bestens
    wow
    ideal~ köstlich~ wertvoll~ vorbildlich~ verdient~ wunsch* traumhaft~ traum träum* liebenswert~ ehre
    stolz~
    """,
    3.0: """
    wunderbar~ wundervoll~ wunderschön~ großartig~ fantastisch~ phantastisch~ hervorragend~
    ausgezeichnet~ exzellent~
    perfekt~ genial~ grandios~ herausragend~ sensationell~ überragend~ brillant~ fabelhaft~ phänomenal~ mega
     liebt lieben geliebt~ verliebt~ begeistert~ überglücklich~ traumhaft~ unvergesslich~ einmalig~
    unschlagbar~
    spitzenmäßig~ bombastisch~ himmlisch~ göttlich~ erstklassig~ weltklasse atemberaubend~ ♥ ❤ <3 😍 😘 🥰
    """,
}

BOOSTS: dict[float, str] = {
    1.3: """
    sehr so total völlig absolut extrem wirklich echt richtig ganz besonders höchst äußerst überaus
    unglaublich wahnsinnig furchtbar dermaßen derart komplett vollkommen voll unfassbar mega zutiefst ständig
    """,
    0.6: """
    etwas bisschen leicht eher relativ ziemlich halbwegs einigermaßen kaum recht fast teilweise
    manchmal
    """,
}

HEADS = """
katastroph desaster skandal fehler problem ausfall ausfaell stoerung panne schaden schaeden verlust
mangel maengel
chaos stau wahnsinn frechheit betrug abzocke muell schrott krise terror gewalt mord hetze luege
gefahr angst
frust aerger beschwerde reklamation unfall unfaell verspaetung verzoegerung streik niederlage stress erfolg
freude glueck gewinn loesung hilfe strafe
"""

ENDINGS = frozenset(
    """
    e en em er es s n st t te ten tes ter tem et ste sten stes ster eren ere erer eres erem est este esten ester
    estes heit keit
    """.split()
) | {""}
