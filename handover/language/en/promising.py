"""English phrases that promise without a first person, and the kinds of promises."""

from handover.language.rule import Rule

RULES = (
    Rule(
        "promise",
        find="""
        i|we {adv}? {adv}? will|shall {adv}? {adv}? {do}
        i'll|we'll {adv}? {adv}? {do}
        ill {do} you|it|the|back
        i'm|we're going to {adv}? {do}
        i|we am|are going to {adv}? {do}
        ^^ will {adv}? {do}
        ^^ hi|hello|hey|dear|thanks|thank|ok|okay|sure|yes|no|sorry|great|fine|understood|good .. , will {adv}? {do}
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
        arrive|arrives|ships|leave|leaves|delivered|comes|arriving .. on|by|with|at .. {day}|monday|tuesday
        consider it done
        on my to-do
        will make sure|certain
        will .. be with|at|reach you|your
        arrive|arrives|come|comes|delivered|delivery on|by|in|at {day}
        invoice|correction|note|quote|offer|replacement|documents|goods .. comes|come|follows|follow|goes .. this|next|
            tomorrow|today
        new date|delivery|time is
        mr|ms|mrs|he|she|technician|engineer|fitter|fitters|colleague .. comes|come|visits|calls|call .. on|at|by|to
        i|we will|shall|can .. give|grant|offer|allow you .. discount|credit|refund|rebate
        you will|shall .. have
        first thing|by eod|by cob {day}|tomorrow|monday
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
        you'll|you will .. get|have|find ... better|best|luck
        you'll be able
        you will be able
        you will see|need|find that
        """,
        yes="""
        I will send you the quote by Friday.
        You will have it by Thursday.
        Our CEO will call you tomorrow.
        I'll look into it.
        The rollers will arrive on Thursday.
        The new date is Friday.
        The parts will be with you by Friday.
        I will give you a discount of 4 %.
        """,
        no="""
        You will call me back by Friday.
        I will not be able to send it.
        Will you send it by Friday?
        I will be out of the office.
        """,
    ),
    Rule(
        "falls_due",
        find="""
        coming|arrives|arriving|follows|following|comes|back to you
        delivery|shipment|shipping|ships|pickup|installation
        reply|answer|quote|quotation|offer|report|draft|update|feedback
        deadline|due|payable
        ready|available
        """,
        unless="""
        holiday|vacation|closed|strike|leave|unclear|open
        no|not|never
        """,
        yes="""
        Deadline: December 5.
        Quote by Thursday.
        Ready on Monday.
        """,
        no="""
        Closed until Monday.
        It is different today.
        No answer before Friday.
        """,
    ),
    Rule(
        "grant",
        find="""
        {we_are} ... discount|rebate|refund|reimburse|credit|waive|compensate|replacement .. of|you|the|your|free
        {we_are} .. give|offer|grant|extend ... discount|warranty|guarantee|free|refund|percent
        {we_are} guarantee
        {we_are} pay|cover|bear .. for|cost|costs|freight|shipping
        extend|extending .. warranty|guarantee
        you will|can|'ll? .. have|get|receive .. discount|refund|credit|percent
        free of charge
        at no cost|charge|extra
        at our expense|cost
        on the house
        """,
        unless="""
        want|wants|need|would|could|can|demand|expect|request|ask|asking you|like|a|your|for
        please
        """,
        yes="""
        We will give you a discount of 4 %.
        We guarantee the date.
        The repair is free of charge.
        """,
        no="""
        We want a full refund.
        Could we get a discount?
        """,
    ),
    Rule(
        "no_promise",
        find="""
        i|we will not|never|need
        i|we will be out|away
        i'll|we'll not|never|need
        i'll|we'll be out|away
        will|i'll|we'll|to be .. unavailable|unreachable|busy|offline|travelling|traveling|absent|abroad|tied|swamped|
            occupied|unable|late
        will|i'll|we'll|to be .. in|on|at .. meeting|meetings|holiday|holidays|vacation|leave|conference|training|plane|
            train|dentist|doctor|court|fair|hospital|airport
        will|i'll|we'll|to have to
        ^ i|we think|guess|suppose|believe|bet|suspect|fear|imagine that? they|he|she|it|the|someone|nobody|people|there
        """,
        yes="""
        I will be out next week.
        I will be unavailable from 9 to 11 tomorrow.
        I will be in meetings all day tomorrow.
        We are going to have to plan better this year.
        I think they will close the shop tomorrow.
        """,
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
        extend|extending .. warranty
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
