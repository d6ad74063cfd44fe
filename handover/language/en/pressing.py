"""English phrases of urgency, standstill, danger and faults."""

from handover.language.rule import Rule

RULES = (
    Rule(
        "urgent",
        find="""
        urgent|urgently|urgency
        asap|a.s.a.p
        as soon as .. possible
        please|must|need|needs|needed|require|requires|required ... immediately
        please|must|need|needs|needed|require|requires|required ... at once
        please|must|need|needs|needed|require|requires|required ... right away|now
        ^ fix|resolve|reply|respond|answer|call|send|ship|confirm|contact|come|replace|stop ... immediately
        ^ fix|resolve|reply|respond|answer|call|send|ship|confirm|contact|come|replace|stop ... at once
        ^ fix|resolve|reply|respond|answer|call|send|ship|confirm|contact|come|replace|stop ... right away|now
        immediately fix|call|contact|send|reply|respond|please
        fixed|resolved|replaced|solved|repaired|answered .. immediately
        fixed|resolved|replaced|solved|repaired|answered .. right away|now
        immediate attention|action|help|assistance|response|reply|support|resolution|answer|fix|solution|
            replacement|delivery|call
        this|it|here|an|real|genuine|absolute|medical is? an? emergency
        emergency repair|visit|call-out|callout|situation|support|delivery|maintenance|order
        critical issue|problem|failure|outage|incident|fault|situation|bug|deadline|delivery|shortage
        situation|this|it is very|really|absolutely? critical
        becoming|getting|becomes very|really? critical
        time sensitive|critical
        business|production|mission critical|critically
        business-critical|production-critical|mission-critical
        time-sensitive|time-critical
        highest|high|top|utmost priority|importance|urgency
        sev 1|2
        sev1|p1|prio1|prio-1
        priority 1|one
        drop everything
        without delay
        can't|cannot wait
        """,
        unless="""
        not|no|isn't|nothing|non .. urgent|urgency|emergency|critical|rush
        no rush
        urgent security warning
        emergency contact|number|plan|exit|mode|stop
        critical warning|warnings|path|section|packets
        critical thinking|review|acclaim
        whenever you
        """,
        yes="""
        This is urgent, please reply.
        We need the parts asap.
        Please call me back immediately.
        We need a technician right now.
        This is an emergency.
        We have a critical problem in production.
        """,
        no="""
        This is not urgent.
        No rush at all.
        We will fix it immediately.
        Right now I am using the old version.
        The error occurs immediately after the start.
        Critical warnings: 7
        We changed several settings at once.
        It went into emergency mode.
        """,
    ),
    Rule(
        "urgent_soft",
        find="""
        today if possible
        please|need|needs|must|should|require ... soon|quickly|promptly|swiftly
        ^ reply|respond|answer|call|send|fix|resolve ... soon|quickly|promptly|swiftly
        resolved|fixed|solved|answered|addressed .. soon|quickly|promptly|swiftly
        quick|prompt|rapid|swift|timely response|reply|resolution|help|action|answer|solution
        deadline
        before it|its|it's is? too late
        pressing
        hurry
        escalate|escalation
        running out of time
        """,
        unless="""
        no deadline|hurry
        submission|registration|application|abstract|proposal deadline
        will|as|i'll|we'll ... soon
        see you soon
        talk soon
        get well soon
        """,
        yes="We need a quick resolution.",
        no="See you soon.",
    ),
    Rule(
        "eased",
        find="""
        workaround|work-around
        temporary fix|solution|workaround
        occasionally|sporadically|intermittent|intermittently|sporadic
        no|not .. rush|hurry|urgent|urgency
        whenever you
        when you have|get .. time|chance|moment
        minor|small|little issue|problem|question
        low priority
        """,
        yes="""
        We have a workaround for now.
        There is no rush.
        """,
        no="The line is down.",
    ),
    Rule(
        "deadline",
        find="""
        by eod|cob|eob|noon|tonight|midnight
        by the? end of the? day|business|today
        by close of
        by today|tomorrow|tonight
        due|deadline|expires|needed|need|required ... today|tomorrow|tonight|eod|noon
        within the|an|one|two|24|48 next? .. hour|hours
        before {day}|noon|tomorrow|close
        audit|inspection|launch|fair|show|go-live .. today|tomorrow|monday
        no later than
        """,
        yes="We need this by end of day.",
        no="The day was long.",
    ),
    Rule(
        "outage",
        find="""
        {plant} is|are|has|have|was|went .. down|offline|dead|crashed|stopped|unavailable|failed|
            inaccessible|unreachable|unusable
        {plant} down
        is|are|went completely|totally|still? down
        outage|outages|downtime|standstill|blackout
        production|line|lines .. stopped|standstill|halted|down|stands
        can not work|ship|invoice|produce|operate|load|dispatch|process
        cannot|can't|unable|couldn't to|able? .. work|ship|invoice|produce|operate|load|dispatch|process
        cannot|can't|unable|couldn't to|able? access|reach|open|use our|the|any {plant}|account|portal|orders|files|data
        cannot|can't|unable|couldn't to|able? log in|into|on
        can|could|able not to? work|ship|invoice|produce|operate|load|dispatch|deliver
        stays|stands|stopped|stuck .. whole|entire|conveyor|line|machine|plant|everything
        whole|entire conveyor|line|machine|plant|warehouse stays|stands|stopped|stands|is
        e-stop
        complete|total|major|system-wide|widespread|severe failure|outage|breakdown|disruption|shutdown
        all|many|multiple|several users|customers|sites|locations .. affected|impacted|unable
        blocking|blocked us|our|production|work
        lines are standing
        brought .. to a halt|standstill
        """,
        unless="""
        back up|online
        running|working|works again
        not down
        """,
        yes="""
        The server is down since this morning.
        Our production line has stopped.
        We cannot ship anything.
        """,
        no="""
        The line is running again.
        We will sit down together.
        """,
    ),
    Rule(
        "incident",
        find="""
        data breach|loss|leak|theft
        security incident|breach|vulnerability|risk
        unauthorized|unauthorised|suspicious .. access|transaction|login|activity
        compromised
        ransomware|malware|phishing
        accident|injured|injury|fire|gas leak|explosion
        patient|medical|sensitive data|records .. exposed|leaked|breach|risk|security
        hacked|hackers|cyberattack
        """,
        yes="We had a data breach last night.",
        no="The training was good.",
    ),
    Rule(
        "problem",
        find="""
        not|n't|doesn't|isn't|won't|can't|cannot|don't|didn't .. work|working|load|loading|start|open|
            connect|respond|responding|function|print|install|boot
        problem|problems|issue|issues|trouble|difficulty|error|errors|bug|failure|fault with|when|while|
            in|on|after|occurs|message|since|connecting
        i|we|i'm|we're am|are|have|having|had|get|getting|experiencing|encountering|facing .. problem|
            problems|issue|issues|trouble|error|errors|difficulty|difficulties
        keeps|keep crashing|failing|dropping|freezing|disconnecting|saying|giving|stopping|getting
        broken|crashes|crashed|freezes|fails|failed|stuck|malfunctioning
        unable to
        stopped working
        doesn't|won't let
        """,
        unless="""
        no|not|without .. problem|problems|issue|issues|trouble|error|errors|fault|failure
        problem|issue .. solved|fixed|resolved
        is|was|been fixed|resolved|solved
        """,
        yes="""
        The printer does not work since yesterday.
        We are having a problem with the controller.
        """,
        no="No problem, that works for us.",
    ),
)
