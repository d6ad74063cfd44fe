"""English function words: what tells the language, and the classes that steer clauses."""

STOP = frozenset(
    """i you he she it we they me him her us them my your his its our their the a an this that these
    those and or but
    because if whether when while as not no nor only very more so just yes please thanks thank with from
    to of at by
    for about into over under before after since until through on is are was were be been being am has
    have had do
    does did can could must should will would may might shall there here then now today tomorrow
    yesterday always
    again unfortunately what who where why how which all any some something nothing everything hi hello
    dear regards
    best kind sincerely urgent call back answer meeting invoice delivery quote order don't doesn't didn't
    isn't
    can't won't i'm i'll i've we'll we're you're it's that's get got let need want know think see going
    out up off
    been than too also still done sorry ok okay reminder asap
    never mind fine works worked great perfect sure cool good news""".split()
) - {
    "am",
    "so",
    "was",
    "as",
    "an",
    "will",
    "a",
    "ok",
    "okay",
    "her",
    "i",
    "on",
    "me",
    "he",
    "no",
    "to",
    "up",
    "or",
    "see",
    "do",
    "call",
    "best",
    "meeting",
    "is",
}

FREQUENT = frozenset(
    """
    is you to on will have are need do not was good am me in no get your see so as an her he or up call
    best meeting i we the a it this that with for and be can
    """.split()
)

ABBREVIATIONS = frozenset(
    """rev vers ch sec e.g i.e etc vs mr mrs ms dr prof inc ltd co corp approx no nos dept ext tel fax jan feb mar apr
    jun jul aug sep
    sept oct nov dec mon tue wed thu fri sat sun st ave a.m p.m u.s u.k fig vol jr sr est min max ref
    attn cc re fwd
    eg ie i u""".split()
)

CLASSES: dict[str, str] = {
    "negation": """
    not no never none nothing neither nor without cannot can't don't doesn't didn't won't isn't aren't
    wasn't weren't wouldn't couldn't shouldn't hasn't haven't hadn't ain't hardly barely cant dont
    doesnt didnt wont isnt nobody nowhere
    """,
    "if": "if unless should provided supposing assuming whether",
    "bound": "later less sooner",
    "link": "that",
    "once": "once when after",
    "subordinate": "that so because before while although though since whether",
    "first": "i we i'll we'll i'm we're i've we've i'd we'd",
    "second": "you your yours you'll you're you've",
    "would": "would could might should must may wish wanted i'd we'd",
    "past": "was were had did didn't have has i've we've been wanted",
    "future": "will shall i'll we'll going gonna",
    "able": "can could",
    "hedge": """
    hope hopefully try trying maybe perhaps probably possibly might plan planning think expect believe
    should guess
    """,
    "softening": """
    think thought believe guess suppose assume feel felt seem seems seemed appear appears apparently
    perhaps maybe probably possibly likely might may could would should somewhat rather quite fairly
    usually generally often sometimes mostly mainly largely roughly typically usual tend tends suggest
    suggests imo imho almost about around presumably unclear unsure doubt estimate suspect kind sort bit
    little some opinion view
    """,
    "contrast": "but however although though yet except",
    "question": "what who whom whose where when why how which",
    "date": """
    today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri
    january february march april june july august september october november december week weeks month
    eod cob eob noon morning afternoon evening hour hours minutes days next shortly end eow weekend
    """,
    "we": "i we",
    "we_are": "i we i'll we'll i'm we're i've we've r&d engineering team",
    "day": """
    today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday week month noon
    morning afternoon evening eod cob eow
    """,
    "adv": """
    also then certainly definitely gladly just personally now soon shortly still both all immediately
    probably hopefully surely of course happily quickly always
    """,
    "do": """
    send get check call look find follow let provide forward prepare arrange make take bring deliver
    ship update contact confirm review fix resolve investigate ask talk speak discuss try handle
    schedule set write draft submit email e-mail mail fax phone ring reply respond give add change
    correct pass keep meet visit come bring pick drop do have finish complete sort organise organize
    book order replace refund credit issue reimburse compensate waive process escalate raise push chase
    coordinate work start begin post upload share put pay buy circulate revise see run return be test
    print attend join help create build install repair cancel report cover advise inform notify remind
    introduce sign copy include present explain answer distribute attach plan go guarantee promise
    ensure honor honour extend reserve hold clear incorporate
    """,
    "doing": """
    sending getting checking calling looking finding following providing forwarding preparing arranging
    making bringing delivering shipping contacting reviewing fixing investigating handling scheduling
    writing submitting emailing replacing refunding issuing processing escalating working coming picking
    """,
    "ask_verb": """
    send call let check confirm advise provide forward review give tell look get make contact reply
    respond answer explain help update fix resolve email e-mail mail fax phone ring bring take keep add
    change correct remove cancel return sign complete fill submit schedule arrange set book order ship
    deliver clarify inform notify ask see read use go put do be have pass note print prepare include
    attend join post try investigate stop start refund credit replace process approve consider share
    introduce show attach find indicate specify describe verify ensure feel follow remember write come
    meet open unsubscribe visit pay leave work assist escalate coordinate discuss distribute plan
    register wait hold accept route circulate copy talk speak remind mark draft
    """,
    "answer_noun": """
    reply response answer update news feedback word confirmation callback anything information quote
    quotation delivery order refund replacement credit invoice shipment parts ticket request email mail
    message
    """,
    "plant": """
    server system systems line plant machine production network website site service shop portal
    database application software app platform printer conveyor sorter warehouse cooling freezer lift
    elevator robot internet phones dashboard api
    """,
    "boss": """
    manager managers supervisor boss director ceo cfo coo md president superior superiors management
    head leadership executive executives vp
    """,
}

GREETINGS = (
    "hi ",
    "hi,",
    "hi!",
    "hi\n",
    "hello",
    "dear ",
    "hey ",
    "hey,",
    "hey!",
    "hey\n",
    "good morning",
    "good afternoon",
    "good evening",
    "greetings",
    "to whom it may",
    "morning",
    "afternoon",
    "gents",
    "folks",
    "team,",
    "all,",
    "hiya",
)
SIGNOFFS = (
    "best regards",
    "kind regards",
    "warm regards",
    "regards",
    "best wishes",
    "best,",
    "best ",
    "cheers",
    "sincerely",
    "yours sincerely",
    "yours faithfully",
    "yours truly",
    "many thanks,",
    "thanks,",
    "thank you,",
    "thanks and regards",
    "thanks & regards",
    "with kind regards",
    "with best regards",
    "sent from my",
    "sent from mail",
    "br,",
    "rgds",
    "take care",
    "kindest regards",
    "have a great",
    "have a nice",
    "have a good",
    "respectfully",
    "cordially",
    "all the best",
    "warmly",
    "get outlook for",
    "best\n",
)
DISCLAIMERS = (
    "this e-mail and any",
    "this email and any",
    "this message contains",
    "this email may contain",
    "the information contained",
    "this e-mail may contain",
    "confidentiality notice",
    "disclaimer",
    "this communication is",
    "if you are not the intended",
    "please consider the environment",
    "privileged and confidential",
    "this message is intended",
    "to unsubscribe",
    "unsubscribe",
    "_____________",
)
TRIGRAMS = frozenset(
    [
        "the",
        "ing",
        " th",
        "ion",
        "igh",
        "ght",
        " wh",
        "ough",
        "ly ",
        "you",
        " yo",
        "ould",
        "ver",
        "ed ",
        "ave",
        "ha ",
        "oun",
        "ck ",
        "ay ",
        "ow ",
        "oo",
        "ee",
        "ea",
        "tio",
        "y ",
        "nk ",
        "all",
        "ll ",
        "ew ",
        "sh ",
        "pl",
        "our",
    ]
)
