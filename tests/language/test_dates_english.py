"""English date words, one phrase per line, with the days that a reader may take them for."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from handover.language.dates import find_dates
from handover.worktime import WorkCalendar
from tests.language.date_phrases import BERLIN, NOW, Phrase, read_phrases

DATED = read_phrases("""
# days near now
The list goes out today. -> 03-10
I will finish it later today. -> 03-10
You'll have the draft by noon today. -> 03-10 @ 12:00
I'll look into it this afternoon. -> 03-10
Expect my reply this evening. -> 03-10
We will deploy the fix tonight. -> 03-10
I'll send it over by end of day. -> 03-10
You will get it by the end of the day. -> 03-10
The patch is out by close of business. -> 03-10
We'll have it by COB today. -> 03-10
I'll confirm before the end of the day. -> 03-10
EOB today at the latest. -> 03-10
I can do that by the end of business today. -> 03-10
Let me do that in the course of the day. -> 03-10
I'll send the plan tomorrow. -> 03-11
The engineer arrives tomorrow morning. -> 03-11
Let's continue tomorrow afternoon. -> 03-11
I'll have it for you first thing tomorrow. -> 03-11
By tomorrow evening we will know more. -> 03-11
I'll reply by EOD tomorrow. -> 03-11
We'll answer tomorrow by 5pm. -> 03-11 @ 17:00
I'll be back the day after tomorrow. -> 03-12
It ships on the next business day. -> 03-11
I'll send tomorrow's agenda in the meantime by tomorrow noon. -> 03-11
I'll do it first thing in the morning. -> 03-11
# weekdays
I'll send that by Thursday. -> 03-12
You will receive the report on Friday. -> 03-13
by friday -> 03-13
We need until Wednesday to check. -> 03-11
It will be sorted by Friday noon at the latest. -> 03-13 @ 12:00
I'll call you Friday morning. -> 03-13
The goods arrive Friday afternoon. -> 03-13
By COB Friday you have the quote. -> 03-13
By Friday COB you have the quote. -> 03-13
By end of day Thursday you will have it. -> 03-12
EOD Monday is doable. -> 03-16
Monday EOB works for the upload. -> 03-16
First thing Monday I'll ring you. -> 03-16
First thing on Thursday morning we start. -> 03-12
I'll tackle it early on Monday. -> 03-16
We move everything on Saturday. -> 03-14
This Friday you get the figures. -> 03-13
I'll send it this coming Thursday. -> 03-12
Next Monday you'll have the offer. -> 03-16
We're on site next Wednesday. -> 03-18
I'll get back to you on Tuesday. -> 03-17
The coming Monday suits us; we'll deliver then. -> 03-16
We'll start Monday after next. -> 03-23
Wednesday next week the goods arrive. -> 03-18
Next week Wednesday I'll be there. -> 03-18
Let's deliver on Thursday of next week. -> 03-19
Next week, probably Tuesday, I'll call. -> 03-17
Friday week we will close the books. -> 03-20
We deliver a week from Friday. -> 03-20
Two weeks from Monday it goes live. -> 03-30
A week on Thursday we ship. -> 03-19
Three weeks from today it is done. -> 03-31
I'll report back a week from now. -> 03-17
A fortnight today we switch over. -> 03-24
A week tomorrow we switch over. -> 03-18
Can I send it Thurs at noon? -> 03-12 @ 12:00
I'll send the file Wed. morning. -> 03-11
We visit Fri, 13 March. -> 03-13
Shipping by Mon, Mar 16. -> 03-16
I'll call Thu 12 March at 9am. -> 03-12 @ 09:00
We'll meet Friday, March 13th, 2026. -> 03-13
You'll hear from us Monday or Tuesday. -> 03-16 03-17
We deliver between Wednesday and Friday. -> 03-13
We are at the fair from Thursday to Saturday. -> 03-14
The test runs through Friday. -> 03-13
No later than Thursday you'll have it. -> 03-12
# weeks
We'll get back to you this week. -> 03-10..03-15
Later this week I'll send the numbers. -> 03-10..03-15
It arrives sometime next week. -> 03-16..03-22
In the course of next week you'll hear from me. -> 03-16..03-22
The coming week we finish the drawing. -> 03-16..03-22
Early next week I'll ring you. -> 03-16..03-18
At the beginning of next week we'll have a plan. -> 03-16..03-18
At the start of next week we'll have a plan. -> 03-16..03-18
By midweek the spare part is here. -> 03-11 03-12
Mid next week we're ready. -> 03-17..03-19
By the middle of the week you get the list. -> 03-11 03-12
End of this week the contract is ready. -> 03-12..03-15
I'll manage it before the end of the week. -> 03-12..03-15
By the end of next week you'll have a decision. -> 03-19..03-22
Late next week the part arrives. -> 03-19..03-22
We'll come the week after next. -> 03-23..03-29
Everything is done by the weekend. -> 03-13..03-15
We will run the update this weekend. -> 03-13..03-15
I'll look at it over the weekend. -> 03-13..03-15
Before the weekend you'll have my answer. -> 03-12 03-13
After the weekend I'll call. -> 03-16 03-17
We rebuild next weekend. -> 03-20..03-22 03-13..03-15
We deliver in week 12. -> 03-16..03-22
Delivery in CW13 is confirmed. -> 03-23..03-29
It comes in calendar week 12. -> 03-16..03-22
By the end of week 12 it's ready. -> 03-19..03-22
Early CW 15 we ship. -> 04-06..04-08
On Tuesday of week 13 we come by. -> 03-24
The week of March 23 we deliver. -> 03-23..03-29
Week commencing 23 March we deliver. -> 03-23..03-29
The first week of April we're there. -> 04-01..04-07
In the last week of April we finish. -> 04-24..04-30
# months, quarters, years
The part will come in April. -> 04-01..04-30
Early April we move. -> 04-01..04-10
In mid-April we are through. -> 04-10..04-20
Late April the plant goes live. -> 04-20..04-30
By the end of April you have the report. -> 04-21..04-30
By mid-May the machine is here. -> 05-10..05-20
At the beginning of June we'll write. -> 06-01..06-10
We ship at the end of Oct. -> 10-21..10-31
We settle accounts in January. -> 2027-01-01..2027-01-31
Later this month you'll get the credit note. -> 03-10..03-31
By the end of this month it's booked. -> 03-27..03-31
You'll get the statement at month's end. -> 03-27..03-31
By EOM the books are closed. -> 03-27..03-31
By the middle of the month you get mail. -> 03-10..03-20
The department moves next month. -> 04-01..04-30
Early next month it's in your hands. -> 04-01..04-10
At the end of next month the test runs. -> 04-21..04-30
By the end of the quarter we close. -> 03-27..03-31
End of Q2 the project is done. -> 06-21..06-30
We deliver in the third quarter. -> 07-01..09-30
In Q2 we'll start building. -> 04-01..06-30
Q3 2026 is when we deliver. -> 07-01..09-30
By the end of the year we migrate. -> 12-21..12-31
Before year-end you get the module. -> 12-21..12-31
By EOY we are done. -> 12-21..12-31
Early next year the new version comes. -> 2027-01-01..2027-01-31
In the second half of April we deliver. -> 04-16..04-30
In the first half of May we install. -> 05-01..05-15
In May we'll install it. -> 05-01..05-31
# written days
The deadline is 20 March 2026. -> 03-20
Due March 20. -> 03-20
You'll hear by March 20th. -> 03-20
I'll send it on the 17th of March. -> 03-17
We'll switch on April 1st. -> 04-01
It is paid by Apr. 2, 2026. -> 04-02
By the 15th I'll send the rest. -> 03-15
We debit on the 5th. -> 04-05
It is due on the 5th of next month. -> 04-05
On the 1st we switch providers. -> 04-01
By 2026-03-18 the file is ready. -> 03-18
By 03/20/2026 you will have it. -> 03-20
By 20/03/2026 you will have it. -> 03-20
By 3/20 you will have it. -> 03-20
We will send it on 20-Mar-2026. -> 03-20
We're rebuilding from March 23 to 27. -> 03-27
Installation is March 23-25. -> 03-25
Installation is 23–25 March. -> 03-25
The training is on 24 and 25 March. -> 03-25
Between 16 and 18 March I'll call. -> 03-18
Let's meet on Jan 12, 2027. -> 2027-01-12
The auditor comes on Friday (March 20). -> 03-20
We ship on 20.03.2026. -> 03-20
# spans of time
The goods arrive in three days. -> 03-13
In about 3 days you'll get the parcel. -> 03-13
We answer within 3 working days. -> 03-13
The replacement arrives in five business days. -> 03-17
Within the next 5 business days you get a refund. -> 03-17
We deliver in two weeks. -> 03-24
It's there in two weeks' time. -> 03-24
In the next two weeks we'll write. -> 03-24
Over the coming 14 days we will pay. -> 03-24
In two to three weeks the machine is ready. -> 03-31
It should be there in 2-3 days. -> 03-13
In a couple of days I'll know more. -> 03-12
In a month we'll talk again. -> 04-10
In six months we check again. -> 09-10
Within a month it's refunded. -> 04-10
Within one week you'll have an answer. -> 03-17
Within 48 hours you'll have a spare. -> 03-12
I'm back at my desk in two hours. -> 03-10 @ 11:30
I'll call in half an hour. -> 03-10 @ 10:00
I'm ready in 20 minutes. -> 03-10 @ 09:50
The line is back in an hour and a half. -> 03-10 @ 11:00
In the next hour you'll get the confirmation. -> 03-10 @ 10:30
You'll get it 10 days from now. -> 03-20
Give me 24 hours and you will have it within 24 hours. -> 03-11 03-10
Two days after Easter we deliver. -> 04-07 04-08
# clock times
I'll call at 2pm. -> 03-10 @ 14:00
It's fixed by 4:30 pm. -> 03-10 @ 16:30
I'll be back around 3.45pm. -> 03-10 @ 15:45
I'll ring at half past two today. -> 03-10 @ 14:30
We start tomorrow at 9. -> 03-11 @ 09:00
I'll report Thursday at 10:15. -> 03-12 @ 10:15
Thursday, March 12, 2026, 11:00 AM I'll call. -> 03-12 @ 11:00
The engineer comes tomorrow between 10 and 12. -> 03-11 @ 12:00
We're there Friday 9-11am. -> 03-13 @ 11:00
I'll call at a quarter past four today. -> 03-10 @ 16:15
At 3 p.m. on Friday we'll talk. -> 03-13 @ 15:00
3pm tomorrow works, I'll call. -> 03-11 @ 15:00
I'll call at 10 o'clock tomorrow. -> 03-11 @ 10:00
At noon I'll send it. -> 03-10 @ 12:00
Before noon you'll have it. -> 03-10 @ 12:00
It is live by midnight. -> 03-10 03-11
Tomorrow at 3pm CET I'm free to call. -> 03-11 @ 15:00
Tomorrow at 9am EST I'll dial in. -> 03-11 @ 15:00
Friday 15:00 UTC we go live. -> 03-13 @ 16:00
By 5 pm GMT on Thursday it's done. -> 03-12 @ 18:00
# across the verb
On Friday I'll call you at 3pm. -> 03-13 @ 15:00
Tuesday works next week, I'll come. -> 03-17
Next week I can deliver on Tuesday. -> 03-17
I was wondering if we could meet on Friday. -> 03-13
I promised to call you on Friday. -> 03-13
The updated version will be sent Friday. -> 03-13
I need this finished by Friday. -> 03-13
Please have it delivered on Friday. -> 03-13
It will be shipped on Monday. -> 03-16
We have scheduled the call for Monday. -> 03-16
First thing next week I'll call. -> 03-16
This week or next we'll be done. -> 03-16..03-22
I'll be there the week of the 23rd. -> 03-23..03-29
We ship w/c 23 Mar. -> 03-23..03-29
Monday the 16th is fine, I'll come. -> 03-16
The call is Tuesday 3/17 1-2:30pm. -> 03-17 @ 14:30
I'll reply within the hour. -> 03-10 @ 10:30
Not next week but the following week I'll call. -> 03-23..03-29
We'll pay within 14 days of receipt of this letter. -> 03-24
Early in the new year we'll talk. -> 2027-01-01..2027-01-31
# feasts
Before Easter you get the contract. -> 04-01..04-05
After Easter I'll write again. -> 04-06 04-07
By Good Friday everything is there. -> 04-03
On Easter Monday we run the update. -> 04-06
Before Christmas we'll deliver. -> 12-18..12-24
Between Christmas and New Year we'll swap the servers. -> 12-27..2027-01-01
By New Year's Eve you'll have the certificate. -> 12-31
By Thanksgiving we should be done. -> 11-26
""")

VAGUE = read_phrases("""
We'll be in touch soon. -> ?
You will hear from us shortly. -> ?
I'll take care of it ASAP. -> ?
I'll fix it as soon as possible. -> ?
You'll receive it in due course. -> ?
In the next few days you'll get a letter. -> ?
In a few days we'll know more. -> ?
The invoice follows in the coming weeks. -> ?
We'll sort this out in the near future. -> ?
After the holidays we'll see. -> ?
After my vacation I'll look at it. -> ?
""")

PAST = read_phrases("""
Yesterday the server was down. -> < 03-09
I wrote the day before yesterday. -> < 03-08
Last week we got the reminder. -> < 03-02..03-08
Nothing came last Friday. -> < 03-06
I ordered three days ago. -> < 03-07
I sent it to you on Friday. -> < 03-06
It was delivered on March 2. -> < 03-02
The plant has been down since Monday. -> < 03-09
The invoice of 12 January 2026 is open. -> < 01-12
I called you this morning. -> < 03-10
We discussed it in February. -> < 02-01..02-28
A week ago we wrote to you. -> < 03-03
I've been waiting since last Tuesday. -> < 03-03
When we met on Monday, you said you would reply. -> < 03-09
The goods shipped on Friday. -> < 03-06
Thanks for your mail of 6 March. -> < 03-06
Your order has been shipped on Monday. -> < 03-09
We had two outages over the weekend. -> < 03-07..03-08
The audit closed earlier this month. -> < 03-01..03-31
As discussed on Friday, I'll send the list. -> < 03-06
""")

DATELESS = read_phrases("""
Good morning Mr Keller, -> -
Good morning all, the list is attached. -> -
Have a great weekend! -> -
Have a nice day. -> -
Merry Christmas and a Happy New Year! -> -
Happy Friday everyone! -> -
You may call me. -> -
It may be that we need more. -> -
We march on regardless. -> -
I sat down with the team. -> -
The sun is out. -> -
We wed the two modules. -> -
Give me a second. -> -
That is my second mail. -> -
The sat nav is broken. -> -
April Jones takes over. -> -
Ask May Lin or June Carter. -> -
Mo Haddad takes over the case. -> -
Mr Friday is at the front desk. -> -
We track it on monday.com. -> -
Order 2026-0315 is booked. -> -
Order no. 12/04/11 is open. -> -
We use version 3.12 and 4.5.1. -> -
That costs $12.50. -> -
The discount is 10.12%. -> -
Call 555 0326 or +1 212 555 0310. -> -
The server 10.3.20.26 does not answer. -> -
10:23:45 ERROR connection lost -> -
[2026-03-09 10:23:45] startup failed -> -
We are open Mon-Fri 9am to 5pm. -> -
Every Tuesday there is a market. -> -
We're closed on Mondays. -> -
Refunds are issued within 60 days of purchase. -> -
Payment is due within 14 days of receipt. -> -
I have worked here for ten years. -> -
That takes 3 days. -> -
Support is there 24/7. -> -
Only 1/2 of it arrived. -> -
The office is on the 3rd floor. -> -
She came 1st in the race. -> -
At the end of the day, results count. -> -
See chapter 4.5 and section 7.3. -> -
It shrank by 10 percent. -> -
One day we'll laugh about it. -> -
One week is too long. -> -
The dimensions are 10 x 12 x 30 mm. -> -
The file is report_2026-03-20.pdf. -> -
Black Friday was busy. -> -
We are 5 to 7 people. -> -
The next step is clear. -> -
In the end it worked. -> -
Do so if you can. -> -
I am at the desk. -> -
Opening hours: Mon-Fri 9am-6pm, Sat 10am-2pm. -> -
Our hotline is open from 8am to 8pm. -> -
It crashed twice within 24 hours. -> -
We usually reply within 24 hours. -> -
Refunds are processed within 5-7 business days. -> -
They worked 66 hours in a month. -> -
We run Ubuntu 24.04. -> -
The kernel is 2.6.37 here. -> -
-rw-r--r-- 1 root root 9837 Jan 1 06:06 notes.txt -> -
Exiting at Sat Aug 3 14:59:04 2019 -> -
Most people work from home today. -> -
This year's report is out. -> -
The EOB flag is set. -> -
He is in room 10.12 on the left. -> -
Psalm 10:12 is short. -> -
INV-2026-03-24 is unpaid. -> -
Save $12.12 now. -> -
Have a great Thursday! -> -
It is the 21st century. -> -
The bus runs every 20 minutes. -> -
Am I right that this is done? -> -
""")


@pytest.mark.parametrize("phrase", DATED, ids=lambda phrase: phrase.text)
def test_english_words_name_the_day_that_is_meant(phrase: Phrase) -> None:
    found = find_dates(phrase.text, lang="en", now=NOW, zone=BERLIN)

    due = [mention.due for mention in found if mention.due and not mention.past]
    assert due
    assert {moment.date() for moment in due} <= phrase.days
    if phrase.clock:
        assert [f"{moment:%H:%M}" for moment in due] == [phrase.clock]


@pytest.mark.parametrize("phrase", VAGUE, ids=lambda phrase: phrase.text)
def test_vague_english_words_get_no_day(phrase: Phrase) -> None:
    found = find_dates(phrase.text, lang="en", now=NOW, zone=BERLIN)

    assert [(mention.vague, mention.due) for mention in found] == [(True, None)]


@pytest.mark.parametrize("phrase", PAST, ids=lambda phrase: phrase.text)
def test_english_looks_back_are_marked_past(phrase: Phrase) -> None:
    found = find_dates(phrase.text, lang="en", now=NOW, zone=BERLIN)

    assert [mention.past for mention in found] == [True]
    assert found[0].due is not None
    assert found[0].due.date() in phrase.days


@pytest.mark.parametrize("phrase", DATELESS, ids=lambda phrase: phrase.text)
def test_english_sentences_without_a_date_get_none(phrase: Phrase) -> None:
    found = find_dates(phrase.text, lang="en", now=NOW, zone=BERLIN)

    assert [mention.text for mention in found if mention.due is not None] == []


def test_slashes_are_read_the_british_way_where_people_work_in_britain() -> None:
    london = ZoneInfo("Europe/London")

    found = find_dates("We deliver by 05/04/2026.", lang="en", now=NOW, zone=london)

    assert found[0].due is not None
    assert f"{found[0].due:%m-%d}" == "04-05"


def test_slashes_are_read_the_american_way_without_other_evidence() -> None:
    found = find_dates("We deliver by 05/04/2026.", lang="en", now=NOW, zone=BERLIN)

    assert found[0].due is not None
    assert f"{found[0].due:%m-%d}" == "05-04"


def test_another_slashed_date_of_the_text_tells_the_order() -> None:
    found = find_dates("Ordered 25/03/2025, due 05/04/2026.", lang="en", now=NOW, zone=BERLIN)

    assert [f"{mention.due:%m-%d}" for mention in found if not mention.past] == ["04-05"]


def test_holidays_of_the_region_are_no_business_days() -> None:
    calendar = WorkCalendar(BERLIN, region="DE")
    now = NOW.replace(month=4, day=2)

    found = find_dates("We reply within 1 business day.", lang="en", now=now, zone=BERLIN, calendar=calendar)

    assert found[0].due is not None
    assert f"{found[0].due:%m-%d %H:%M}" == "04-07 17:00"


def test_a_day_ends_with_the_working_hours_of_the_calendar() -> None:
    calendar = replace(WorkCalendar(BERLIN, region=""), end=NOW.time().replace(hour=15, minute=30))

    found = find_dates("by Friday", lang="en", now=NOW, zone=BERLIN, calendar=calendar)

    assert found[0].due is not None
    assert f"{found[0].due:%m-%d %H:%M}" == "03-13 15:30"
