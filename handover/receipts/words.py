"""The words by which people take a packet on, refuse, except items, put off, or ask back, in German and English.

Patterns only; what they mean together is `receipts`' business. Each is linear on any text.
"""

from __future__ import annotations

import re

SENTENCE = re.compile(r"[.!?;](?=\s|$)|\n|\s[-–—]\s|[!?]")
CLAUSE = re.compile(r"(?<!\d),|,(?!\s*\d)|\b(?:aber|doch|but)\b", re.I)
NOT_ITEMS = re.compile(
    r"\b\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}:\d{2}\b|\b\d{1,2}(?:st|nd|rd|th)\b"
    r"|\b(?:am|der|dem|vom|zum|ab) \d{1,2}\.(?=\s)|\b\d+[.,]\d+|\b\d{1,2} ?(?:uhr|h|am|pm|%|€"
    r"|eur)\b|\+\d[\d /-]{5,30}",
    re.I,
)
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d{1,4}|[#–-]|:")
LEADS = frozenset(
    "nr nrn nummer nummern punkt punkte punkten position positionen pos item items number numbers no point points "
    "und and or oder bis to zu die den das der auf außer ausser ohne but except from for do can take cover only nur "
    "übernehme mache nehme ich i cannot can't won't gehen geht passt is ist sind are with von of "
    "the bei beim mit ja nein yes ok".split()
)
RANGE = frozenset(("bis", "to", "-", "–", "through"))

STRONG = re.compile(
    r"\b(?:übernommen|(?:ich|gern(?:e)?|hiermit) übernehme|übernehme(?: ich|\W*$| das| alles| die| den| gern)"
    r"|mach(?:e)? ich|ich mache (?:das|es|alles|die|den)|mach['’]?s|geht (?:alles )?klar|geht in ordnung"
    r"|(?:ich )?vertrete dich|einverstanden|bestätigt|(?:ich|hiermit) bestätige"
    r"|kümmer(?:e)? mich|ich kümmer|kann ich (?:gern(?:e)? |alles )?(?:machen|übernehmen)|bin dabei|ich akzeptiere"
    r"|sage zu|wird gemacht|wird erledigt|kein problem|nehme ich"
    r"|i['’]?ll (?:take|do|handle|cover) (?:it|this|that|all|over|them|these|everything|care)"
    r"|(?:i|we) will (?:take|do|handle|cover) (?:it|this|that|all|over|them|these|everything|care)"
    r"|i take (?:it|this|all|over)|taking (?:it|this|all) over|i['’]ve got (?:this|it|you covered)|i['’]m on it"
    r"|happy to (?:cover|take|do) |i accept(?! no\b)|i (?:hereby )?confirm(?! that you\b)|i agree"
    r"|no problem|consider it done|i can (?:do|take|cover) (?:it|this|that|all|over|them|these|everything)"
    r"|glad to (?:cover|take|do) |count on me|leave it to me)\b|^\W*(?:ok(?:ay)?\W+|yes\W+|all )?"
    r"(?:accepted|confirmed|agreed|taken over|will do|on it)\b",
    re.I,
)
BARE = re.compile(
    r"^\W*(?:das |alles |that |all )?(?:ok(?:ay)?|ja|yes|yep|sure|passt(?: so| für mich| mir| alles)?|in ordnung"
    r"|fine(?: with me| by me)?|good|klar|gern(?:e)?|sounds good|works(?: for me)?|geht)\W*$",
    re.I,
)
WITH_NUMBER = re.compile(
    r"\b(?:ok(?:ay)?|ja|yes|passt|fine|good|gut|geht|in ordnung|übernehme|mache|nehme|can do"
    r"|can take|can cover|['’]ll take"
    r"|['’]ll do|will take|will do|accept(?:ed)?|confirmed|covered)\b",
    re.I,
)
OTHERS = re.compile(
    r"\b(?:hat|haben|hatte|hatten|wurde|wurden|has|had|was|were|been|dachte|thought|hoffe|hope|soll|sollte|should)\b",
    re.I,
)
SPEAKER = re.compile(r"\b(?:ich|hab|i|i['’]ve|i['’]m)\b", re.I)
NEGATED = re.compile(
    r"\b(?:nicht|nichts|nich|nie|keinesfalls|not|never|cannot|leider|unfortunately)\b|n['’]t\b"
    r"|\bkeine?[nrs]?\b(?! problem)",
    re.I,
)
RECEIPT = re.compile(r"\b(?:eingang|erhalt|empfang|receipt|reception)\b", re.I)
ONLY_POLITE = re.compile(r"^\W*(?:ok(?:ay)?|ja|yes|yep|sure|klar|good|all good)\W*$", re.I)
QUOTED = re.compile(r"[„“”\"»«][^„“”\"»«\n]{1,200}[„“”\"»«]")
SHORT_NUMBER = re.compile(r"\b(?:nrn?|no|pos)\.\s*(?=\d)", re.I)
REFUSES = re.compile(
    r"\b(?:geht|gehen|passt|passen|klappt|schaffe|kann|können|übernehme|mache|mach|werde|will)\b[^.!?\n]{0,40}"
    r"\b(?:nicht|nich|nie|kein(?:e|en|er|es)?)\b|\bnicht (?:möglich|machbar|übernehmen|machen|zuständig)\b"
    r"|^\W*(?:nein|nee|no|nope)\b(?! problem)|\b(?:nein|no)\W*$|\bauf keinen fall\b|\bno way\b"
    r"|\b(?:can(?:not|['’]?t| not)|won['’]?t|will not|unable to|not able to|couldn['’]?t|don['’]?t)\b"
    r"(?: \w+){0,2} (?:do|take|cover|handle|work|make|possible|accept|manage|happen)\b"
    r"|\b(?:i )?can(?:not|['’]?t)\b(?=\W*(?:\d|do|$))|\b(?:jemand|wer) ander(?:s|es|er)\b"
    r"|\b(?:someone|somebody) else\b"
    r"|\bbitte an [^\W\d_]+ (?:geben|weitergeben|übergeben)\b|\blehne\b[^.!?\n]{0,20}\bab\b|\b(?:i )?decline[d]?\b"
    r"|\b(?:i )?(?:must|have to) (?:decline|refuse|pass)\b|\bnot me\b|\bpasse ich\b|\bda passe\b"
    r"|\b(?:is|ist) (?:a|ein) problem\b|\bnot (?:allowed|possible)\b|\bohne mich\b|\bcount me out\b",
    re.I,
)
NOT_YET = re.compile(
    r"\b(?:noch (?:nicht|nichts|kein\w*)|not (?:yet|accepted|confirmed|agreed)|n['’]t (?:yet"
    r"|accepted|confirmed|agreed"
    r"|taken)|haven['’]?t|nie|never|erst wenn|not sure|nicht sicher|vielleicht|eventuell|perhaps|maybe|might)\b",
    re.I,
)
EXCEPT = re.compile(
    r"\b(?:bis auf|außer|ausser|ausgenommen|mit ausnahme|ohne|all but|but not|nicht aber|except(?:ing)?|apart from"
    r"|with the exception of|other than|excluding|but)\b",
    re.I,
)
IF = re.compile(
    r"(?<!auch )(?<!even )\b(?:wenn|falls|sofern|vorausgesetzt|unter der bedingung|only if|if|provided|as long as"
    r"|unless|es sei denn|könnte|could|würde|would|sobald|as soon as|once|erst|nur bis|only until|not before"
    r"|not until|ab (?:mo|di|mi|do|fr|sa|so)[a-z]{4,8}|(?:from|until|starting) (?:mon|tue|wed|thu|fri)[a-z]{0,6})\b",
    re.I,
)
DEFERS = re.compile(
    r"\b(?:melde mich|komme darauf zurück|gebe bescheid|schau(?:e)?|sehe (?:es )?mir|lese|gelesen|gesehen|erhalten"
    r"|angekommen|get back|read through|will read|have a look|look at|seen it|received"
    r"|got your|noted|zur kenntnis|prüfe|check|überlege|think about)\b",
    re.I,
)
THANKS = re.compile(r"\b(?:dank\w*|thank\w*|merci|cheers)\b", re.I)
REST = re.compile(
    r"\b(?:rest|sonst alles|otherwise|(?:den|die|das|alle|alles) (?:anderen|andere|übrigen|übrige"
    r"|weitere[n]?)|the others?|everything else"
    r"|anything else|remaining|other (?:two|three|four|five|ones?|items?))\b",
    re.I,
)
ALL = re.compile(r"\b(?:all(?:e|es|em|en)?|everything|sämtliche\w*|komplett|the lot)\b", re.I)
