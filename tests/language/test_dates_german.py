"""German date words, one phrase per line, with the days that a reader may take them for."""

from __future__ import annotations

import pytest

from handover.language.dates import find_dates
from tests.language.date_phrases import BERLIN, NOW, Phrase, read_phrases

DATED = read_phrases("""
# days near now
Die Liste geht heute raus. -> 03-10
Das mache ich noch heute fertig. -> 03-10
Ich prüfe es heute noch. -> 03-10
Sie hören heute Vormittag von mir. -> 03-10
Die Kollegin meldet sich heute Nachmittag. -> 03-10
Heute Abend ist alles eingespielt. -> 03-10
Bis heute Mittag steht der Entwurf. -> 03-10
Ich rufe im Laufe des Tages zurück. -> 03-10
Ich gebe Ihnen im Laufe des Vormittags Bescheid. -> 03-10
Das erledige ich bis Feierabend. -> 03-10
Wir schaffen das bis Dienstschluss. -> 03-10
Das kommt bis Ende des Tages. -> 03-10
Bis Tagesende ist es drin. -> 03-10
Bis EOD liegt es bei Ihnen. -> 03-10
Die Antwort kommt am Nachmittag. -> 03-10
Morgen schicke ich den Plan. -> 03-11
Der Monteur kommt morgen Vormittag. -> 03-11
Wir sprechen morgen Mittag weiter. -> 03-11
Das sende ich Ihnen gleich morgen früh. -> 03-11
Spätestens morgen Abend wissen wir mehr. -> 03-11
Am morgigen Mittwoch haben Sie die Unterlagen. -> 03-11
Im Laufe des morgigen Tages kommt die Rechnung. -> 03-11
Ich melde mich übermorgen bei Frau Kern. -> 03-12
Uebermorgen ist der Versand geplant. -> 03-12
Wir schicken es übermorgen um 10. -> 03-12 @ 10:00
Das Muster geht am nächsten Werktag raus. -> 03-11
# weekdays
Ich schicke Ihnen das bis Donnerstag. -> 03-12
Am Freitag erhalten Sie den Bericht. -> 03-13
bis freitag -> 03-13
Bis spätestens Freitagmittag ist es geklärt. -> 03-13
Freitagvormittag rufe ich an. -> 03-13
Am Freitag Nachmittag liefern wir. -> 03-13
Montag früh liegt es auf Ihrem Tisch. -> 03-16
Montagmorgen melde ich mich. -> 03-16
Gleich am Montag gehe ich es an. -> 03-16
Am Samstag bauen wir um. -> 03-14
Am Sonnabend wird umgestellt. -> 03-14
Diesen Freitag bekommen Sie die Zahlen. -> 03-13
Ich sende es bis diesen Donnerstag. -> 03-12
Kommenden Montag haben Sie das Angebot. -> 03-16
Am nächsten Montag sind wir vor Ort. -> 03-16
Das klären wir bis zum nächsten Montag. -> 03-16
Am darauffolgenden Montag folgt der Rest. -> 03-16
Ich melde mich am Dienstag. -> 03-17
bis kommenden Dienstag -> 03-17
Übernächsten Montag starten wir. -> 03-23
Am Mittwoch nächster Woche kommt die Ware. -> 03-18
Nächste Woche Mittwoch passt es mir. -> 03-18
Wir liefern nächste Woche am Donnerstag. -> 03-19
Nächste Woche, spätestens Mittwoch, haben Sie es. -> 03-18
Freitag kommender Woche ist Abgabe. -> 03-20
Donnerstag in einer Woche bin ich bei Ihnen. -> 03-19
Freitag in 14 Tagen liefern wir. -> 03-27
Montag in acht Tagen rufe ich an. -> 03-23
Heute in einer Woche ist es fertig. -> 03-17
Morgen in 14 Tagen liefern wir. -> 03-25
Montag in zwei Wochen ist Termin. -> 03-30
Freitag dieser Woche ist es soweit. -> 03-13
Freitag der übernächsten Woche schicken wir es. -> 03-27
Ich antworte bis Mi. Mittag. -> 03-11
Bitte bis Do. 12 Uhr zusagen, wir melden uns dann. -> 03-12
Wir kommen am Fr, 13.03. vorbei. -> 03-13
Der Versand erfolgt bis Mo., 16.3. -> 03-16
Am Do 12.3. um 9 Uhr rufe ich an. -> 03-12 @ 09:00
Wir sind am Freitag, den 13. März, bei Ihnen. -> 03-13
Montag oder Dienstag bekommen Sie Antwort. -> 03-16 03-17
Zwischen Mittwoch und Freitag wird geliefert. -> 03-13
Von Donnerstag bis Samstag sind wir auf der Messe. -> 03-14
Bis einschließlich Freitag läuft die Prüfung. -> 03-13
# weeks
Wir melden uns diese Woche. -> 03-10..03-15
Das machen wir noch in dieser Woche. -> 03-10..03-15
Im Laufe der Woche bekommen Sie Bescheid. -> 03-10..03-15
Ich melde mich im Laufe der nächsten Woche. -> 03-16..03-22
Kommende Woche erhalten Sie die Zeichnung. -> 03-16..03-22
In der kommenden Woche wird geliefert. -> 03-16..03-22
Naechste Woche geht es weiter. -> 03-16..03-22
Anfang kommender Woche rufe ich Sie an. -> 03-16..03-18
Zu Beginn der nächsten Woche steht der Plan. -> 03-16..03-18
Mitte der Woche kommt das Ersatzteil. -> 03-11 03-12
Mitte kommender Woche sind wir so weit. -> 03-17..03-19
Ende dieser Woche liegt der Vertrag vor. -> 03-12..03-15
Das schaffe ich bis Ende Woche. -> 03-12..03-15
Gegen Ende der Woche wissen wir mehr. -> 03-12..03-15
Bis Ende nächster Woche kommt der Bescheid. -> 03-19..03-22
Ende der kommenden Woche ist es da. -> 03-19..03-22
Übernächste Woche kommt der Techniker. -> 03-23..03-29
Anfang übernächster Woche wird montiert. -> 03-23..03-25
Bis zum Wochenende ist alles erledigt. -> 03-13..03-15
Übers Wochenende spielen wir das Update ein. -> 03-13..03-15
Am Wochenende stellen wir um. -> 03-13..03-15
Vor dem Wochenende haben Sie die Antwort. -> 03-12..03-13
Nach dem Wochenende melde ich mich. -> 03-16 03-17
Nächstes Wochenende wird umgebaut. -> 03-20..03-22 03-13..03-15
Wir liefern in KW 12. -> 03-16..03-22
Auslieferung KW13 -> 03-23..03-29
Die Montage ist in der 14. KW. -> 03-30..04-05
Das kommt in Kalenderwoche 12. -> 03-16..03-22
Bis Ende der KW 12 ist es fertig. -> 03-19..03-22
Anfang KW 15 liefern wir. -> 04-06..04-08
Mitte KW 13 kommt die Spedition. -> 03-24..03-26
Wir sind in KW 12 oder 13 fertig. -> 03-16..03-29
Lieferung in KW 12/13 zugesagt. -> 03-23..03-29
Voraussichtlich KW 2 melden wir uns wieder. -> 2027-01-11..2027-01-17
Am Dienstag in KW 13 kommen wir. -> 03-24
In der Woche vom 23. März wird geliefert. -> 03-23..03-29
In der ersten Aprilwoche sind wir da. -> 04-01..04-07
# months, quarters, years
Das Teil kommt im April. -> 04-01..04-30
Anfang April ist der Umzug. -> 04-01..04-10
Mitte April sind wir durch. -> 04-10..04-20
Ende April geht die Anlage in Betrieb. -> 04-21..04-30
Bis Ende April haben Sie das Gutachten. -> 04-21..04-30
Bis Mitte Mai ist die Maschine da. -> 05-10..05-20
Spätestens Anfang Juni melden wir uns. -> 06-01..06-10
Ende Okt. liefern wir aus. -> 10-21..10-31
Wir rechnen im Januar ab. -> 2027-01-01..2027-01-31
Noch in diesem Monat kommt die Gutschrift. -> 03-10..03-31
Bis Ende des Monats ist es gebucht. -> 03-27..03-31
Zum Monatsende erhalten Sie die Abrechnung. -> 03-27..03-31
Mitte des Monats bekommen Sie Post. -> 03-10..03-20
Im nächsten Monat zieht die Abteilung um. -> 04-01..04-30
Kommenden Monat wird gezahlt. -> 04-01..04-30
Zu Beginn des kommenden Monats liegt es vor. -> 04-01..04-10
Ende nächsten Monats läuft der Test. -> 04-21..04-30
Bis Quartalsende schließen wir ab. -> 03-27..03-31
Ende Q2 ist das Projekt fertig. -> 06-21..06-30
Im dritten Quartal liefern wir. -> 07-01..09-30
Im 2. Quartal 2026 beginnt der Bau. -> 04-01..06-30
Bis Ende des Jahres stellen wir um. -> 12-21..12-31
Noch dieses Jahr bekommen Sie das Modul. -> 03-10..12-31
Zum Jahresende kündigen wir den Wechsel an. -> 12-21..12-31
Ende 2026 läuft die Lizenz aus. -> 12-01..12-31
Anfang nächsten Jahres kommt die neue Fassung. -> 2027-01-01..2027-01-31
Nächstes Jahr im Februar sprechen wir darüber. -> 2027-02-01..2027-02-28
In der zweiten Aprilhälfte liefern wir. -> 04-16..04-30
In der ersten Hälfte Mai montieren wir. -> 05-01..05-15
# written days
Frist ist der 20.03.2026. -> 03-20
Bis zum 20.3. haben Sie Antwort. -> 03-20
Termin: 17.03., wir kommen vorbei. -> 03-17
Ich sende es am 17.3.26. -> 03-17
Am 1. April stellen wir um. -> 04-01
Bis zum 2. April 2026 ist gezahlt. -> 04-02
Die Frist endet am 15. -> 03-15
Bis zum 15. schicke ich den Rest. -> 03-15
Am 5. buchen wir die Rate ab. -> 04-05
Am 5. des nächsten Monats wird gezahlt. -> 04-05
Zum Ersten des Monats wird umgestellt. -> 04-01
Bis 2026-03-18 liegt die Datei bereit. -> 03-18
Vom 23. bis 27. März sind wir im Umbau. -> 03-27
Wir montieren vom 23.03. bis 25.03. -> 03-25
Die Schulung ist am 24./25. März. -> 03-25
Besuch am 24.–25.3. bestätigt. -> 03-25
Zwischen dem 16. und 18. März rufe ich an. -> 03-18
Bis zum dritten April bekommen Sie Bescheid. -> 04-03
Wir treffen uns am 12. Jan. 2027. -> 2027-01-12
bis 24.11 -> 11-24
Am Freitag (20.03.) kommt der Prüfer. -> 03-20
# spans of time
In drei Tagen ist die Ware da. -> 03-13
In ca. 3 Tagen erhalten Sie das Paket. -> 03-13
Wir antworten binnen 3 Werktagen. -> 03-13
Innerhalb von fünf Arbeitstagen kommt der Ersatz. -> 03-17
Innerhalb der nächsten 5 Werktage kommt die Gutschrift. -> 03-17
In zwei Wochen liefern wir. -> 03-24
In spätestens zwei Wochen ist es da. -> 03-24
In den nächsten zwei Wochen melden wir uns. -> 03-24
In den kommenden 14 Tagen erfolgt die Zahlung. -> 03-24
In zwei bis drei Wochen ist die Maschine bereit. -> 03-31
In 2-3 Tagen sollte es da sein. -> 03-13
In anderthalb Wochen kommt Nachschub. -> 03-19..03-21
In einem Monat sprechen wir wieder. -> 04-10
In einem halben Jahr prüfen wir erneut. -> 09-10
Binnen eines Monats wird erstattet. -> 04-10
Innerhalb einer Woche bekommen Sie Antwort. -> 03-17
Binnen 48 Stunden haben Sie Ersatz. -> 03-12
In zwei Stunden bin ich wieder am Platz. -> 03-10 @ 11:30
In einer halben Stunde rufe ich zurück. -> 03-10 @ 10:00
In 20 Minuten bin ich soweit. -> 03-10 @ 09:50
In 1,5 Stunden ist die Leitung wieder da. -> 03-10 @ 11:00
In der nächsten Stunde kommt die Bestätigung. -> 03-10 @ 10:30
Zwei Tage nach Ostern liefern wir. -> 04-07 04-08
# clock times
Ich rufe um 14 Uhr an. -> 03-10 @ 14:00
Bis 16:30 Uhr ist es behoben. -> 03-10 @ 16:30
Gegen 15.45 Uhr bin ich zurück. -> 03-10 @ 15:45
Heute um halb drei klingle ich durch. -> 03-10 @ 14:30
Morgen um 9 geht es los. -> 03-11 @ 09:00
Am Donnerstag um 10:15 melde ich mich. -> 03-12 @ 10:15
Donnerstag, 12. März 2026, 11:00 Uhr rufe ich an. -> 03-12 @ 11:00
Morgen zwischen 10 und 12 Uhr kommt der Techniker. -> 03-11 @ 12:00
Freitag 9–11 Uhr sind wir da. -> 03-13 @ 11:00
Um viertel nach vier rufe ich an. -> 03-10 @ 16:15
Ich bin ab 13 Uhr für Sie da. -> 03-10
Um 15 Uhr am Freitag sprechen wir. -> 03-13 @ 15:00
Morgen 17h ist Abgabe. -> 03-11 @ 17:00
Um 8 Uhr schalten wir um. -> 03-11 @ 08:00
# across the verb
Morgen rufe ich um 15 Uhr an. -> 03-11 @ 15:00
Nächste Woche kann ich am Dienstag liefern. -> 03-17
Am Freitag bin ich ab 10 Uhr erreichbar. -> 03-13 @ 10:00
Ich wollte fragen, ob Sie am Freitag Zeit haben. -> 03-13
Wir haben für Freitag einen Termin vereinbart. -> 03-13
Die Leitung ist in zwei Stunden repariert. -> 03-10 @ 11:30
Das ist am Freitag erledigt. -> 03-13
Wie gestern besprochen, rufe ich Freitag an. -> 03-13
Das ist dringend und erfordert eine Lösung innerhalb von 4 Stunden. -> 03-10 @ 13:30
Bitte zahlen Sie innerhalb von 14 Tagen nach Zugang dieses Schreibens. -> 03-24
Ich bin in 30 Minuten wieder erreichbar. -> 03-10 @ 10:00
Diese oder nächste Woche melden wir uns. -> 03-16..03-22
Im Laufe des Freitags wird geliefert. -> 03-13
Am ersten Werktag im April wird gebucht. -> 04-01
Heute in acht Tagen ist Abgabe. -> 03-17 03-18
# feasts
Vor Ostern bekommen Sie den Vertrag. -> 04-01..04-05
Nach Ostern melde ich mich wieder. -> 04-07
Bis Karfreitag liegt alles vor. -> 04-03
Am Gründonnerstag liefern wir noch. -> 04-02
Bis Pfingsten ist der Anbau fertig. -> 05-22..05-25
Zwischen den Jahren stellen wir die Server um. -> 12-27..12-31
Vor Weihnachten liefern wir. -> 12-18..12-24
Nach Neujahr geht es weiter. -> 2027-01-02..2027-01-05
Bis Silvester haben Sie die Bescheinigung. -> 12-31
""")

VAGUE = read_phrases("""
Wir melden uns demnächst. -> ?
Das erledigen wir zeitnah. -> ?
Sie hören in Kürze von uns. -> ?
Ich kümmere mich so bald wie möglich. -> ?
Schnellstmöglich bekommen Sie Ersatz. -> ?
In den nächsten Tagen kommt Post. -> ?
In ein paar Tagen wissen wir mehr. -> ?
Die Rechnung folgt in den kommenden Wochen. -> ?
Ich rufe umgehend zurück. -> ?
Nach den Feiertagen sehen wir weiter. -> ?
Nach meinem Urlaub schaue ich es an. -> ?
Ich melde mich bald wieder. -> ?
""")

PAST = read_phrases("""
Gestern war der Server aus. -> < 03-09
Vorgestern habe ich schon geschrieben. -> < 03-08
Letzte Woche kam die Mahnung. -> < 03-02..03-08
Am vergangenen Freitag kam nichts. -> < 03-06
Vor drei Tagen habe ich bestellt. -> < 03-07
Ich habe Ihnen am Freitag geschrieben. -> < 03-06
Am 02.03. wurde geliefert. -> < 03-02
Seit Montag steht die Anlage. -> < 03-09
Die Rechnung vom 12.01.2026 ist offen. -> < 01-12
Heute Morgen hatte ich schon angerufen. -> < 03-10
Im Februar hatten wir das besprochen. -> < 02-01..02-28
Wie am Freitag besprochen, sende ich die Liste. -> < 03-06
Ihre Mail vom Freitag liegt vor. -> < 03-06
Ich habe gesehen, dass die Lieferung am Freitag ankam. -> < 03-06
Die Mail ist am Freitag angekommen. -> < 03-06
Die Ware ist am Freitag geliefert worden. -> < 03-06
Er meldete sich am Freitag. -> < 03-06
Sie hat bis heute nicht geantwortet. -> < 03-10
""")

DATELESS = read_phrases("""
Guten Morgen Herr Keller, -> -
Guten Morgen zusammen, anbei die Liste. -> -
Guten Abend, -> -
Schönes Wochenende! -> -
Ich wünsche Ihnen einen schönen Tag. -> -
Frohe Weihnachten und einen guten Rutsch! -> -
Die Kollegin prüft die Unterlagen. -> -
So geht das nicht. -> -
Mo Haddad übernimmt den Fall. -> -
Frau Freitag ist in der Zentrale. -> -
Herr Sommer und Herr Montag sind informiert. -> -
Fr. Mai ist Ihre Ansprechpartnerin. -> -
Bestellung 2026-0315 ist angelegt. -> -
Auftrag Nr. 12.04.11 ist offen. -> -
Wir nutzen Version 3.12 und 4.5.1. -> -
Das kostet 12.50 Euro. -> -
Der Rabatt beträgt 10,12 %. -> -
Tel. 0711 12 03 26 -> -
Rufen Sie +49 30 1203 2026 an. -> -
Der Server 10.3.20.26 antwortet nicht. -> -
10:23:45 ERROR Verbindung verloren -> -
[2026-03-09 10:23:45] Fehler beim Start -> -
Wir haben Mo–Fr von 8 bis 17 Uhr geöffnet. -> -
Jeden Dienstag ist Markt. -> -
Montags ist Ruhetag. -> -
Freitags ist das Büro zu. -> -
Die Zahlung ist innerhalb von 14 Tagen nach Erhalt fällig. -> -
Ich arbeite seit zehn Jahren hier. -> -
Das dauert 3 Tage. -> -
Wir helfen rund um die Uhr, 24/7. -> -
Das Büro liegt im 3. Stock. -> -
Am 1. Platz lag unser Team. -> -
Kapitel 4.5 und Abschnitt 7.3 gelten weiter. -> -
Raum 12.03 ist frei. -> -
Am Ende des Tages zählt das Ergebnis. -> -
Das Dokument wurde um 10 % gekürzt. -> -
Das ist die Mitte. -> -
Sie können das gern machen. -> -
Wir sind 5 bis 7 Personen. -> -
Eine Woche ist zu lang. -> -
Die Maße sind 10 x 12 x 30 mm. -> -
Die Datei heißt bericht_2026-03-20.pdf. -> -
Kurz vor Schluss gab es Ärger. -> -
Das Heute und das Morgen gehören zusammen. -> -
Öffnungszeiten: Mo-Fr 9-18 Uhr, Sa 10-14 Uhr. -> -
Mo. - Do. 8:00 - 16:30 Uhr, Fr. 8:00 - 13:00 Uhr -> -
Unsere Hotline ist täglich von 8 bis 20 Uhr besetzt. -> -
Abends um 10 fährt nichts mehr. -> -
Innerhalb eines Jahres dreimal defekt. -> -
Die Kündigungsfrist beträgt 4 Wochen zum Monatsende. -> -
Die Lieferung kommt in der Regel innerhalb von drei Tagen. -> -
Das Haus ist in 10 Minuten zu Fuß zu erreichen. -> -
Heute kann man keinem mehr trauen. -> -
Das schaffe ich heute nicht mehr. -> -
Wir laden zum verkaufsoffenen Sonntag. -> -
Die Sonntag GmbH liefert Holz. -> -
Wir nutzen Ubuntu 24.04. -> -
Wir migrieren auf MongoDB 4.4. -> -
Alles unter https://sonntag.example/24.11.2026/index -> -
Der Zug war um 10 Minuten verspätet. -> -
Unser Standort in der Straße des 17. Juni ist zu. -> -
""")


@pytest.mark.parametrize("phrase", DATED, ids=lambda phrase: phrase.text)
def test_german_words_name_the_day_that_is_meant(phrase: Phrase) -> None:
    found = find_dates(phrase.text, lang="de", now=NOW, zone=BERLIN)

    due = [mention.due for mention in found if mention.due and not mention.past]
    assert due
    assert {moment.date() for moment in due} <= phrase.days
    if phrase.clock:
        assert [f"{moment:%H:%M}" for moment in due] == [phrase.clock]


@pytest.mark.parametrize("phrase", VAGUE, ids=lambda phrase: phrase.text)
def test_vague_german_words_get_no_day(phrase: Phrase) -> None:
    found = find_dates(phrase.text, lang="de", now=NOW, zone=BERLIN)

    assert [(mention.vague, mention.due) for mention in found] == [(True, None)]


@pytest.mark.parametrize("phrase", PAST, ids=lambda phrase: phrase.text)
def test_german_looks_back_are_marked_past(phrase: Phrase) -> None:
    found = find_dates(phrase.text, lang="de", now=NOW, zone=BERLIN)

    assert [mention.past for mention in found] == [True]
    assert found[0].due is not None
    assert found[0].due.date() in phrase.days


@pytest.mark.parametrize("phrase", DATELESS, ids=lambda phrase: phrase.text)
def test_german_sentences_without_a_date_get_none(phrase: Phrase) -> None:
    found = find_dates(phrase.text, lang="de", now=NOW, zone=BERLIN)

    assert [mention.text for mention in found if mention.due is not None] == []
