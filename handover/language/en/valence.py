"""English words with their tone, −4 … +4, written for this project. See the German list for the
notation."""

VALENCE: dict[float, str] = {
    -3.3: """
    hate hates hated hateful horrible horribly horrific terrible terribly awful awfully disgusting
    disgust* disgrac*
    appalling appalled atrocious abysmal horrend* dreadful despicable pathetic worst fuck* shit* bullshit
    asshole*
    bastard* bitch* scum liar* fraud* scam* thief thieves criminal* evil vile vicious nightmare*
    catastroph* disaster*
    outrag* unacceptable inexcusable intolerable murder* killed kill killing torture* rape* terroris*
    genocide
    suicid* abuse* abusive racist* nazi* incompeten* worthless garbage trash crap crappy sucks suck
    sucked idiot*
    moron* imbecile* dumbass retard* cunt* dick
    """,
    -2.4: """
    bad badly poor poorly angry anger furious rage mad upset annoy* irritat* frustrat* disappoint*
    dissatisf* unhappy
    sad sadly sadden* depress* miser* ridiculous absurd stupid* dumb foolish insane ludicrous nonsense
    useless lousy
    rubbish junk broken fail fails failed failing failure* wrong error* fault* defect* flaw* damage*
    destroy* ruin*
    wreck* crash* collapse* lie lies lied lying cheat* rip-off ripoff* steal* stole* stolen rob robbed
    robbery
    shame* shameful embarrass* humiliat* insult* offen* rude rudely disrespect* arrogan* ignoran* lazy
    careless
    reckless irresponsible negligen* neglect* unprofessional unfair unjust cruel brutal* violen* war wars
    dead death
    deaths die dies died dying pain* hurt* suffer* agony sick sickening ill illness disease* cancer
    afraid fear* scare*
    scared scary terrif* horror panic* threat* danger* risky crisis chaos chaotic corrupt* crime*
    complain* complaint*
    unbearable infuriat* enrag* resent* bitter bitterly hostile hostility aggress* attack* victim* tragic
    tragedy*
    grief mourn* lonely hopeless helpless worthless* guilty blame* blaming accus* condemn* wtf ffs damn*
    hell bloody
    unreliable unusable unbelievable inept clueless spineless coward* hypocri* dishonest* shady sleazy
    greedy greed
    boring bored dull tedious mediocre bland stale tasteless mess messy filthy dirty gross stink* stinks
    nasty ugly
    waste* wasted wasting unwatchable laughable lame cheesy inferior shoddy flimsy
    """,
    -1.5: """
    problem* issue issues trouble* difficult* struggle* stuck lost lose loses losing loss losses late delay*
    slow slowly expensive overpriced costly annoyed confus* unclear mislead* misled vague doubt* doubtful
    concern*
    worr* anxious nervous stress* tired exhaust* unfortunate* unable cannot can't won't never refuse*
    reject* deny
    denied decline* cancel* missing missed lack* lacks lacking weak weakness unfinished incomplete
    inconvenien* awkward
    clumsy unnecessary pointless meaningless irrelevant excessive bug bugs buggy glitch* freez* stopp*
    stuttering
    sorry regret* apolog* mistake* ignor* abandon* forgot* forget* violation* violat* illegal unlawful
    disput* argu*
    fight* conflict* oppos* protest* critici* disagree* ban banned block* blocked revert* vandal* spam
    fake false
    hassle* complicat* tricky ugly noisy loud noise cheap cheaply cheaper scratch* crack* leak* smell*
    dropped drop
    worse worsen* unlikely suspicious suspect* severe serious* seriously harsh harm* warn* warning
    bankrupt* debt* poverty
    unemploy* fired layoff* inadequate insufficient unsatisf* uncomfortable unpleasant unfriendly
    unhelpful unwilling
    """,
    -0.7: """
    but however unless although despite instead why still again waiting wait waited hour hours no not
    don't doesn't
    didn't isn't wasn't aren't couldn't wouldn't shouldn't nothing nobody none without hardly barely
    supposedly
    apparently allegedly so-called seriously? enough too return returned replace* charged charge charges
    hold
    """,
    1.0: """
    ok okay fine nice nicely kind kindly fair fairly clear clearly easy easily simple simply useful help
    helps helped
    helpful solid decent reasonable affordable quick quickly fast smooth* reliable safe safely clean
    fresh interesting
    interested hope hopes hopeful welcome able improve* better benefit* advantage* agree* support*
    success* win wins
    won winner* recommend* worth worthy smart clever bright calm comfort* relax* friendly honest* trust*
    respect* honor*
    honour* care caring funny humor* laugh* lol haha* fun cute sweet pretty popular original rich strong
    """,
    2.0: """
    good great glad happy happily happiness thank thanks thankful grateful appreciat* enjoy* pleas*
    pleasure pleasant*
    satisf* impress* cool beautiful* best favorite favourite excit* delight* joy* proud pride
    congrat* celebrat* charming elegant gorgeous lovely superior terrific thrill* entertaining hilarious
    :-) recommend highly praise* prais* gem blessing bless* lucky luck warm warmth inspir* refreshing
    engaging compelling
    """,
    3.0: """
    love loves loved loving awesome amazing* excellent* fantastic* wonderful* perfect* brilliant*
    outstanding superb*
    fabulous* incredible incredibly magnificent* marvel* exceptional* masterpiece* phenomenal
    spectacular* stunning*
    flawless* best-ever ♥ ❤ <3 😍 😘 🥰
    """,
}

BOOSTS: dict[float, str] = {
    1.3: """
    very so really extremely totally absolutely completely utterly highly incredibly truly particularly
    especially most deeply fully entirely beyond super such fucking damn
    """,
    0.6: """
    slightly somewhat little bit rather fairly kinda sort kind partly almost relatively less
    """,
}

ENDINGS = frozenset(["", "s", "ed", "d", "ing", "er", "est", "ly"])
