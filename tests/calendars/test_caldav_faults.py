"""CalDAV servers that lie, refuse, or would rather have us elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from handover.credentials import Secret
from handover.errors import SourceError
from handover.model import Event, Skipped
from handover.sources.calendars import open_calendar
from tests.calendars.entries import BERLIN, END, START, calendar
from tests.calendars.servers import Handler, Web, page, run_web

SPACES = 'xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"'
IS_CALENDAR = "<resourcetype><collection/><c:calendar/></resourcetype>"
ONE = calendar("UID:one\nDTSTART:20260310T090000Z\nSUMMARY:Kuchen &amp; Tee").decode()


@pytest.fixture
def web() -> Iterator[Web]:
    with run_web() as running:
        yield running


def token(host: str, user: str) -> Secret:
    return Secret("token", "ey.token")


def read(
    web: Web, path: str, *, start: datetime = START, end: datetime = END
) -> tuple[list[Event], list[Skipped]]:
    uri = f"caldav://anna@localhost:{web.port}{path}"
    return open_calendar(uri, secret=token, deadline_s=20, max_bytes=200_000).events(start, end, BERLIN)


def failure(web: Web, path: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read(web, path)
    assert "ey.token" not in f"{caught.value} {caught.value.values}"
    return caught.value


def found(href: str, properties: str, status: str = "HTTP/1.1 200 OK") -> str:
    """Return one response of a multistatus."""
    prop = f"<propstat><prop>{properties}</prop><status>{status}</status></propstat>"
    return f"<response><href>{href}</href>{prop}</response>"


def answers(*responses: str) -> bytes:
    return f"<?xml version='1.0'?><multistatus {SPACES}>{''.join(responses)}</multistatus>".encode()


def calendar_at(web: Web, path: str, *report: str, status: int = 207) -> None:
    """Let *path* be a calendar that answers a REPORT with *report*."""

    def respond(handler: Handler) -> None:
        if handler.command == "PROPFIND":
            handler.give(answers(found(path, IS_CALENDAR)), 207)
        else:
            handler.give(answers(*report), status)

    web.pages[path] = respond


def data(text: str) -> str:
    return f"<c:calendar-data>{text}</c:calendar-data>"


def test_it_only_asks_and_logs_in_with_a_token(web: Web) -> None:
    calendar_at(web, "/cal/", found("/cal/1.ics", data(ONE)))

    events, _ = read(web, "/cal/")

    assert [event.summary for event in events] == ["Kuchen & Tee"]
    assert {method for method, _, _ in web.asked} == {"PROPFIND", "REPORT"}
    assert {headers["Authorization"] for _, _, headers in web.asked} == {"Bearer ey.token"}


def test_events_without_their_text_are_asked_for_again(web: Web) -> None:
    def respond(handler: Handler) -> None:
        if handler.command == "PROPFIND":
            handler.give(answers(found("/cal/", IS_CALENDAR)), 207)
        elif b"calendar-multiget" in handler.body:
            assert b"/cal/1.ics" in handler.body
            handler.give(answers(found("/cal/1.ics", data(ONE))), 207)
        else:
            handler.give(answers(found("/cal/1.ics", "<getetag>1</getetag>")), 207)

    web.pages["/cal/"] = respond

    assert len(read(web, "/cal/")[0]) == 1


def test_the_principal_leads_to_the_calendars(web: Web) -> None:
    principal = found("/", "<current-user-principal><href>/p/</href></current-user-principal>")
    home = found("/p/", "<c:calendar-home-set><href>/home/</href></c:calendar-home-set>")
    web.pages["/"] = page(answers(principal), 207)
    web.pages["/p/"] = page(answers(home), 207)
    tasks = '<c:supported-calendar-component-set><c:comp name="VTODO"/></c:supported-calendar-component-set>'
    web.pages["/home/"] = page(
        answers(
            found("/home/", "<resourcetype><collection/></resourcetype>"),
            found("/home/work/", IS_CALENDAR),
            found("/home/tasks/", IS_CALENDAR + tasks),
        ),
        207,
    )
    calendar_at(web, "/home/work/", found("/home/work/1.ics", data(ONE)))

    events, _ = read(web, "/")

    assert len(events) == 1
    assert events[0].calendar == "work"
    assert "/home/tasks/" not in {path for _, path, _ in web.asked}


def test_the_well_known_address_is_tried_for_a_bare_server(web: Web) -> None:
    web.pages["/"] = page(b"", 302, Location="/login")
    web.pages["/login"] = page(b"<html>Log in</html>")
    web.pages["/.well-known/caldav"] = page(b"", 301, Location="/dav/")
    home = found("/dav/", "<c:calendar-home-set><href>/home/</href></c:calendar-home-set>")
    web.pages["/dav/"] = page(answers(home), 207)
    web.pages["/home/"] = page(answers(found("/home/work/", IS_CALENDAR)), 207)
    calendar_at(web, "/home/work/", found("/home/work/1.ics", data(ONE)))

    assert len(read(web, "/")[0]) == 1


def test_links_to_another_server_are_not_followed(web: Web) -> None:
    with run_web() as other:
        home = f"<c:calendar-home-set><href>{other.url('/home/')}</href></c:calendar-home-set>"
        web.pages["/"] = page(answers(found("/", home)), 207)

        events, skipped = read(web, "/")

    assert not events
    assert [one.reason for one in skipped] == ["no_calendar"]
    assert not other.asked


def test_a_redirect_does_not_carry_the_token_away(web: Web) -> None:
    with run_web() as other:
        web.pages["/cal/"] = page(b"", 308, Location=other.url("/cal/"))

        assert failure(web, "/cal/").code == "redirect_refused"
        assert not other.asked


def test_one_broken_calendar_does_not_hide_the_others(web: Web) -> None:
    home = "<c:calendar-home-set><href>/home/</href></c:calendar-home-set>"
    web.pages["/"] = page(answers(found("/", home)), 207)
    web.pages["/home/"] = page(answers(found("/home/a/", IS_CALENDAR), found("/home/b/", IS_CALENDAR)), 207)
    calendar_at(web, "/home/a/", status=500)
    calendar_at(
        web, "/home/b/", found("/home/b/1.ics", data(ONE)), found("/home/b/2.ics", data("BEGIN:NOTHING"))
    )

    events, skipped = read(web, "/")

    assert len(events) == 1
    assert sorted((one.folder, one.reason) for one in skipped) == [
        ("/home/a/", "calendar_refused"),
        ("b", "not_a_calendar"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Log in</html>",
        b"<multistatus xmlns='DAV:'><response>",
        b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><multistatus xmlns='DAV:'>&b;</multistatus>",
        b"<!DOCTYPE a [<!ENTITY x 'xxxxxxxxxx'>]><multistatus xmlns='DAV:'>&x;</multistatus>",
        b"<?xml version='1.0' encoding='nonsense'?><multistatus xmlns='DAV:'/>",
    ],
)
def test_what_is_no_multistatus_is_an_error(web: Web, body: bytes) -> None:
    web.pages["/cal/"] = page(body, 207)

    assert failure(web, "/cal/").code == "bad_answer"


def test_a_server_that_wants_digest_is_said(web: Web) -> None:
    web.pages["/cal/"] = page(b"", 401, WWW_Authenticate='Digest realm="x", nonce="y"')

    assert failure(web, "/cal/").code == "no_basic_login"


def test_a_search_that_answers_without_end_is_an_error(web: Web) -> None:
    web.pages["/cal/"] = page(b"x" * 300_000, 207)

    assert failure(web, "/cal/").code == "bad_answer"


def test_an_answer_beyond_the_cap_is_skipped(web: Web) -> None:
    calendar_at(web, "/cal/", found("/cal/1.ics", data("X" * 300_000)))

    events, skipped = read(web, "/cal/")

    assert not events
    assert [one.reason for one in skipped] == ["too_large"]
