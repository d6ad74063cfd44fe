import pytest

from handover.parse.html import text_of
from tests.parse.mails import mail, read


def new_text(html: str) -> str:
    return read(mail(html, content_type="text/html; charset=utf-8")).new_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Eins</p><p>Zwei</p>", "Eins\n\nZwei"),
        ("<div>Eins</div><div>Zwei</div>", "Eins\nZwei"),
        ("Eins<br>Zwei<br><br>Drei", "Eins\nZwei\n\nDrei"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<table><tr><td>Position</td><td>7</td></tr></table>", "Position 7"),
        ("<b>fett</b> und <i>schräg</i>", "fett und schräg"),
        ("viel   \n   Luft", "viel Luft"),
        ("<pre>eins\n  zwei</pre>", "eins\n  zwei"),
        ("&lt;b&gt; &amp; &euro;", "<b> & €"),
        ("<head><title>x</title><style>p{}</style></head><body>Text<script>boese()</script></body>", "Text"),
        ("<p>offen <b>und kaputt", "offen und kaputt"),
        ('<div style="display:none">Vorschau</div><p>Text</p>', "Text"),
        ('<span style="color:red; display: none">geheim</span>Text', "Text"),
    ],
)
def test_html_becomes_readable_text(html, text):
    assert text_of(html) == text


@pytest.mark.parametrize(
    "quote",
    [
        '<div class="gmail_quote"><div class="gmail_attr">Am Mo., 2. Nov. 2026 um 09:15 Uhr schrieb Anna '
        "&lt;<a>anna@wir.example</a>&gt;:<br></div>"
        '<blockquote class="gmail_quote">Ihre Frage?</blockquote></div>',
        '<div class="moz-cite-prefix">Am 02.11.26 um 09:15 schrieb Anna:<br></div>'
        '<blockquote type="cite"><p>Ihre Frage?</p></blockquote>',
        '<div id="divRplyFwdMsg"><b>Von:</b> Anna</div><div>Ihre Frage?</div>',
        '<div id="appendonsend"></div><hr><div>Ihre Frage?</div>',
        '<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>Von:</b> Anna<br>'
        "<b>Gesendet:</b> Montag, 2. November 2026 09:15<br>"
        "<b>An:</b> Jana<br><b>Betreff:</b> Frage</p></div><p>Ihre Frage?</p>",
        '<div name="quote" style="border-left: 2px solid #C3D9E5">Ihre Frage?</div>',
        '<div class="yahoo_quoted">Ihre Frage?</div>',
        '<div class="protonmail_quote">Ihre Frage?</div>',
    ],
)
def test_the_quote_marks_of_mail_programs_are_known(quote):
    assert new_text(f"<p>Ja, am Freitag.</p>{quote}") == "Ja, am Freitag."


def test_an_indented_paragraph_is_no_quote():
    assert (
        new_text(
            '<p>Mein Vorschlag:</p><blockquote style="margin:0 0 0 40px;border:none">Freitag</blockquote>'
        )
        == "Mein Vorschlag:\n\nFreitag"
    )


def test_inline_answers_between_html_quotes_stay():
    html = "<blockquote type=cite>Wann?</blockquote><p>Am Freitag.</p>"
    html += "<blockquote type=cite>Was?</blockquote><p>850 kg.</p>"

    assert new_text(html) == "Am Freitag.\n\n850 kg."


def test_markup_too_deep_for_the_parser_is_stripped():
    assert text_of("<div>" * 5000 + "Text" + "</div>" * 5000) == "Text"
