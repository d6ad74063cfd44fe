"""English phrases of complaint, anger, consequence and of turning to somebody higher up."""

from handover.language.rule import Rule

RULES = (
    Rule(
        "complaint",
        find="""
        complain|complaining
        complaint|complaints about|regarding|against
        file|lodge|make|submit|filing|lodging|making|submitting|formal|presenting a|an|some|my|consumer|
            customer? consumer|customer? complaint|claim|reclamation|complaints|claims
        consumer|customer complaint|claim|reclamation
        reclamation
        unacceptable|inexcusable|appalling|disgraceful|disgusting|outrageous|pathetic|ridiculous|absurd|
            shameful|unprofessional|incompetent|shocking|abysmal|atrocious|horrendous|dreadful
        disappointed|disappointing|disappointment|dissatisfied|unhappy|unsatisfied|frustrated|frustrating|
            annoyed|annoying|furious|disgusted|fed-up|upset
        not|isn't|wasn't|aren't .. acceptable|happy|satisfied|impressed|pleased|amused
        fed up
        sick|tired of|and
        had enough
        worst|poor|terrible|awful|horrible|bad|crap|lousy|shoddy|rubbish .. service|customer|experience|
            quality|support|communication|company|airline|product|website
        ever again
        waste of time|money
        rip off|ripoff|rip-off|scam|scammed|conned|ripped|cheated|lied
        a joke|disgrace|shambles|nightmare|mess
        let|letting us|me down
        not .. happy|satisfied|pleased|impressed
        not what we|i agreed|ordered|expected|paid|asked
        no excuse|apology
        how hard is|can
        what a joke|disgrace|shambles|mess|waste|nightmare|shame
        never buying|buy|using|use|flying|fly|shopping|shop|ordering|order|again
        shame on
        get your act
        do better
        gave|giving up
        zero|no help|communication|explanation|customer service
        is it|that too much to ask
        customer service is|was|sucks
        wtf|smh|ffs
        overcharged|double charged|charged twice|me
        """,
        unless="""
        no complaints|complaint
        can't complain
        not disappointed
        won't|not be disappointed
        complaints department
        """,
        yes="""
        I want to complain about the delivery.
        We are not happy with how this was handled.
        This is unacceptable.
        """,
        no="""
        No complaints from our side.
        The complaints department has moved.
        """,
    ),
    Rule(
        "service_fault",
        find="""
        wrong item|items|part|parts|order|size|product|address|invoice|amount|colour|color|delivery
        never|not|didn't|hasn't|still arrived|arrive|delivered|deliver|received|came|shown|refunded|
            refund|show
        arrived damaged|broken|late
        damaged|defective|faulty|missing|delayed|cancelled|canceled|late|lost
        on hold
        waiting|waited .. hours|hour|weeks|days|minutes|month|forever
        hung up
        no one|nobody answers|answering|picks|responds|helped|cares|there
        keep|keeps|kept getting|charging|sending|telling|being|asking|hanging|saying
        transferred|passed .. times|around|from
        despite|in spite .. promise|promises|confirmation|assurance|agreement
        you|they promised|said|told .. but|would|yesterday|last
        not as agreed|promised|ordered|described|advertised
        charged|billed .. twice|wrong|extra|incorrectly|again|for
        slow|useless|terrible|horrible|awful
        refund
        stop sending|charging|calling|emailing
        can't|cannot|couldn't|unable .. log|access|proceed|get|reach|use|open|order|check|find|connect|
            download|sign
        keep|keeps|kept coming|saying|crashing|dropping|failing|freezing|happening|going|giving|asking
        error code|message|codes|messages
        stops|stopped|quit working
        still the|not|no|isn't|doesn't|waiting same|working|fixed|resolved|reply|response|help|here
        not|no|isn't|wasn't|zero .. helpful|help|use|good
        price hike|increase|gouging
        half the
        never .. get|got|have|had .. right|it|order
        right .. never
        wait|hold time|times
        on my nerves
        is|are|been|was out|down for|of|since|again|all
        hours|days|weeks late|ago|and
        hrs late
        ripped|smashed|shredded|cracked|leaking|torn|rotten|mouldy|moldy|stale
        how come
        what's|what is going on|with|happening
        going on with
        for the last|past hours|days|weeks|week|month
        below|less|worse than .. advertised|promised|expected
        too large|small|slim|late|slow|long|expensive
        double .. rate|price|cost|charged
        nobody|no-one|noone .. answers|answered|replies|replied|helps|helped|cares|called|dealt
        no one .. answers|answered|replies|replied|helps|helped|cares|called|dealt
        supposed to be|arrive|have|work
        should have been|arrived|had
        was|were told .. but|that|by|would
        fix it|this|your|the
        left in the|waiting
        left waiting|stranded|hanging
        """,
        unless="""
        better late than
        sorry .. late
        sorry|apologies|apologize|apologise .. my|the|this|being .. slow|late|delayed
        not too late
        """,
        yes="You sent us the wrong parts.",
        no="The parts arrived on time.",
    ),
    Rule(
        "angry",
        find="""
        damn|fuck*|shit*|bullshit|crap|hell|bloody|goddamn|stupid|idiot|idiots|idiotic|moron|morons|liar|
            liars
        thanks for nothing
        great , thanks a lot
        thanks a lot for
        thank|thanks you? for .. charging|ignoring|making|losing|ruining|cancelling|canceling|wasting|not|
            nothing|
            breaking|leaving|delaying|sending
        nice|great|good|brilliant|awesome job|work|service|advice .. late|again|not|never
        yikes|ugh|argh|grr|meh
        come on
        what the hell|heck|fuck
        are you kidding|serious|joking|fucking
        you've got to be
        how dare
        seriously ?
        really ?
        wow just|thanks|great
        nice|great|good|well job|work|done .. guys|again|not
        unbelievable|unreal|insane
        give me a break
        come on
        who .. thought|thinks
        """,
        unless="""
        hell of a
        shit happens
        come on over|in|by|down
        unbelievable good|nice|kind
        """,
        yes="Thanks for nothing!",
        no="Thanks for the parts.",
    ),
    Rule(
        "threat",
        find="""
        lawyer|lawyers|attorney|solicitor|legal|litigation|lawsuit .. action|involved|proceedings|
            department|counsel|team|steps|advice|will|contact|contacted|letter
        my|our|a lawyer|lawyers|attorney|solicitor
        sue|suing you|them|your|for|if
        take|taking|see you|this|it|them to court
        small claims
        breach of contract
        chargeback
        charge back
        cancel|cancelling|canceling|terminate|terminating my|our|the|this|all contract|account|order|
            subscription|agreement|membership|service|policy|orders|business
        i|we am|are|will|want|going|have to? cancel|cancelling|canceling|terminate|terminating
        i'm|we're|i'll|we'll going? to? cancel|cancelling|canceling|terminate|terminating
        switch|switching|move|moving|going|go|taking to|our|my .. competitor|competitors|competition|
            another|other|different|elsewhere|business|provider|supplier|rival
        take|taking my|our business|custom|money elsewhere
        withhold|withholding payment|payments|the
        not|won't be? pay|paying
        penalty|penalties|damages
        post|leave|write|leaving a|an? .. bad|negative|honest|review|reviews|one-star
        go|going public
        to the press|media|bbb|ombudsman|regulator|trading
        trading standards
        better business bureau
        ombudsman
        final|last notice|warning|chance|demand
        report you|this|your to
        reporting you|this to
        lost|losing|lose a customer|my|our business|me
        never be? back|returning|return
        never do business|order|buy|it|that .. again|with
        look|looking for another|a .. supplier|vendor|provider|alternative
        closing my account
        """,
        unless="""
        legal department|team has|is
        cannot|can't|not|don't .. cancel
        how|can .. cancel
        """,
        yes="""
        We will cancel the contract.
        You will hear from my lawyer.
        We are taking our business elsewhere.
        """,
        no="""
        I do not want to cancel the order.
        This is an issue for the team.
        """,
    ),
    Rule(
        "threat_soft",
        find="""
        cancel|cancellation
        consequences
        refund .. or|now|immediately|full
        full refund
        money back
        compensation
        reserve the right
        no choice|option|alternative but
        further|other steps|action
        reconsider .. relationship|working|partnership
        rethink
        """,
        unless="""
        not|n't|don't .. cancel
        how|can .. cancel
        """,
        yes="We have no choice but to look at further steps.",
        no="The choice is yours.",
    ),
    Rule(
        "higher_up",
        find="""
        your|his|their|her {boss}
        speak|talk|write|complain|escalate|go .. to|with the|a|your .. {boss}
        escalate|escalating|escalated .. this|it|the|to
        copied|copying|cc'd|cc'ing|ccing|cc|adding|looping .. {boss}
        my|our {boss} .. has|wants|involved|asking|informed|copied
        take|taking this|it higher|further|up
        someone|somebody .. senior|higher|authority|charge
        who is|who's .. your {boss}
        above you
        """,
        unless="""
        your manager account|software
        """,
        yes="""
        I would like to speak to your manager.
        I am escalating this to your director.
        """,
        no="""
        Our manager is on holiday.
        The head of the bolt is damaged.
        """,
    ),
)
