"""What puts off and what answers, in the families that are easily taken for each other."""

import pytest

from handover.language import read

PUTS_OFF = [
    ("en", "I suspect a bad seal on our side. I'll ask the workshop and come back to you."),
    ("en", "My guess would be the power supply, but let me ask engineering before you change anything."),
    (
        "en",
        "That sounds like a fault in the firmware. I've raised it with the developers and hope to hear something.",
    ),
    ("en", "Let me ask around, somebody in the team has done this before."),
    (
        "en",
        "I don't have one of those here, so I can't test it. Hopefully someone else in the team can comment.",
    ),
    ("en", "Good question. I don't know, and the colleague who does is back on Monday."),
    ("en", "Not sure."),
    ("en", "I'm not sure about the gearbox part of your question - I don't use that model myself."),
    ("en", "No idea, to be honest. I'll try to find someone who knows."),
    ("en", "You've reached the limits of my knowledge here. Perhaps one of the others can add something."),
    ("en", "I'll have to think about how to do that."),
    ("en", "I need to dig out the old drawings first."),
    ("en", "I can probably confirm this later today when I'm back in the lab."),
    (
        "en",
        "I can reproduce it here as well. I've logged it as issue 4711, hopefully somebody picks it up soon.",
    ),
    ("en", "We were able to reproduce the problem and are looking for the cause."),
    ("en", "Engineering is aware of it."),
    ("en", "This is on the list for the next release, I have no way of knowing when that will be."),
    ("en", "Let's take this offline, I'll write to you directly."),
    ("en", "You wrote to our support address about the same thing, let's continue there."),
    ("en", "Still waiting to hear back from the factory."),
    ("en", "I've poked the developers again, no answer so far."),
    ("en", "Hopefully our quality people can shed some light on this."),
    (
        "en",
        "It would not surprise me if the sensor was at fault. We will test one tomorrow and let you know.",
    ),
    ("en", "Thanks for the details. I'm going to try this on one of our machines and get back to you."),
    ("en", "Interesting! I haven't seen this before. Will investigate."),
    ("en", "I'll see what I can do."),
    ("en", "I'm afraid I know nothing about the billing, I've only taken over this desk today."),
    ("en", "Our expert for this is at a trade fair. She should be able to answer next week."),
    ("en", "We have no date yet. The announcement will be on our website."),
    ("de", "Ich vermute einen Defekt bei uns, frage aber erst in der Werkstatt nach."),
    (
        "de",
        "Das klingt nach einem Fehler in der Steuerung. Ich habe es an die Entwicklung gegeben und hoffe auf Antwort.",
    ),
    ("de", "Das weiß ich leider nicht."),
    ("de", "Da bin ich überfragt, vielleicht kann ein Kollege etwas dazu sagen."),
    ("de", "Mit dem Getriebe kenne ich mich nicht aus."),
    ("de", "Darüber muss ich erst nachdenken."),
    ("de", "Ich kann das heute Nachmittag im Labor einmal nachstellen."),
    ("de", "Wir konnten den Fehler nachstellen und suchen jetzt die Ursache."),
    ("de", "Die Entwicklung weiß Bescheid."),
    ("de", "Leider habe ich das Gerät nicht hier und kann es nicht testen."),
    ("de", "Vom Werk habe ich noch nichts gehört."),
    ("de", "Hoffentlich können unsere Qualitätsleute Licht ins Dunkel bringen."),
    ("de", "Lassen Sie uns das direkt besprechen, ich schreibe Ihnen gesondert."),
]
ANSWERS = [
    ("en", "Could you send me the serial number and a photo of the label? Then I can look into it."),
    (
        "en",
        "I'll look into this. Which firmware is on the controller, and does it happen with the old cable as well?",
    ),
    (
        "en",
        "I have passed this on to engineering. In the meantime, please switch it to manual mode.",
    ),
    ("en", "We're working on a fix. Until then you can restart the service once a day."),
    ("en", "Unfortunately that is not something we offer, the standard version has four inputs only."),
    ("en", "I asked engineering: the maximum is 12 V."),
    ("en", "I checked with our supplier, the part is still available until March."),
    ("en", "It is a known fault: the clip breaks when it gets cold. We will replace it free of charge."),
    ("en", "Not sure why it fails, but removing the cover and cleaning the contacts has always helped."),
    ("en", "I'm not sure which one you mean. Is it the one with the blue label?"),
    ("en", "I don't know about the older model, but the current one takes 24 V."),
    ("en", "I think you need the longer bolt. The short one does not reach through the plate."),
    ("en", "No, that's normal. The fan runs on for a minute after switching off."),
    (
        "en",
        "You'd better ask the manufacturer of the scanner, we only resell it. Their support is at help@scan.example.",
    ),
    ("en", "As far as I can tell the wiring is wrong: pins 3 and 4 are swapped in your photo."),
    ("en", "The data sheet says 40 degrees. Beyond that the warranty is void."),
    ("en", "We discussed this internally and can accept the return if the box is unopened."),
    ("en", "I looked into it: the invoice was sent to the old address. A corrected copy is attached."),
    ("en", "I talked to the team and we will not support that version any longer."),
    ("en", "It should work if you set the timeout to 30 seconds. Let me know if it doesn't."),
    ("en", "Have you tried it with another cable?"),
    ("en", "Yes, both are included. I'll send the confirmation tomorrow."),
    ("en", "The beta will be ready in May; until then version 3.2 does the job. I'll follow up with notes."),
    (
        "en",
        "We expect the drawings in September. If you need dimensions before, the housing is 120 by 80 mm.",
    ),
    ("de", "Ich habe die Technik gefragt: Es sind höchstens 12 V."),
    (
        "de",
        "Ich habe es an die Technik gegeben. Schalten Sie bis dahin bitte auf Handbetrieb.",
    ),
    ("de", "Können Sie mir die Seriennummer und ein Foto vom Typenschild schicken? Dann sehe ich es mir an."),
    ("de", "Ich bin nicht sicher, woran es liegt, aber meist hilft es, die Kontakte zu reinigen."),
    ("de", "Leider bieten wir das nicht an, die Standardausführung hat nur vier Eingänge."),
    ("de", "Wir arbeiten an einer Lösung. Bis dahin können Sie den Dienst einmal am Tag neu starten."),
    ("de", "Das ist normal, der Lüfter läuft nach dem Ausschalten noch eine Minute nach."),
    ("de", "Wir haben das intern besprochen und nehmen die Ware zurück, wenn der Karton ungeöffnet ist."),
    ("de", "Zum älteren Modell weiß ich nichts, das aktuelle braucht 24 V."),
    ("de", "Welche Firmware läuft auf der Steuerung? Ich gebe es dann weiter."),
]


@pytest.mark.parametrize(("lang", "text"), PUTS_OFF)
def test_who_does_not_know_or_must_find_out_puts_off(lang: str, text: str) -> None:
    assert read(text, lang=lang).holding >= 0.5


@pytest.mark.parametrize(("lang", "text"), ANSWERS)
def test_what_others_said_a_way_round_a_question_back_and_a_refusal_answer(lang: str, text: str) -> None:
    assert read(text, lang=lang).holding < 0.5
