"""English date words. The kinds are those of `dates_kinds`, the notation that of `dates_words`."""

from handover.language.dates_words import DateWords

DATES = DateWords(
    month_first=True,
    kinds={
        "day": """today=0 tomorrow=1 yesterday=-1 tonight=0 tmrw=1 tmr=1 tomorow=1 tommorow=1 tommorrow=1
            2morrow=1 overmorrow=2 day_after_tomorrow=2 day_before_yesterday=-2 today's=0 tomorrow's=1
            yesterday's=-1 tonight's=0""",
        "adjective": "today's tomorrow's yesterday's tonight's",
        "weekday": """monday=0 tuesday=1 wednesday=2 thursday=3 friday=4 saturday=5 sunday=6 monday's=0
            tuesday's=1 wednesday's=2 thursday's=3 friday's=4 saturday's=5 sunday's=6 wednsday=2 wensday=2
            teusday=1 tuesady=1 thrusday=3 thursady=3 firday=4 firiday=4 munday=0""",
        "wd": "mon=0 tue=1 tues=1 wed=2 weds=2 thu=3 thur=3 thurs=3 thr=3 fri=4 sat=5 sun=6",
        "risky": "sat sun wed mon",
        "recur": """mondays tuesdays wednesdays thursdays fridays saturdays sundays weekdays weekends weekly
            daily monthly yearly annually""",
        "every": "every each any per always",
        "generic": "a an any some one",
        "month": """january=1 jan=1 february=2 feb=2 march=3 mar=3 april=4 apr=4 may=5 june=6 jun=6 july=7
            jul=7 august=8 aug=8 september=9 sep=9 sept=9 october=10 oct=10 november=11 nov=11 december=12
            dec=12""",
        "shy": "may march mar",
        "abbr": """mon tue tues wed weds thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct
            nov dec approx max min hrs hr wk no nr""",
        "part": """morning=morning mornings=morning am_session=morning afternoon=afternoon evening=evening
            night=night tonight=evening overnight=night lunchtime=lunch lunch=lunch breakfast=early
            teatime=afternoon eod=dayend eob=dayend cob=dayend eobd=dayend end_of_day=dayend
            end_of_the_day=dayend end_of_business=dayend close_of_business=dayend close_of_play=dayend
            close_of_day=dayend end_of_play=dayend end_of_the_business_day=dayend end_of_business_day=dayend
            end_of_the_working_day=dayend end_of_the_work_day=dayend end_of_working_day=dayend
            close_of_the_business_day=dayend end_of_my_day=dayend end_of_the_workday=dayend
            end_of_workday=dayend day's_end=dayend close_of_trading=dayend business_close=dayend
            day_end=dayend first_thing=early first_thing_in_the_morning=early""",
        "clockword": "noon=12:00 midday=12:00 midnight=24:00 12_noon=12:00 12_midnight=24:00 noontime=12:00",
        "unit": """minute=minute minutes=minute min=minute mins=minute hour=hour hours=hour hr=hour hrs=hour
            h=hour day=day days=day calendar_day=day calendar_days=day days'=day day's=day workday=workday
            workdays=workday work_day=workday work_days=workday business_day=workday business_days=workday
            working_day=workday working_days=workday biz_days=workday banking_days=workday
            business_day's=workday bd=workday week=week weeks=week wk=week wks=week week's=week
            business_week=week work_week=week calendar_weeks=week workweek=week fortnight=fortnight
            fortnights=fortnight month=month months=month month's=month quarter=quarter quarters=quarter
            half-year=halfyear half_year=halfyear year=year years=year yr=year yrs=year year's=year
            calendar_year=year fiscal_year=year weekend=weekend wkend=weekend calendar_month=month
            business_hour=hour business_hours=workhour working_hours=workhour""",
        "plural": "minutes mins hours hrs days weeks wks months years workdays business_days working_days",
        "number_unit": """half_an_hour=30 half_hour=30 a_half_hour=30 an_hour_and_a_half=90
            hour_and_a_half=90 quarter_of_an_hour=15 quarter_hour=15 three_quarters_of_an_hour=45
            half_a_minute=1""",
        "edge": """beginning=begin start=begin early=begin middle=middle mid=middle end=end late=end
            begin=begin first_half=half1 second_half=half2 latter_half=half2 first_part=begin
            early_part=begin latter_part=half2 second_part=half2 last_part=end back_end=end tail_end=end
            front_end=begin very_end=end close=end very_beginning=begin ending=end""",
        "edgeof": """midweek=middle:week mid-week=middle:week eow=end:week eom=end:month eoy=end:year
            eoq=end:quarter month_end=end:month monthend=end:month month's_end=end:month year_end=end:year
            yearend=end:year year's_end=end:year quarter_end=end:quarter quarter's_end=end:quarter
            week_end=end:week week's_end=end:week midmonth=middle:month midyear=middle:year
            end_of_wk=end:week""",
        "half": "half",
        "shift": """next=next coming=coming upcoming=coming this=this current=this last=last past=last
            previous=last following=next nxt=next""",
        "after_next": "after_next=afternext before_last=beforelast",
        "number": """a=1 an=1 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10
            eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18
            nineteen=19 twenty=20 thirty=30 forty=40 forty_five=45 forty_eight=48 sixty=60 seventy_two=72
            ninety=90 twenty_four=24 a_couple_of=2 couple_of=2 a_couple=2 couple=2 a_pair_of=2
            one_and_a_half=1.5 two_and_a_half=2.5 another=1""",
        "halfnum": "half",
        "few": "few several some handful",
        "ordinal": """first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10
            eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17
            eighteenth=18 nineteenth=19 twentieth=20 twenty_first=21 twenty_second=22 twenty_third=23
            twenty_fourth=24 twenty_fifth=25 twenty_sixth=26 twenty_seventh=27 twenty_eighth=28
            twenty_ninth=29 thirtieth=30 thirty_first=31 last=-1 final=-1""",
        "prep": """by=by until=by till=by til=by untill=by unil=by through=by thru=by no_later_than=by
            not_later_than=by at_the_latest_by=by latest_by=by latest=by due=by at=at around=at circa=at
            on=on in=in within=within inside=within inside_of=within during=in throughout=in over=over
            across=over from=from starting=from effective=from beginning_from=from since=since before=before
            prior_to=before ahead_of=before after=after for=for of=of between=between towards=on toward=on
            upon=on about=at come=on as_of=from not_before=on not_until=on no_earlier_than=on earliest=on""",
        "article": "the my our your its their his her",
        "approx": """just_over a_little_over well_over about around approximately roughly approx maybe
            perhaps another at_most up_to less_than under no_more_than a_maximum_of max or just nearly
            almost some circa at_least the only""",
        "noise": """probably likely hopefully sometime some_time ideally latest maybe perhaps early late
            possibly or_so beginning starting anytime any_time just right again say still already either
            definitely currently exactly""",
        "course": """in_the_course_of over_the_course_of during_the_course_of later sometime some_time
            anytime any_time the_rest_of""",
        "range": "to and or till until through thru",
        "uhr": "o'clock oclock hrs",
        "quarter_hour": "quarter=15",
        "half_hour": "half",
        "past_to": "past=1 after=1 to=-1 before=-1",
        "cal": "cw calendar_week wk",
        "cal_weak": "week",
        "quarter": "q h",
        "weekof": "commencing beginning starting ending",
        "wc": "w c",
        "from_now": "from_now=0 from_today=0 from_tomorrow=1 hence=0 from_yesterday=-1",
        "ago": "ago back earlier",
        "time_after": "time",
        "apart": """of=0 after=1 from following before=-1 prior prior_to per each later earlier long old
            in_advance notice since late ahead apart worth into""",
        "feast": """christmas=12-24..12-26 xmas=12-24..12-26 christmas_eve=12-24 christmas_day=12-25
            boxing_day=12-26 christmas_and_new_year=12-27..12-31 christmas_and_new_year's=12-27..12-31
            new_year's_eve=12-31 new_years_eve=12-31 new_year's_day=01-01 new_years_day=01-01
            new_year's=01-01 new_year=01-01 new_years=01-01 valentine's_day=02-14 valentines_day=02-14
            st_patrick's_day=03-17 mardi_gras=easter-47 ash_wednesday=easter-46 palm_sunday=easter-7
            maundy_thursday=easter-3 good_friday=easter-2 easter=easter-2..easter+1 easter_sunday=easter
            easter_monday=easter+1 easter_weekend=easter-2..easter+1 ascension_day=easter+39
            whit_monday=easter+50 pentecost=easter+49 may_day=05-01 mother's_day=05/6/2 memorial_day=05/0/-1
            father's_day=06/6/3 juneteenth=06-19 independence_day=07-04 fourth_of_july=07-04
            4th_of_july=07-04 labor_day=09/0/1 labour_day=09/0/1 columbus_day=10/0/2 halloween=10-31
            veterans_day=11-11 veteran's_day=11-11 thanksgiving=11/3/4 thanksgiving_day=11/3/4
            martin_luther_king_day=01/0/3 mlk_day=01/0/3 presidents_day=02/0/3 presidents'_day=02/0/3
            guy_fawkes_night=11-05 hogmanay=12-31""",
        "holidays_soon": "holidays",
        "event": """holidays holiday vacation leave break summer_break christmas_break pto return trip
            conference holiday_season off-site""",
        "vague": """soon shortly asap a.s.a.p as_soon_as_possible as_soon_as_i_can as_soon_as_we_can
            as_soon_as_practicable as_soon_as_practical as_quickly_as_possible as_fast_as_possible
            at_your_earliest_convenience at_my_earliest_convenience at_our_earliest_convenience
            in_due_course in_due_time in_good_time in_the_near_future in_near_future
            in_the_foreseeable_future in_the_not_too_distant_future before_long at_some_point sometime_soon
            in_a_while in_a_bit in_a_moment in_a_minute in_a_sec in_a_second momentarily promptly right_away
            straight_away immediately later_on in_no_time when_i_can when_possible when_time_permits
            down_the_road one_of_these_days some_day someday some_time_soon presently in_the_short_term
            in_the_long_run in_the_fall in_the_autumn in_the_spring in_the_summer in_the_winter in_spring
            in_summer in_autumn in_winter next_summer next_spring next_fall next_autumn next_winter
            in_the_new_year in_the_interim in_a_timely_manner in_a_timely_fashion in_the_days_ahead
            in_the_weeks_ahead any_day_now any_time_now""",
        "new_year": "the_new_year in_the_new_year",
        "name_before": "mr mrs ms miss dr prof dear hi hello hey aunt uncle sir lady",
        "greet": """good great nice happy lovely wonderful merry relaxing fantastic pleasant blessed restful
            fabulous enjoyable awesome excellent beautiful terrific amazing glorious peaceful safe""",
        "odd": "black cyber casual ruby super fat ash holy bloody freaky",
        "guard_before": """no nr number version v ver chapter section item room page pages article paragraph
            order ticket tel phone fax mobile cell call dial release build ip case customer invoice_no part
            pos position revision rev annex table fig figure line block hall gate floor house platform
            flight model type series iso en zip group factor ref reference id po issue act scene level
            exhibit appendix clause rule costs cost price amount firmware java python windows android ios
            score ratio sku odds step lot""",
        "guard_after": """euro euros eur percent dollar dollars usd gbp pounds pound kg km m cm mm gb mb kb
            tb degrees pieces grams liters litres meters metres miles people persons employees participants
            guests points times cents watts kwh volts inches inch feet ft sqft pages stars million billion
            thousand lbs lb k oz mph fps users per items units cups""",
        "hint": "deadline due date",
        "none": "no nothing none nobody haven't hasn't",
        "behind": "earlier",
        "not": "not never isn't",
        "instead": "instead_of rather_than",
        "told": """was were had did didn't wasn't weren't hadn't couldn't went came got met spoke talked
            wrote happened arrived took gave began ran broke fell flew drove knew""",
        "done": """sent received shipped ordered bought left paid made found saw lost called submitted
            signed closed held heard read built sold told said put set brought caught spent been done gone
            seen won cut hit let kept""",
        "being": """be is are am being get gets getting to 's 're isn't aren't was were it's that's what's
            gotten let please and or could should must can will would may might they're we're you're i'm""",
        "subject": """i we you he she they who which has have had i've we've you've they've he's she's it
            there haven't hasn't just already""",
        "intends": """asked promised wanted planned agreed expected hoped decided needed told intended
            offered wished""",
        "clause": "that which who whether if because when while although since where whose",
        "object": "it this that them these those everything something him her us me",
        "causes": "have get need want has having getting see keep make",
        "self": "i we i'll we'll i'm we're i'd we'd me us let's",
        "usual": """strive strives usually normally typically generally always often mostly average commonly
            ordinarily""",
        "distance": "walk walking drive driving away reach reachable commute takes took ride apart faster",
        "nowadays": "nowadays most_people used_to no_longer in_those_days more_and_more",
        "hours": "opening open opens closes hours hotline staffed reachable",
        "terms": "statutory refunds returns cancel",
        "company": "inc ltd llc gmbh corp plc co",
        "rate": "once twice times",
        "following": "following",
        "ahead": """was_wondering was_hoping was_thinking was_going_to were_going_to was_planning
            were_planning were_hoping were_thinking will shall 'll i'll we'll you'll he'll she'll they'll
            it'll won't can could should must need needs please would going planned scheduled due expect
            expected let let's may might want i'd we'd plan plans intend""",
        "follows": """at in and or if so to for with i we you please when that is was as but morning
            afternoon evening he she they it the this of by before after then our your my latest would will
            can could may should are were has because since unless until which who let thanks thank though
            while from on instead early late eod cob regarding about works sounds too also at_the_latest not
            only hopefully possibly due just""",
        "plans": """plan plans planned planning schedule scheduled scheduling book booked booking reserve reserved
            arrange arranged set pencil pencilled penciled promised promise confirm confirmed aim aiming slated
            rescheduled reschedule fixed""",
        "occasion": """meeting call appointment deadline session conference visit shipment delivery
            interview workshop webinar lunch""",
    },
)
