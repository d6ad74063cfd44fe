"""English phrases of thanks, of being done, of courtesy."""

from handover.language.rule import Rule

RULES = (
    Rule(
        "thanks",
        find="""
        thanks|thank|thx|cheers|ty|thankyou
        much appreciated
        appreciate it|that|your|the
        grateful
        very handsome|kind of you
        splendid|marvellous|lovely|brilliant
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
        Very kind of you.
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
        fix|workaround|update|patch|solution|suggestion|replacement works|worked|helped|did
        all good|set|fine|clear|sorted
        no problem|problems|worries|worry|rush|issue|issues
        sounds|looks good|great|fine|perfect
        perfect|excellent|wonderful|brilliant|awesome|great
        happy|fine|ok|okay|agree|agreed with
        glad to
        makes sense
        got it
        ^^ understood $
        that|it is|'s .. clear
        that's fine|ok|okay|good|great|perfect
        {day}|date|time|slot .. is|are|would|will be? fine|ok|okay|good|perfect|convenient
        {day}|date|time|slot|that|this|it|which works|suits $
        {day}|date|time|slot|that|this|it|which works|suits .. me|us|well|perfectly|fine|nicely
        answer|date|plan|offer|something|that i|we can .. work|live with
        that|it|which will|would do nicely|fine|perfectly|well
        """,
        unless="""
        not|n't|never|nothing|no|hardly .. work|working|works|worked|fine|happy|good|ok|solved|resolved|fixed|great
        not|n't|never .. suit|suits|do|live
        great , thanks a lot
        """,
        yes="""
        All good now, it works again.
        That is an answer I can work with.
        Thursday at 18:00 is fine.
        Friday works for us.
        """,
        no="""
        That did not work.
        That is nothing I can work with.
        The date does not suit us.
        """,
    ),
    Rule(
        "withdrawn",
        find="""
        never mind
        nevermind
        no longer need|needed|required|necessary|relevant|interested|an
        don't|not need|have to? .. answer|reply|respond|do
        no need to|for
        please? ignore|disregard my|this|the|that|previous|last
        figured it out|this
        figured out what|why
        figured out the|my|our .. issue|problem|cause|reason|solution|mistake|error
        everything|all worked fine|perfectly|well
        able to get|work around
        ^ .. solved|fixed|cured the|this|my|our problem|issue|error
        post|write|ask|report again if|when i|we
        found|solved|fixed|sorted it|the|this|out .. myself|ourselves|answer|problem|solution
        has been|already|since resolved|sorted|settled
        issue|problem|matter|question|cause|error|bug|mistake|culprit is|was|has .. resolved|solved|closed|settled|gone|
            sorted|found|identified
        consider .. closed
        was|were|am|are able to solve|fix|resolve
        found|find|identified the|my culprit|cause|problem|bug|mistake|error|issue|reason
        i|we|i've|we've resolved|solved|fixed|sorted .. issue|problem|error|it
        ^ solved it|this|by
        managed to get .. working|running|fixed|solved
        found|have|got a|the solution|workaround|fix
        so far so good
        my|our solution|fix|workaround is|was
        solution i arrived|found|came
        fix|that|everything works now|fine|again
        it works now|fine|again $
        ^ it|everything|all works $$
        works like a charm
        it works now|fine|again .
        running|working just? fine|now|again|properly
        solved|fixed|sorted now|itself
        problem|issue|error is|has|was gone|disappeared|solved
        that|this|it|which ... answers|answered my|our|all question|questions
        run|runs|running|works perfectly|flawlessly|beautifully|smoothly
        got|have|getting it|this|that|everything running|working
        got it to run|work
        that's all i|we need|needed|wanted
        that is|was all i|we need|needed|wanted
        no further|more|other questions|question
        that|this settles it|this|that|the|our|my
        my|our question|questions is|are|has|have .. answered
        """,
        unless="""
        not|didn't|couldn't|can't|cannot|never|help .. get|got|have it|this|that|everything
        how|need|needs|want|trying|try|like|hope|would .. get it|this|that|everything
        not|n't|still|when|if|once|until|unless .. resolved|solved|sorted|answered|found|works|identified
        solution|works|solved|fixed|resolved|found|working .... but|however|except
        do|did|does|have|has you|anyone|they|somebody|someone .. found|find|have|got|figured|solved|fixed
        not|n't|hasn't|didn't|never|nothing|none .. solved|fixed|cured|figured
        would|could|might|should|may|can .. solved|fixed
        worked|works .... until|before|till|yesterday|earlier|previously
        working|works|running .... other|others|another|second|except|only
        """,
        yes="""
        Please ignore my last email.
        Never mind, I figured it out.
        I was able to solve my issue.
        I finally found the culprit.
        I think I found the error I was making.
        Nevermind, I think I resolved my issue.
        Solved it by using another cable.
        I have finally managed to get it working.
        Everything works now.
        That answers my question.
        I figured out the issue, it was the pulse width.
        Nevermind, the third try did it.
        I stopped the service and everything worked fine.
        Adding the library as below solved the problem.
        Thank you for the help, I will post again if I run into other issues.
        Great, that's all I needed.
        Sorry for asking, but the problem is found: a broken cable.
        After months of trying: it works!
        I got it running, here is the code.
        I followed your advice, and my code now runs perfectly.
        Sorry to write again, but I think this time I have a solution.
        """,
        no="""
        My question is still not answered.
        The matter is still open.
        Do you have a solution for us?
        Have you found a workaround?
        It works now but the second one fails.
        The cause was not found.
        How did you get it running?
        We did not get it working.
        Have you figured out the cause?
        I figured out the firmware, now the only problem is the driver.
        Everything worked fine until yesterday.
        That has not solved the problem.
        """,
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
        left|went out|shipped today|yesterday|this
        parcel|order|package|parts left|went|is|are out|off|on|today|yesterday
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
        The parcel left today.
        """,
        no="""
        This is not done yet.
        The parts will be shipped.
        """,
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
)
