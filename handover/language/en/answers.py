"""English phrases of answers, refusals and moved dates, and of mails that want nothing."""

from handover.language.rule import Rule

RULES = (
    Rule(
        "encloses",
        find="""
        attached|enclosed is|are|find|you|please|the|my|our
        ^ attached|enclosed
        is|are|find|see .. attached|enclosed
        in|see|find|as the|an attachment|attachments|enclosure|attached|enclosed
        ^^ here is|are|comes|'s the|your|our|my|a
        ^^ here's the|your|our|my|a
        """,
        unless="""
        will|'ll|would|could|can|must|should|shall|to .. attach|be
        you|your .. attached|enclosed
        as soon as|once
        """,
        yes="""
        Attached is the revised drawing.
        The calculation is attached: 3.1 mm at mid span.
        Please find the protocol attached.
        Here is our quote for the belt.
        """,
        no="""
        I will attach the drawing tomorrow.
        The drawing will be attached to the next mail.
        The drawing was not attached.
        You had attached a photo of the belt.
        """,
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
        cause|reason|answer|solution :
        ^^ yes|no|yep|yeah|nope|correct|right|sure|absolutely|exactly
        you can|could|should|need|must|have|may|might .. use|set|try|find|do|download|install|change|run|
            go|get|see|check|add|also|need|to
        try|use|run|install|set|add|change|download|click|open|remove|replace|disable|enable|update|
            upgrade the|a|this|to|it|using|your|these|another|running|with|an
        available in|at|on|from|here|since
        supported|fixed|implemented|released in|by|since
        workaround
        e.g
        you'll|you will|do? have|need|want to
        they|he|she|engineering|r&d|colleague|supplier|manufacturer say|says|said|told|confirmed|confirms|
            answered|replied
        in the meantime|meanwhile|interim .. you|use|try
        """,
        unless="""
        no attachment|solution|answer
        there is|are no|nothing
        this|that is being
        have|need to wait|bear|be
        """,
        yes="""
        The price list is attached.
        You'll have to rebuild the image.
        I asked our supplier, and they say that the seal is fine.
        """,
        no="""
        We are looking into it.
        You will have to wait a little longer.
        """,
    ),
    Rule(
        "statement",
        find="""
        because
        means that
        caused by|due to
        there is|are|was|were
        for example
        it does|works|supports|should
        """,
        yes="That happens because the belt is worn.",
        no="We will call you.",
    ),
    Rule(
        "substance",
        find="""
        price|cost|costs|total|fee|charge|rate is|are|would|comes|: .. euro|euros|eur|dollars|pounds|usd|gbp|percent
        euro|euros|eur|dollars|pounds|usd|gbp net|per|each|plus|including|excluding|apiece
        lead|delivery time is|: ... days|weeks|months
        it|they|that|this costs|cost
        """,
        unless="""
        if|whether|how|what|which|why|when
        check|checking|calculate|calculating|ask|clarify|confirm|tell
        invoice|credit|refund|bill of|for|over
        """,
        yes="""
        The price is 340 euros, and I will send the drawing tomorrow.
        340 euros net, the quote follows tomorrow.
        The lead time is six weeks.
        """,
        no="""
        I will look at your invoice of 340 euros net tomorrow.
        You will have the price tomorrow.
        """,
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
        have|has|must|need to? go|move|shift|switch to {day}|next|the
        could|can we say|make .. {day}|the|next
        running late|behind
        behind schedule
        need|needs|take another|more .. day|days|week|weeks|time
        """,
        unless="""
        can|could|would|please|sorry we|you .. postpone|reschedule|move
        sorry|apologies|apologise|apologize|apology ... delay
        thank|thanks
        """,
        yes="The delivery is postponed to Thursday.",
        no="""
        The delivery comes as planned.
        Sorry for the delay, the bush is worn.
        """,
    ),
    Rule(
        "fyi",
        find="""
        fyi
        for your information|records|reference
        just to let|inform
        just wanted|writing to .. let|inform|share|tell
        no action .. required|needed
        nothing .. required|needed from|on|for
        just|only to confirm that
        heads up
        as requested|discussed|agreed
        no reply|answer|response needed|necessary|required|expected
        find .. attached|enclosed .. our invoice|statement
        merry|happy christmas|holidays|easter|thanksgiving|new
        season's greetings
        prosperous|successful new year
        """,
        yes="""
        Just for your information: the date is fixed.
        A merry Christmas to you and the team!
        No reply needed.
        """,
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
        across|seen|viewed your profile
        on your website|site .. noticed|found|saw|today
        noticed .. errors|issues|problems .. your|costing
        page 1|one of google
        reply yes
        free audit|trial|sample|demo|quote
        retained by
        call for papers|proposals|presentations|participation|contributions|submissions|abstracts
        cfp
        submission|abstract deadline
        registration|early-bird|submission is open|closes
        submit|submitting a|an|your paper|papers|abstract|abstracts|proposal|proposals|talk
        excited|pleased|happy|delighted|proud|like to announce
        we|are|is hiring
        hiring engineers|developers|interns|enthusiasts|people
        looking for .. full time|full-time|interns|internship
        exciting|new|great|senior role|opportunity|position|mandate
        head of .. market|leader|looking
        attendees|attendee|email|contact|mailing list|lists|database of|for|:|-
        verified contacts|emails|leads
        interested in acquiring|purchasing|buying .. list|database|contacts|leads
        translation|outsourcing|offshore|development|design agency|services|team|partner
        bumping|bump .. inbox
        """,
        yes="""
        I would like to introduce our SEO services to your company.
        I came across your profile and my client is looking for a Head of Sales.
        I was on your website and noticed errors.
        Would you be interested in acquiring the attendees list?
        Call for papers: the submission deadline is 4 May.
        We are happy to announce our spring conference.
        We are hiring engineers, let me know if you are interested.
        """,
        no="""
        Please introduce us to the new engineer.
        We are interested in purchasing your conveyor.
        Please submit the offer by Friday.
        """,
    ),
)
