"""English phrases that tell everybody: an event, a release, something for sale, a finding for others."""

from handover.language.rule import Rule

RULES = (
    Rule(
        "announces",
        find="""
        presenter|presenters|speaker|speakers|presented :|by
        no? registration is? required|needed|necessary|open|opens|free
        join us for|on|at|this|next
        save the date
        takes|taking|take place on|next|this|in|from
        feel|are|you're invited to
        live stream|livestream :|at|on
        meeting|meetup|webinar|workshop|conference|seminar|talk|hackathon|session .. utc|gmt|cet|cest|edt|est|pdt|pst
        meeting|meetup|webinar|workshop|conference|seminar|talk|hackathon on|this|next {day}
        reminder ! .. meeting|meetup|webinar|workshop|conference|seminar|talk|session
        you|everyone|everybody|all are cordially? invited|welcome to
        is|are now available|released
        happy|pleased|glad|proud|excited|delighted to announce
        announcing|announcement the|a|our|version|:
        call for participation|papers|proposals|presentations|contributions|submissions|talks|speakers
        we invite developers|users|everyone|everybody|all|members|submissions|contributions|proposals
        please forward|spread|share|circulate this announcement|call|invitation|word
        for sale|sell
        am|i'm|are|we're selling|giving my|our|a|an|two|three|some|away
        want|wants|trying|looking|wish to sell my|our|a|an|this|it|them
        if|anyone|anybody|someone interested .. direct|directly|private|privately|personal|pm|offlist|off-list
        hope|hopefully .. helps|helpful|useful|help .. someone|somebody|others|anyone|people|community
        someone|somebody|others|anyone|people find|finds it|this helpful|useful
        for the archive|archives|record|records
        """,
        unless="""
        could|can|would|will|do|does|how|where|when you|i|we|the
        not|n't|isn't|aren't|never .. available|released
        price|quote|offer|deliver|delivery
        """,
        yes="""
        Call for talks: we invite users of all kinds to show their work.
        Please feel invited to our academy, which takes place next weekend.
        Speaker: Ann Miller, no registration required.
        I have two old controllers for sale.
        I am selling my spare scanner.
        I hope someone finds this helpful.
        """,
        no="""
        When is the new version available?
        Is this model still for sale?
        Could you announce the date?
        """,
    ),
)
