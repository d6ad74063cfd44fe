"""English phrases that put off: no information, away, passed on, in work, received."""

from handover.language.rule import Rule

RULES = (
    Rule(
        "put_off",
        find="""
        have|got no information|info|idea|news|answer|update|updates|timeline|eta|estimate|visibility|
            details
        don't|not have .. information|info|news|update|answer|details|timeline|eta|visibility|estimate|
            insight
        don't|not know .. yet|when|if|anything|at|for
        no information|news|update|updates|estimate|eta|timeline|timeframe .. yet|about|on|at|for|right|
            available|so
        no .. estimate|eta|timeline|timeframe .. for|yet|on
        nothing new|yet|to report
        not yet known|clear|available|decided|sure|heard
        haven't|not heard .. back|yet from
        bear|bearing with me|us
        patience
        be patient
        may|might|will|could|to|i'll|it'll take .. some|a|while|longer|few|bit .. time|while|longer|days|
            weeks|bit
        nothing i|we can .. do|say|tell
        not my|our|the area|department|responsibility|field|desk
        i|we can't|cannot|couldn't|unable say|tell|comment|promise|answer .. yet|now|right|moment|that|
            this|when|anything
        backlog|backlogged|swamped|snowed
        try again later
        waiting on|for|to .. hear|word|response|feedback|reply|colleague|supplier|r&d|engineering|
            confirmation|approval|parts|him|her|them
        not forgotten
        haven't forgotten
        speak|talk|try|contact|ask|email .. my|our colleague|colleagues|team|manager
        """,
        unless="""
        need|needs|require|could|can|would|please .. information|patience
        lost|losing|running|out|end .. patience
        patience is at
        thank|thanks|grateful .. patience $
        for bearing with me|us $
        thanks|thank you for .... for .. patience $
        appreciate|appreciated .. patience $
        i|we am|are|was|were|been|have .. still .. waiting for your|you
        have|has|had i|we|i've|we've .. been waiting
        still waiting
        don't know if you
        know if you
        don't|not know the direct|exact|full .. but
        """,
        yes="""
        I am sorry, I have no information on this yet.
        We appreciate your patience while we look for the cause.
        Please bear with us.
        """,
        no="""
        Thank you for your patience.
        The information is in the attachment.
        We are losing patience.
        """,
    ),
    Rule(
        "patience",
        find="""
        thank|thanks|thankful|grateful .. for|again .. patience
        thanks|thank you for .... for .. patience
        appreciate|appreciated .. patience
        your patience is|has|was .. appreciated
        for bearing with me|us
        can|could|may i|we ask .. patience
        """,
        unless="""
        patience while|until|as|whilst
        patience , while|until|as|whilst
        beg|asking|need|please .. patience
        """,
        yes="""
        Thank you for your patience.
        Thank you for the report and for your patience.
        We really appreciate your patience.
        Thank you for bearing with us.
        """,
        no="""
        Please be patient.
        We appreciate your patience while we look for the cause.
        My patience is at an end.
        """,
    ),
    Rule(
        "away",
        find="""
        i'm|we're|i|we am|are|is|he's|she's away|out|off|travelling|traveling|swamped|busy|slammed|tied|afk
        out|off of|on|sick office|vacation|holiday|leave|today
        out of the office
        on vacation|holiday|leave|travel
        in a meeting
        in meetings
        colleague|he|she|manager|engineer is|are .. away|out|off|on|back|currently|in
        only covering|filling|standing for|in
        """,
        yes="""
        My colleague is away until Monday.
        I am on holiday from Monday on.
        """,
        no="""
        The parcel was sent away.
        The holiday list is attached.
        """,
    ),
    Rule(
        "forwarded",
        find="""
        i've|i|have|has|we've|was|been forwarded|passed|handed|relayed|escalated|transferred|assigned|
            redirected
        i'll|we'll|i|we|will|i'm|we're|am|are .. forward|forwarding|pass|passing|relay|relaying|hand|
            escalate|escalating .. this|it|your|that|you|them|along|on|message|request|comments|feedback|to
        i|we|i'll|we'll|will let|tell .. know|him|her|them|team|colleague|colleagues
        raised|raising|raise .. ticket|internally|with|issue|case
        i've|i|we|we've|have|has opened|created|filed|logged|submitted .. ticket|case|issue|bug|jira|report
        copied|copying|cc'd|cc'ing|adding|looping|looped|added .. who|team|colleague|colleagues|engineer|
            engineering|in|here
        i'll|we'll|i|we|i'm|will|have|i've|going .. ask|asking|asked|check|checking|checked|pinged|ping|
            emailed|contacted|informed|poked|nudged|reminded|queried|consult|contact|discuss .. r&d|
            engineering|team|colleague|colleagues|someone|developers|dev|factory|them|internally|supplier|
            him|her|around|folks|others|people
        query|queries|request|question|questions|inquiry|ticket|bug|report in|into .. to|with
        submitted|filed|opened a|the bug|ticket|report|case
        put|have|submitted|sent|made|putting .. query|inquiry|enquiry|question .. to|in
        bring|brought|bringing .. to .. attention
        reach|reached|reaching out to|internally
        discussion|discussions|touch|contact|talks|talking with .. r&d|engineering|team|colleagues|
            supplier|them
        run|running|ran .. by|past .. team|people|colleague|colleagues|him|her|them|engineering|r&d|boss|manager
        take|taking|bring|bringing|raise .. up with
        reported to|with .. developers|engineering|team|supplier|manufacturer|r&d|colleagues|factory
        hope|hoping|see|try to|if .. have|get .. someone|anyone|r&d|somebody|engineering
        """,
        unless="""
        please|can|could|would|kindly .. forward|pass|ask
        look|looking forward
        you .. reach|contact|ask|submit|file|open
        you've asked|opened|filed
        """,
        yes="""
        I have forwarded your request to the service team.
        I'll pass it on to my colleague.
        I've asked engineering about it.
        """,
        no="Please forward this to the service team.",
    ),
    Rule(
        "holding",
        find="""
        {we_are} .. look|looking|looked .. into
        {we_are} .. look|looking|have|having|take|taking .. at|look|closer
        i|we|he|she|they|team|r&d|engineering|colleague|colleagues is|are|am|have|has|been|be .. looking|
            investigating|working|checking|reviewing
        been|being .. processed|reviewed|investigated|handled|considered|addressed|discussed
        is|are being .. processed|reviewed|investigated|handled|looked|worked|considered|addressed|
            checked|tracked|discussed
        being worked|looked on|into|at
        {we_are} .. get|getting|come|coming|circle|revert|be|follow|report .. back|up|touch
        get|come|circle|report|be back to|with you|the
        in touch
        will|to|and verify|confirm|clarify with|whether|if|that|this|it
        ^^ will get|look|check|ask|let|keep|update|follow|try|investigate|report|test|forward|pass
        follow|following up .. as|when|once|soon|here|later|shortly|with|on
        {we_are} .. update|advise|inform|notify|let|keep .. you|posted|know|everyone|list
        keep|keeping you .. posted|informed|updated
        i'll|we'll|will|can|shall let you know
        shortly
        in due course
        as|so soon as .. i|we|possible|have|know|hear|get|available
        {we_are} .. investigate|investigating
        investigating
        working on it|this|that|a|the|your|resolving|an|getting
        {we_are} .. check|checking|find|finding|research|dig|ask
        {we_are} .. see .. if|what|whether|when|how
        see what i|we can
        see if anyone|someone|i|we|there|somebody|they|he|she
        hopefully .. soon|shortly|next|fix|someone|able
        fix|update|release|patch|answer|version .. soon|coming|planned|shortly
        are|is aware of .. issue|problem|it|this
        will post|report|share|update .. list|here|back|when|once|results|findings
        discussing this|it|that with
        hope|hoping to get|have|hear|find|know .. more|from|soon|back|something|answer
        can't|couldn't|unable|not|haven't|none|able .. to? reproduce|replicate|recreate
        noted
        ^ noted|received|understood
        has been noted|logged|recorded
        on it
        under review|investigation|consideration
        in progress|process|hand|works|queue
        on my|our|the list|todo|to-do|roadmap|radar|desk
        doing our|my|all best|we|everything
        your call|request|message|email|inquiry|enquiry|concern|feedback is|has|are .. important|value|
            valued|being
        once|when i|we|he|she|they .. hear|know|have|get|find|return
        let me .. check|ask|see|find|look|get|talk|verify|confirm|dig|try|reproduce|think|discuss|
            investigate|consult|inquire
        {we_are} .. try|trying|attempt|attempting|need|going|want|hope|hoping|like|have .. reproduce|
            replicate|recreate|look|find|check|get|clarify|test|confirm|figure|understand|repeat|run
        {we_are} .. do|run|perform|make|running .. test|tests|testing|check|experiment
        {we_are} .. reproduce|replicate|recreate|test|repeat
        see what happens|comes
        {we_are} .. work|working|talk|take|continue .. with you
        off-list|offlist|offline
        as more info|information
        clarification from
        i'd|we'd|i|we would? need|have|want to look|check|ask|test|see|find|dig|try
        in the works|pipeline
        i|we can't|cannot|couldn't say
        more info|information|details|news later|soon|to|when|shortly|tomorrow
        stay tuned
        will circulate|report
        {we_are} .. discuss|consult|consider|review|bring .. with|about|over|it|this|internally|that
        need|have to .. check|discuss|confirm|ask|verify|review|think|consult .. with|internally|first|it|
            this|before
        announcement will
        reply .. to you .. after|later|when|shortly|soon
        """,
        unless="""
        please|could|can|would|will you .. look|check|get|let|keep|follow|take|have
        ^ please? look|check|see|take|try|follow|keep|find|let's
        hope .. soon
        don't|not|never like|want to
        see you soon
        you|your|you'll will|can|should|could|may|might|need|have|want .. check|look|see|find|get|try|
            figure|follow
        did|have you .. check|look|checked|tried
        is|are now available|released|merged|live|online
        suggest|recommend you|that
        we|i need|we'd|we'll|have to .. see|know|more .. code|details|your|exactly|output|what|information
        you .. let us|me know
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
        You might look at the manual.
        """,
    ),
    Rule(
        "ack",
        find="""
        received|receipt|got .. your|of|the .. email|message|request|mail|inquiry|enquiry|report|note|
            feedback|order|form|documents|ticket
        we|i have|we've|i've received
        has been received
        acknowledge .. receipt
        confirm .. receipt
        this is an automated|automatic
        do not reply to this
        ticket|case|reference .. number|id
        """,
        unless="""
        not|never|haven't|hasn't|didn't ... received|receive|got
        have|did you ... received|receive|got
        """,
        yes="We have received your request.",
        no="We have not received your request.",
    ),
)
