"""English phrases of answers: thanks, done, put off, passed on, refused, and of the mails that want
nothing."""

from handover.language.rule import Rule

RULES = (
    Rule(
        "thanks",
        find="""
        thanks|thank|thx|cheers|ty|thankyou
        much appreciated
        appreciate it|that|your|the
        grateful
        """,
        unless="""
        in advance
        thanks ahead
        thanks for nothing
        thanks a lot for
        no thanks
        would|'d|will|i'd|we'd .. appreciate|grateful
        """,
        yes="""
        Thanks, that worked.
        Thank you for the quick help!
        """,
        no="""
        Thanks in advance.
        Thanks for nothing!
        """,
    ),
    Rule(
        "calm",
        find="""
        works|working|fixed|running|sorted|solved|resolved now|again|great|fine|perfectly|well|like
        that|it|this worked|helped|helps|works|did
        did the trick
        all good|set|fine|clear|sorted
        no problem|problems|worries|worry|rush|issue|issues
        sounds|looks good|great|fine|perfect
        perfect|excellent|wonderful|brilliant|awesome|great
        happy|fine|ok|okay|agree|agreed with
        glad to
        makes sense
        got it
        that's fine|ok|okay|good|great|perfect
        """,
        unless="""
        not|n't|never .. work|working|works|worked|fine|happy|good|ok|solved|resolved|fixed|great
        great , thanks a lot
        """,
        yes="All good now, it works again.",
        no="That did not work.",
    ),
    Rule(
        "withdrawn",
        find="""
        never mind|nevermind
        no longer need|needed|required|necessary|relevant|interested|an
        don't|not need|have to? .. answer|reply|respond|do
        no need to|for
        please? ignore|disregard my|this|the|that|previous|last
        figured it out|this
        found|solved|fixed|sorted it|the|this|out .. myself|ourselves|answer|problem|solution
        has been|already|since resolved|sorted|settled
        issue|problem|matter|question is|was|has .. resolved|solved|closed|settled|gone|sorted
        consider .. closed
        """,
        unless="not|n't|still .. resolved|solved|sorted",
        yes="""
        Please ignore my last email.
        Never mind, I figured it out.
        """,
        no="The matter is still open.",
    ),
    Rule(
        "done",
        find="""
        done
        has|have|is|was|were|been|i've|we've .. sent|shipped|dispatched|fixed|resolved|solved|corrected|
            updated|cancelled|refunded|credited|replaced|changed|completed|processed|delivered|paid|
            uploaded|added|removed|installed|configured|confirmed|approved|booked|scheduled|reset|
            released|activated|restored|attached|posted
        i|we just|have|already|now? sent|shipped|fixed|resolved|corrected|updated|cancelled|refunded|
            replaced|changed|processed|paid|uploaded|added|removed|called|spoke|talked|merged|pushed|
            committed|released|booked
        taken care of
        """,
        unless="""
        not|n't|never|yet ... sent|shipped|fixed|resolved|done|updated|delivered|processed|received
        will|to|should|can|could|would|must|when|once|if|until .. be .. done|sent|shipped|fixed|resolved|
            updated|delivered|processed|released
        once|when|if|until ... done|sent|shipped|fixed|resolved|updated|delivered|processed|released
        have you|could be done
        can be done
        """,
        yes="""
        Done.
        The parts were shipped yesterday.
        """,
        no="""
        This is not done yet.
        The parts will be shipped.
        """,
    ),
    Rule(
        "put_off",
        find="""
        no|not|don't|haven't|any .. information|info|news|update|updates|idea|answer|details|
            visibility .. yet|about|on|at|for|right|available|to
        have no|any information|info|idea|news|answer|update|updates|timeline|eta
        don't|doesn't|not have .. information|info|news|update|answer|details|timeline|eta|visibility
        don't|not know .. yet|about|when|if|anything|at
        not yet known|clear|available|decided|sure
        bear|bearing with me|us
        patience
        patient
        take|takes|taking .. some|a|while|longer|time|few|bit
        away|out|on|off .. office|vacation|holiday|leave|sick|travel|until
        in a meeting
        colleague|he|she is|are .. away|out|off|on|back|currently
        nothing i|we can .. do|say|tell
        not my|our|the area|department|responsibility|right
        not .. familiar|involved|aware
        can't|cannot|unable say|tell|comment|promise|give
        sorry for|about the? .. delay|wait|late|inconvenience
        apologies|apologize|apologise for .. delay|wait|inconvenience
        backlog|backlogged|swamped|snowed
        try again later
        waiting on|for|to .. hear|word|response|feedback|colleague|supplier|r&d|engineering|confirmation
        """,
        unless="""
        need|needs|require|could|can|would|please .. information|patience
        i|we am|are|was|were|been|have lost|running|out|still .. patience|waiting for
        """,
        yes="""
        I am sorry, I have no information on this yet.
        My colleague is away until Monday.
        Please bear with us.
        """,
        no="The information is in the attachment.",
    ),
    Rule(
        "forwarded",
        find="""
        forwarded|passed|handed|relayed|escalated|transferred|assigned|redirected .. to|on|your|this|it|
            along|over
        forward|forwarding|pass|passing|relay|hand .. this|it|your|that|you|them|along|on|message|request|
            comments|feedback .. to|on|along
        i|we|i'll|we'll|will let|tell|ask .. know|him|her|them|team|colleague
        raised .. ticket|internally|with
        opened|created|filed|logged .. ticket|case|issue|bug|jira
        copied|copying|cc'd|cc'ing|adding .. who|team|colleague
        ask|asking|asked|check|checking with|around .. team|colleague|colleagues|engineering|internally|
            r&d|around|someone
        """,
        unless="""
        please|can|could|would|kindly .. forward|pass
        look forward
        looking forward
        """,
        yes="""
        I have forwarded your request to the service team.
        I'll pass it on to my colleague.
        """,
        no="Please forward this to the service team.",
    ),
    Rule(
        "holding",
        find="""
        look|looking|looked into
        look|looking|looked in to
        take|have|having|taking a look|closer
        being|be processed|reviewed|investigated|handled|looked|worked|considered|addressed|checked
        get|getting|got|come|coming|circle|revert|follow|be back to|with|in|up
        back to|with you
        in touch
        follow up
        will .. follow-up|revert|update|advise|inform|let|keep
        keep|keeping you .. posted|informed|updated|in
        let you know
        shortly
        soon
        in due course
        as soon as .. can|possible|have|know|hear|get|available
        investigating|investigate|investigation
        working on it|this|that|a|the|your|resolving
        work|working on
        check|checking|find|finding|see .. with|on|into|out|what|whether|if|internally|and
        noted|has been noted|logged
        on it
        under review|investigation|consideration
        in progress|process|hand
        on the? list|todo|roadmap|radar
        doing our|my|all best|we
        your call|request|message|email|inquiry|enquiry is|has .. important|value
        when|once i|we|he|she|they .. hear|know|have|get|find|are|is
        need|have to .. check|discuss|confirm|ask|verify|review|look|think|consult
        let me check|ask|see|find|look|get|talk|verify|confirm|dig|try|look|reproduce|think
        will|i'll|we'll .. look|check|ask|investigate|see|try|review|discuss|dig|find|reproduce|test|verify
        looking at
        """,
        unless="""
        please|could|can|would|will you .. look|check|get|let|keep|follow|take|have
        ^ please? look|check|see|take|try|follow|keep|find
        hope .. soon
        see you soon
        don't work on
        did you .. check|look
        you|your will|can|should|could|may|might|need|have .. check|look|see|find|get|try
        """,
        yes="""
        We are looking into it.
        I will get back to you shortly.
        Your request is being processed.
        Let me check with my colleague.
        """,
        no="""
        Please look into it.
        The delivery date is 12 March.
        """,
    ),
    Rule(
        "ack",
        find="""
        received|receipt|got .. your|of .. email|message|request|mail|inquiry|enquiry|report|note|
            feedback|order|form|documents
        we|i have received
        has been received
        acknowledge .. receipt
        confirm .. receipt
        """,
        unless="""
        not|never|haven't|hasn't|didn't ... received|receive|got
        have|did you ... received|receive|got
        """,
        yes="We have received your request.",
        no="We have not received your request.",
    ),
    Rule(
        "apology",
        find="""
        sorry
        apologies|apologize|apologise|apology
        regret
        my|our bad|fault|mistake
        excuse me|the|us
        """,
        unless="demand|expect|want|owe .. apology",
        yes="We apologise for the delay.",
        no="I expect an apology from you.",
    ),
    Rule(
        "courtesy",
        find="""
        hope you|this|all|your|everything .. well|fine|good|great|weekend|holiday|finds|doing|enjoyed
        how are you|things
        thanks|thank you? for|so|very your|the|reaching|contacting|writing|getting|bringing|letting|
            reporting|email|message|sharing|patience|understanding|call|note|feedback|report|info|
            information|much
        have|enjoy a|your|the .. good|great|nice|lovely|weekend|day|evening|holiday|week
        feel free to
        don't|not hesitate
        any|further|other|more questions
        at your disposal
        happy|glad to help|assist
        nice|great|good to .. meet|hear|see|talk
        look|looking forward to
        thank you for|thanks
        if you have .. questions
        let me|us know if you .. need|have|further|anything|any
        welcome to
        """,
        yes="""
        I hope you are well.
        If you have any further questions, feel free to ask.
        """,
        no="When will the parts arrive?",
    ),
    Rule(
        "no_ask",
        find="""
        please find|see attached|enclosed|below|the
        please be advised|aware|note
        please accept|excuse|forgive|consider|disregard|ignore
        how are you|things
        feel free to|if
        don't|not hesitate
        let me|us know if you .. need|have any|further|anything|more|other
        if you have .. questions
        any questions|other .. let|feel|please|call|contact|?
        to unsubscribe|opt
        click here|below|on|above
        i|we|he|she|they|it will|would|could|can please
        """,
        yes="Please find attached the list.",
        no="Please send me the list.",
    ),
    Rule(
        "substance",
        find="""
        attached|enclosed|attachment|attachments
        see|find .. below|attached|here|link|following|at|http
        here is|are|'s|you
        here's
        the|my answer|solution|fix|cause|reason|problem|price|cost is|was|to
        costs|priced
        ^^ yes|no|yep|yeah|nope|correct|right|sure|absolutely|exactly
        you can|could|should|need|must|have|may|might .. use|set|try|find|do|download|install|change|run|
            go|get|see|check|add|also|need|to
        try|use|run|install|set|add|change|download|click|open|remove|replace|disable|enable|update|
            upgrade the|a|this|to|it|using|your|these|another|running|with|an
        because
        available in|at|on|from|here|since
        means that
        caused by|due to
        it is|was|should|does|works|supports
        supported|fixed|implemented|released in|by|since
        there is|are|was|were
        that|this is|was|should|would|means|looks|sounds
        workaround
        e.g
        for example
        """,
        unless="""
        no attachment|solution|answer
        there is|are no|nothing
        this|that is being
        """,
        yes="The price list is attached.",
        no="We are looking into it.",
    ),
    Rule(
        "cannot",
        find="""
        can't|cannot|unable|won't .. offer|help|supply|deliver|provide|accept|approve|refund|support|do|
            replace|change|extend|make|fulfil|honor|honour
        not possible|available|supported|feasible|planned|allowed
        no longer available|supported|sold|made|supply|offer|produce
        must|have to decline|refuse|reject
        declined|rejected|refused
        afraid .. not|cannot|can't|no
        """,
        unless="""
        i|we can't|cannot|am|are unable .. access|log|open|find|connect|get|install
        why
        """,
        yes="Unfortunately we cannot supply this part any more.",
        no="We deliver on Friday.",
    ),
    Rule(
        "moved",
        find="""
        postponed|postpone|rescheduled|reschedule|pushed|delayed|slipped .. to|until|by|back|from
        delay|delayed
        not until|before {day}|next|monday|the|january|february|march|april|may|june|july|august|
            september|october|november|december
        later than|as planned|expected|promised|agreed
        won't|can't|cannot|not .. make it|by|ready|finish|finished|manage .. {day}|until|by|in|next
        new date|delivery
        running late|behind
        behind schedule
        need|needs|take another|more .. day|days|week|weeks|time
        """,
        unless="can|could|would|please|sorry we|you .. postpone|reschedule|move",
        yes="The delivery is postponed to Thursday.",
        no="The delivery comes as planned.",
    ),
    Rule(
        "fyi",
        find="""
        fyi
        for your information|records|reference
        just to let|inform
        just wanted|writing to .. let|inform|share|tell
        no action .. required|needed
        heads up
        """,
        yes="Just for your information: the date is fixed.",
        no="We need some information.",
    ),
    Rule(
        "solicitation",
        find="""
        introduce our|my|myself|you .. company|services|product|products|solution|solutions|to
        our|we services|solutions|offer|help|specialize|specialise|provide ... companies|businesses|
            clients|you|customers|like
        seo|backlinks|guest post|lead generation|web design
        recruiter|recruitment|recruiting|staffing|headhunter
        candidate|candidates .. for|your|who|with|cv|resume
        increase|boost|grow your .. sales|revenue|traffic|business|leads
        free trial|demo|consultation|webinar|whitepaper
        15|20|30|quick|short minutes|minute|call|chat .. this|next|call|chat|to
        limited time|offer
        unsubscribe
        book a demo
        job|career opportunity|opportunities
        """,
        yes="I would like to introduce our SEO services to your company.",
        no="Please introduce us to the new engineer.",
    ),
    Rule(
        "promise",
        find="""
        i|we {adv}? {adv}? will|shall {adv}? {adv}? {do}
        i'll|we'll {adv}? {adv}? {do}
        ill {do} you|it|the|back
        i'm|we're going to {adv}? {do}
        i|we am|are going to {adv}? {do}
        ^ will {adv}? {do}
        ^ and|but|then i'll|we'll|will {do}
        i|we {adv}? will|shall not? only {do}
        let me check|ask|find|see|look|verify|confirm|get
        i|we can|could .. have|get|send|deliver|ship|do|finish|bring|call .. it|this|that|you|them|
            the .. by|before|on|until {day}|tomorrow|noon
        i|we promise|guarantee|undertake|commit|pledge
        you will|shall .. have|receive|get|hear|find|be .. by|on|before|within|from|refunded|tomorrow|
            today|next|shortly|soon|it|contacted|credited|informed|notified|the|a|your
        you'll .. have|receive|get|hear|find|be .. by|on|before|within|from|refunded|tomorrow|today|next|
            shortly|soon|it|contacted|credited|informed|notified|the|a|your
        will .. be .. shipped|delivered|sent|ready|fixed|resolved|done|completed|refunded|credited|
            dispatched|finished|processed|replaced|posted|released .. by|on|before|today|tomorrow|within|
            next|this|in|to|at|for
        will be .. with|at you|your
        ceo|director|manager|engineer|technician|colleague|team|he|she|they|someone|somebody|mr|ms|
            mrs .. will .. call|contact|get|be|visit|come|reach|send|follow|respond|reply|ring
        will|shall .. call|contact|ring you|them
        i'm|we're|am|are sending|shipping|delivering|getting|preparing|forwarding|coming|calling|issuing|
            arranging|refunding|replacing .. {day}|you|it|them|this|the|a
        i|we plan|planning|intend|expect|hope to {do}
        i'm|we're planning|hoping|trying|happy to {do}
        i|we am|are planning|hoping|trying|happy to {do}
        would be happy to {do}
        it|this|that won't|never happen|occur again
        it|this|that will not|never happen|occur again
        will do
        consider it done
        on my to-do
        will make sure|certain
        """,
        unless="""
        i|we will|shall not
        will need|want|like|wait|expect|miss
        will have to
        i'll|we'll need|want|like|wait|miss|assume|admit
        i'll|we'll be out|away|on|off|traveling|travelling|in|there
        be out|away|off of|on|until|from|the
        please|kindly|can|could|would you
        if you will
        wish i|we
        will cancel|sue|switch|terminate|report|never|withhold|complain|escalate
        i'll|we'll cancel|sue|switch|terminate|report|never|withhold|complain|escalate
        you'll be able
        you will be able
        you will see|need|find that
        """,
        yes="""
        I will send you the quote by Friday.
        You will have it by Thursday.
        Our CEO will call you tomorrow.
        I'll look into it.
        """,
        no="""
        You will call me back by Friday.
        I will not be able to send it.
        Will you send it by Friday?
        I will be out of the office.
        """,
    ),
    Rule(
        "no_promise",
        find="""
        i|we will not|never|need
        i|we will be out|away
        i'll|we'll not|never|need
        i'll|we'll be out|away
        """,
        yes="I will be out next week.",
        no="I will do that.",
    ),
)

KINDS = {
    "refund": """
        refund*|reimburse*
        money back
        credit note|your|you|the
        pay you back
    """,
    "discount": """
        discount*|rebate*
        percent off
        reduced|lower|special price
    """,
    "guarantee": """
        guarantee*
        promise|promised
        definitely|certainly|absolutely
        100|hundred percent
        never|not|won't happen again
        no matter what
    """,
    "ceo": """
        ceo|president|chairman|md
        managing director
        our director|boss|owner
    """,
    "free": """
        complimentary|gratis
        free of charge
        for free
        at no cost|charge|extra
        no extra|additional cost|charge
        at our cost|expense
        on the house
        waive*
    """,
    "callback": """
        call|ring|phone you|back|them|him|her
        give you a .. call|ring
    """,
}
