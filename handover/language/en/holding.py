"""English phrases that put off: no information, passed on, in work, received."""

from handover.language.rule import Rule

RULES = (
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
)
