"""English phrases of not knowing, of having to find out, of what others said who know, and of what helps meanwhile."""

from handover.language.rule import Rule

RULES = (
    Rule(
        "put_off",
        find="""
        ^^ not sure $$
        ^^ i'm not sure $$
        ^^ i am not sure $$
        ^^ no idea
        no clue
        not sure|certain|familiar about|on|regarding|with
        unfamiliar with
        ^ i|we don't|dont know $
        ^ i|we do not know $
        don't|not know anything|much|enough about|of
        know|knows nothing|little about|of
        limit|limits|end|edge of my knowledge|expertise|experience
        out of my depth
        don't|never|haven't use|used|tried|worked ... myself|personally
        don't|not have|own a|an|any|one|that|this ... test|try|check|verify|myself|hand
        don't|not have one|any|it|access here
        hampered by
        i|we can't|cannot|couldn't|unable to? test|verify|try|check it|this|that|here|myself|either
        beats me
        i'm|am stumped|puzzled|baffled
        no way of knowing|telling|saying
        beyond|above|outside my knowledge|expertise|experience|pay
        hopefully|perhaps|maybe one|someone|somebody|others|another|our|the|my .. can|could|will|may|might ... comment|
            chime|help|shed|answer|say|add|look|jump|weigh|know|advise
        shed some? light
        i|we am|are not the right person|people|one
        """,
        unless="""
        but|however|though|although
        you mean|meant|want|wanted
        could|can|would|will|please you .. shed|comment|help
        """,
        yes="""
        Not sure.
        I don't know, my colleague does that.
        I'm not sure about the gearbox part - I don't use that model myself.
        You have reached the limits of my knowledge.
        Hopefully someone from the workshop can comment.
        """,
        no="""
        I'm not sure about the old model, but the new one takes 24 V.
        I'm not sure which one you mean.
        Could you shed some light on this?
        """,
    ),
    Rule(
        "away",
        find="""
        is|are|am|i'm|he's|she's|they're at a|the|an .. fair|exhibition|conference|course|seminar|training|
            offsite|workshop
        """,
        unless="""
        the|it|parcel|machine|device|unit is at
        """,
        yes="Our expert is at a trade fair this week.",
        no="The machine is at the workshop.",
    ),
    Rule(
        "holding",
        find="""
        have|need|must|want to? think|ponder|mull|dig|consult ... about|over|on|through|out|into|first|it|this|that
        can|could|should|will|able to? probably? confirm|test|check|verify|try|reproduce|say|tell|answer .... later|
            tomorrow|tonight|afterwards
        later|tomorrow|tonight .... can|could|will .. confirm|test|check|verify|try|reproduce|say|tell|answer
        waiting .. hear|word|feedback|answer|reply .... from ... engineering|r&d|supplier|factory|manufacturer|
            colleague|colleagues|developers|purchasing|accounting|workshop|headquarters
        let's|lets|let us? continue|discuss|talk|handle|deal|take .. there|directly|privately|offline|separately|phone
        looking for the|its cause|reason|culprit
        engineering|r&d|developers|factory|workshop|supplier|manufacturer|they is|are|has|have been? aware|informed|
            notified|looking|working
        hopefully ... fixed|resolved|sorted|merged|released|answered|addressed|soon|shortly
        with engineering|r&d|developers|workshop|factory now|currently|at|right|already
        """,
        unless="""
        please|could|can|would|will you .. think|look|check|get|take|have|confirm|test|try
        you|your|you'll can|could|should|will|may|might|need|have|want
        hopefully .. you|this|that|it helps|help
        """,
        yes="""
        I'll have to think about how to do that.
        I can confirm this later today.
        Let's continue there.
        Engineering are aware of it.
        Still waiting to hear back from the factory.
        """,
        no="""
        You can confirm it later.
        Hopefully that helps you.
        """,
    ),
    Rule(
        "asks_others",
        find="""
        has|have|did|does|do|is|are|can|could|would|will anyone|anybody|someone|somebody|others|everyone
        ^ anyone|anybody $$
        anyone|anybody else
        """,
        unless="with|at|on your",
        yes="""
        Has anyone else done this?
        So, anyone?
        """,
        no="Have you done this?",
    ),
    Rule(
        "reported",
        find="""
        asked|checked|spoke|spoken|talked|discussed|consulted|queried|chatted .... :
        asked|checked|spoke|spoken|talked|discussed|consulted|chatted .... ,|and ... is|are|was|were|has|does|cannot|
            can't|takes|needs|costs|accept|agreed|decided|confirmed|says|said|told|found
        asked|checked|spoke|spoken|talked|discussed|consulted|chatted .... ,|and ... can|will .. not|accept|offer
        according to .. r&d|engineering|supplier|manufacturer|factory|colleague|colleagues|developers|workshop
        r&d|engineering|developers|supplier|manufacturer|factory|workshop|colleague|colleagues suggest|suggests|
            suggested|recommend|recommends|recommended|confirm|confirms|confirmed|found|think|thinks
        after|having spoken|speaking|talking|talked|checking|checked|chatting|chatted .. with|to
        """,
        unless="""
        we'll|they'll|i'll|he'll|she'll|hope|hoping|hopefully|soon|yet|waiting|looking|working|investigating
        will get|look|check|come|try|let|have|be|call|contact|write|see|know
        back|aware
        if|whether|please|could|can|would you
        """,
        yes="""
        I asked engineering: the maximum is 12 V.
        I checked with our supplier, the part is still available.
        We discussed this and can accept the return.
        """,
        no="""
        I asked engineering, they will get back to me.
        I have asked the workshop.
        """,
    ),
    Rule(
        "substance",
        find="""
        meanwhile|meantime|interim .... please|you|use|try|switch|restart|run|set|recommend|suggest|helps|works|does
        until|till then|fixed|solved|released|resolved .... please|you|use|try|switch|restart|run|set|does|works|helps
        for now .. please|you|use|try|switch|restart|run|set
        workaround|work-around is|would|:|for
        better|best .. served|asked|off|answered|placed|luck|response .. by|at|from|on|with|in
        better|best off asking|querying|posting|writing|contacting|trying
        ^^ unfortunately|sorry|sadly|alas ,? no|not
        ask|post|write|turn|address|contact .. to|on|in|at? the|their .. mailing list|forum|vendor|manufacturer|maker
        always|usually|often|normally|generally has|have? helps|helped|works|worked|fixes|fixed
        """,
        unless="""
        patient|patience|wait|bear
        no workaround|work-around|solution
        """,
        yes="""
        Unfortunately, no, the memory is not exposed there.
        You would be better off querying the list of that project.
        Until then you can restart the service once a day.
        In the meantime, please switch the unit to manual mode.
        Cleaning the contacts has always helped.
        You'll probably get a better response from the maker of the scanner.
        """,
        no="""
        Until then please be patient.
        In the meantime we look for the cause.
        """,
        weight=1.2,
    ),
)
