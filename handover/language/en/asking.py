"""English phrases that ask, chase, press for time, or thank in advance."""

from handover.language.rule import Rule

RULES = (
    Rule(
        "ask",
        find="""
        could|can|would|will|may|might you|someone|anyone|somebody|u|y'all
        can|could|may|shall|should i|we .. get|have|ask|see|meet|talk|discuss|speak|schedule|order|expect|
            move|change
        ^ please {ask_verb}
        please {ask_verb}
        please .. {ask_verb}
        pls|plz|kindly {ask_verb}
        {ask_verb} me|us .. please
        let me|us know
        lemme know
        keep me|us posted|informed|updated|advised
        get back to me|us
        give me|us a call|ring|shout|buzz|call|heads|update
        drop me|us a line|note
        send|forward|email|mail|fax|give|tell|call|show|bring|get|advise|inform me|us
        i|we need|needs|require you|your to?
        i|we need|require a|an|the|some|more|your|help|information|assistance|this|to know|it|you
        need your help|assistance|approval|confirmation|input|advice|support
        i|we would|'d like to know|ask|request|have|get|receive|see|hear|order|schedule|set|you
        i'd|we'd like to know|ask|request|have|get|receive|see|hear|order|schedule|set|you
        i|we would|'d appreciate
        i'd|we'd|would|much|greatly appreciate
        i|we want you to
        i|we was|were|am|are wondering
        i'm|just wondering
        wondering if|whether|what|when|how|why
        i|we wonder if|whether
        do|does|did|are|is|have|has|would|were you|anyone|anybody|someone|there|this|that|it|we ... ?
        is|are there any|a|some
        any|some idea|ideas|thoughts|suggestions|chance|comments|help|pointers|advice|luck|insight|
            suggestion|recommendations
        how do|can|does|should|would|could|about|is|are|many|much|long i|we|you|it|this|the|is|are
        what is|are|do|does|should|would|time|about|kind|if
        when|where|why|who|which is|are|will|can|do|does|did|would|should
        does|do anyone|anybody|someone|you know|have
        would|will it be possible|ok|okay
        is it possible
        if you can|could|would
        please?  make sure|sure
        make sure you|that|to
        feel free to call|contact|ask
        looking forward to your|hearing
        look forward to your reply|response|hearing
        request|requesting that|you|your|a|information|to
        i|we am|are asking|requesting
        asking you|for
        would be grateful|helpful|great|appreciated if
        your|any help|assistance|advice|input|feedback|prompt ... appreciated
        please advise|confirm|reply|respond|clarify|explain|help|call|note
        rsvp
        take a look
        have a look
        you|you'll need to|should|must
        don't forget to
        remember to
        be sure to
        get|take me off|out
        remove me
        ^^ call|contact|see|check|review|send|use|go|click|add|put|take|give|ask|tell|read|try|change|
            print|forward|reply|schedule|set|update|confirm|look|talk|get|keep|bring|come|meet|visit|fill|
            sign|return|note|follow|make|find|pick|start|stop
        """,
        unless="""
        please find
        please see attached
        please be advised
        please note that
        feel free
        thank you for
        keep up
        """,
        yes="""
        Could you send me the invoice again?
        Please call me when you get in.
        Let me know what you think.
        I was wondering if the date still stands.
        """,
        no="""
        Please find attached the invoice.
        The goods arrived today.
        """,
    ),
    Rule(
        "order",
        find="""
        i|we|i'll|we'll will? take|order .. 2|3|4|5|6|8|10|12|15|20|25|30|40|50|100|one|two|three|four|five|ten|
            twenty|them|both|all
        we|i would|want like? to order
        hereby order
        go ahead|proceed with
        please ship|deliver|proceed
        ^^ ship|deliver|proceed
        purchase order attached|enclosed
        attached|enclosed .. our|the .. order|purchase
        """,
        unless="""
        cancel
        via|through|on .. portal|shop|webshop|website
        """,
        yes="""
        We order ten of them.
        Too dear, I take 20.
        """,
        no="We delivered on Monday.",
    ),
    Rule(
        "ask_soft",
        find="""
        i|we have|had a|some|one|another|few|couple question|questions|request
        question|questions about|regarding|on|for
        quick|one|another question
        not sure how|what|if|whether|why
        don't know how|what|if|why|where
        do not know how|what|if|why|where
        can't figure out|find
        trying to find|get|figure|understand
        i'd|we'd like|love
        i|we would like
        waiting for your|you
        needs to be
        should we
        let's
        how about
        what about
        suggest that|we|you|using
        i|we propose|suggest|recommend
        is|are .. required|needed|expected|wanted ... by|within|before|until
        must be .... by|within|before
        """,
        yes="""
        I have a question about the invoice.
        A new seal is needed by Thursday.
        The leak must be fixed within two days.
        """,
        no="""
        The invoice is fine.
        The new seal was fitted within two days.
        """,
    ),
    Rule(
        "pressure",
        find="""
        thanks|thank|thx|thanking .. in advance
        thanks|thank ahead
        thanks|thank you? .. for your prompt|quick|speedy|immediate
        """,
        yes="Many thanks in advance for your help.",
        no="Many thanks for your help yesterday.",
    ),
    Rule(
        "chaser",
        find="""
        still waiting|no|not|haven't|hasn't|awaiting|pending|unresolved|outstanding|nothing|unanswered
        still don't|doesn't|can't|cannot|isn't|unable
        still have|has|do|does no|not
        not|haven't|hasn't|never|havent .. heard|received|gotten|got|had .. back|from|anything|reply|
            response|answer|any|your|an|a
        have|has|had yet to
        no reply|response|answer|word|news|update|reaction|one ... so|yet|from|to|has|since|for
        not a|one|single? word|peep|sound|line since|from|yet|to|back|in
        any|an update|updates|news|progress|word on|about|from|regarding|yet|here|?
        what is|what's the status|latest|hold|holdup
        status|update of|on my|our|the|this
        following|follow up on|with|to|my|our|regarding
        just following|checking|chasing
        checking in on|to
        second|third|fourth|fifth|2nd|3rd|4th|final|multiple|several|repeated|numerous time|times|request|
            requests|email|emails|attempt|attempts|reminder|reminders|calls|message
        for the second|third|fourth|fifth|umpteenth|nth time
        gentle|friendly|kind|quick|polite|final reminder
        reminder that|about|of
        bump|bumping
        when will|can i|we|you|this|it|the|my|our
        as per|i|we my|our|said|mentioned|asked|wrote|stated last|previous|earlier|email|before|already
        i|we already|have asked|written|told|called|emailed|sent
        for days|weeks|months
        for|over|past the? past|last? two|three|four|five|several|many|2|3|4|5|6 days|weeks|months|hours
        days|weeks|months ago .. and|but|still
        have|has|i've|we've called|emailed|written|tried|asked|left .. several|many|multiple|twice|three|
            times|numerous|repeatedly|messages|you
        tried .. several|many|multiple|numerous|three|repeatedly|to .. reach|call|contact|times
        nobody|no-one|noone|none has? called|replied|answered|responded|got|come|returned
        no one .. called|replied|answered|responded|got|come|returned
        how long|much longer|many times
        getting back to me|us
        did|have you get|got|receive|received|see|seen|read|had my|our|the|a
        chasing
        again no|asking|not|still
        overdue
        is there somebody|anybody|anyone
        come and gone|went
        that|this is|was not|no an? answer|reply
        isn't an answer
        did|has my|our mail|email|message|letter ... reach|reached|get|arrive|arrived
        still standing|down|stopped|stuck|squealing|broken|failing|nothing
        heard nothing|back
        is|was the third|second|fourth date|time|promise|attempt
        """,
        unless="""
        newsletter
        thanks again
        still love|good|works|working
        no rush
        """,
        yes="""
        I am still waiting for an answer.
        Any update on this?
        I have not heard back from you.
        This is my third request.
        When will this be fixed?
        Hello, is there anybody?
        Friday has come and gone.
        That is not an answer.
        Not a word since yesterday morning.
        Did my mail of Wednesday reach you?
        """,
        no="""
        Thanks again for the quick help.
        We deliver on Friday.
        The belt still runs.
        """,
    ),
    Rule(
        "callback",
        find="""
        call|ring|phone me|us|him|her|back
        give me|us|him|her a .. call|ring|shout
        please? call back
        return my|our|his|her call|calls
        callback
        asked|asks|wants|would ... call back|callback
        call|reach me|us at|on|back|when|as|today|tomorrow
        can|could you .. call
        please? phone
        """,
        unless="""
        i|we|i'll|we'll|will .. call|ring|phone|give you|back
        feel free to call
        don't hesitate to call
        """,
        yes="""
        Please call me back today.
        Can you give me a call?
        """,
        no="I will call you back tomorrow.",
    ),
    Rule(
        "offer_asked",
        find="""
        quote|quotation|proposal|estimate|pricing ... please|for|send|need|require
        send|provide|give me|us .. quote|quotation|pricing|price|prices|proposal|catalogue|catalog|brochure
        how much does|would|is|are|do
        what would|does|is it|this|your|the ... cost|price
        interested in your|buying|purchasing|ordering|learning
        we are looking for a|an|supplier|vendor|partner
        do you offer|sell|provide|supply|stock
        price list|lists
        new customer
        """,
        unless="our quote|quotation|proposal",
        yes="Please send us a quote for twenty rollers.",
        no="Our quote is valid until the end of the month.",
    ),
    Rule(
        "invites",
        find="""
        let's|lets|could|can|shall|should we? meet|talk|schedule|get|set|catch|discuss|have|do|grab|plan
        meet|meeting|call|lunch|dinner|coffee|drink|conference .. on|at|next|tomorrow|this {day}|10|11|12|
            1|2|3|4|5
        are|would you .. available|free
        would|does {day}|tuesday|morning .. work|suit
        set|schedule up? .. a|some|time|meeting|call
        when are|would|can you|we .. free|available|meet|talk|get
        how about {day}|lunch|dinner|meeting
        invite|inviting you
        would you like to .. meet|join|come|have|attend|go
        join us|me
        """,
        yes="Shall we meet on Thursday to discuss it?",
        no="The meeting went well.",
    ),
    Rule(
        "manager_nudge",
        find="""
        have|did you .. called|call|contacted|contact|spoken|speak|replied|reply|answered|answer|reached|
            reach .. them|him|her|customer|back|to|mr|ms|mrs|yet
        have you .. already|yet
        has anyone|somebody|someone .. called|contacted|replied|spoken
        did|has anyone|someone get|got|gotten|come back to
        are you on .. top|it|this
        where are|do we with|on|stand
        """,
        yes="Have you called them yet?",
        no="I have called them.",
    ),
    Rule(
        "question_back",
        find="""
        which|what version|model|number|address|size|colour|color|device|order|operating|os|release|
            firmware|hardware|date|type|error|serial|kind
        could|can|would you .. send|provide|confirm|share|tell|give|clarify|post|attach|describe|try|
            check|run .. me|us|the|your|a|output|more|which|what|that|if
        please .. send|provide|confirm|share|tell|post|attach|describe|try|run|check .. me|us|the|your|a|
            output|more|which|what|that|if
        do|did|are|have you .. mean|using|use|have|see|tried|try|run|running|get|need|want|tell
        what do you
        how are|many|did you
        is it|this|that|your .... ?
        we|i need|require .. your|the|more|some|a .. number|details|information|photo|photos|log|logs|
            address|output|copy|version
        """,
        yes="""
        Which version are you using?
        Is that the blue one?
        """,
        no="""
        We are looking into it.
        Jens is your contact from Monday on.
        """,
    ),
)
