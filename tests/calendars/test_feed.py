"""Calendars published at an address: TLS, redirects, limits, and what goes wrong."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from handover.credentials import Secret
from handover.errors import SourceError, UsageError
from handover.model import Event, Skipped
from handover.sources.calendars import open_calendar
from tests.calendars.entries import BERLIN, END, START, calendar
from tests.calendars.servers import Handler, Web, page, run_web
from tests.servers.authority import Certificate, make_certificate

PAGE = calendar("DTSTART:20260310T090000Z\nSUMMARY:Abstimmung")


@pytest.fixture
def web() -> Iterator[Web]:
    with run_web() as running:
        running.pages["/calendar.ics"] = page(PAGE)
        yield running


@pytest.fixture
def safe_web(certificate: Certificate) -> Iterator[Web]:
    with run_web(certificate) as running:
        running.pages["/calendar.ics"] = page(PAGE)
        yield running


def read(
    uri: str,
    *,
    start: datetime = START,
    end: datetime = END,
    deadline_s: float = 20,
    max_bytes: int = 100_000,
) -> tuple[list[Event], list[Skipped]]:
    return open_calendar(uri, deadline_s=deadline_s, max_bytes=max_bytes).events(start, end, BERLIN)


def failure(uri: str, **limits: float) -> SourceError:
    with pytest.raises(SourceError) as caught:
        open_calendar(uri, **limits).events(START, END, BERLIN)  # type: ignore[arg-type]
    assert caught.value.hint
    assert "{" not in str(caught.value)
    return caught.value


def test_a_feed_is_read_over_verified_tls(safe_web: Web, certificate: Certificate) -> None:
    events, skipped = read(safe_web.url() + f"#ca={certificate.authority}")

    assert [event.summary for event in events] == ["Abstimmung"]
    assert not skipped
    assert [(method, path) for method, path, _ in safe_web.asked] == [("GET", "/calendar.ics")]


def test_an_unknown_authority_is_not_trusted(safe_web: Web) -> None:
    assert failure(safe_web.url()).code == "certificate_untrusted"
    assert not safe_web.asked


def test_a_certificate_for_another_name_is_not_trusted(tmp_path: Path, certificate: Certificate) -> None:
    other = make_certificate(tmp_path / "other", names="DNS:elsewhere.example")

    with run_web(other) as running:
        error = failure(running.url() + f"#ca={other.authority}")

    assert error.code == "certificate_untrusted"


def test_a_missing_file_of_the_authority_is_said(safe_web: Web, tmp_path: Path) -> None:
    assert failure(safe_web.url() + f"#ca={tmp_path}/none.pem").code == "bad_ca"


def test_unencrypted_is_only_for_this_machine(web: Web) -> None:
    assert len(read(web.url())[0]) == 1
    with pytest.raises(UsageError) as caught:
        open_calendar("http://calendar.example/a.ics")
    assert caught.value.code == "plain_refused"


def test_a_redirect_on_the_same_server_is_followed(web: Web) -> None:
    web.pages["/old"] = page(b"", 301, Location="/calendar.ics")

    assert len(read(web.url("/old"))[0]) == 1


def test_a_redirect_to_another_server_is_not_followed(web: Web) -> None:
    with run_web() as other:
        other.pages["/calendar.ics"] = page(PAGE)
        web.pages["/old"] = page(b"", 302, Location=other.url())

        error = failure(web.url("/old"))

    assert error.code == "redirect_refused"
    assert not other.asked


@pytest.mark.parametrize(
    "location", ["//elsewhere.example/", "file:///etc/passwd", "http://localhost@x.example/", "\\\\x"]
)
def test_no_redirect_leads_off_the_server(web: Web, location: str) -> None:
    web.pages["/old"] = page(b"", 302, Location=location)

    assert failure(web.url("/old")).code in ("redirect_refused", "no_calendar", "bad_answer")


def test_redirects_in_a_circle_end(web: Web) -> None:
    web.pages["/old"] = page(b"", 307, Location="/old")

    assert failure(web.url("/old")).code == "redirect_refused"


def test_a_feed_beyond_the_cap_is_skipped(web: Web) -> None:
    web.pages["/calendar.ics"] = page(PAGE + b"X" * 100_000)

    events, skipped = read(web.url())

    assert not events
    assert [one.reason for one in skipped] == ["too_large"]


def test_a_compressed_feed_is_unpacked_up_to_the_cap(web: Web) -> None:
    web.pages["/small"] = page(gzip.compress(PAGE), Content_Encoding="gzip")
    web.pages["/bomb"] = page(gzip.compress(b"0" * 50_000_000), Content_Encoding="gzip")

    assert len(read(web.url("/small"))[0]) == 1
    assert [one.reason for one in read(web.url("/bomb"))[1]] == ["too_large"]


def test_a_server_that_trickles_is_left_at_the_deadline(web: Web) -> None:
    def trickle(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"X")
            time.sleep(0.02)

    web.pages["/calendar.ics"] = trickle
    began = time.monotonic()

    error = failure(web.url(), deadline_s=0.3)

    assert error.code == "deadline"
    assert time.monotonic() - began < 3


def test_a_server_that_trickles_its_head_is_left_at_the_deadline(web: Web) -> None:
    def trickle(handler: Handler) -> None:
        while True:
            handler.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            time.sleep(0.02)

    web.pages["/calendar.ics"] = trickle

    assert failure(web.url(), deadline_s=0.3).code == "deadline"


def test_a_feed_that_breaks_off_is_an_error(web: Web) -> None:
    def half(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(PAGE)))
        handler.end_headers()
        handler.wfile.write(PAGE[:-20])
        handler.close_connection = True

    web.pages["/calendar.ics"] = half

    assert failure(web.url()).code == "bad_answer"


@pytest.mark.parametrize(
    ("status", "code"), [(401, "login_refused"), (404, "no_calendar"), (500, "calendar_refused")]
)
def test_a_refusal_is_said_by_its_kind(web: Web, status: int, code: str) -> None:
    web.pages["/calendar.ics"] = page(b"no", status)

    assert failure(web.url()).code == code


def test_a_login_page_is_no_calendar(web: Web) -> None:
    web.pages["/calendar.ics"] = page(b"<!DOCTYPE html><title>Log in</title>")

    assert failure(web.url()).code == "not_a_calendar"


def test_nobody_at_the_port_is_said(web: Web) -> None:
    with run_web() as gone:
        uri = gone.url()

    assert failure(uri).code == "not_reached"


def test_the_password_is_asked_for_only_where_a_user_is_named(web: Web) -> None:
    asked: list[tuple[str, str]] = []

    def secret(host: str, user: str) -> Secret:
        asked.append((host, user))
        return Secret("password", "käse")

    open_calendar(web.url(), secret=secret).events(START, END, BERLIN)
    assert not asked
    open_calendar(web.url().replace("//", "//anna@"), secret=secret).events(START, END, BERLIN)

    assert asked == [("localhost", "anna")]
    assert web.asked[-1][2]["Authorization"] == "Basic YW5uYTprw6RzZQ=="


def test_a_second_window_costs_no_second_fetch(web: Web) -> None:
    source = open_calendar(web.url())

    source.events(START, END, BERLIN)
    source.events(START, END, BERLIN)

    assert len(web.asked) == 1


def test_a_secret_address_is_not_shown() -> None:
    secret = "private-0123456789abcdef0123"
    first, second = (
        open_calendar(
            f"https://calendar.example/ical/anna%40wir.example/{secret}{n}/basic.ics?key=geheim"
        ).uri
        for n in (1, 2)
    )

    assert first.startswith("https://calendar.example/ical/")
    assert secret not in first
    assert "geheim" not in first
    assert first != second
    assert open_calendar("https://calendar.example/team.ics").uri == "https://calendar.example/team.ics"


@pytest.mark.parametrize(
    ("uri", "code"),
    [
        ("https://anna:geheim@calendar.example/a.ics", "secret_in_uri"),
        ("https:///a.ics", "bad_uri"),
        ("https://calendar.example:99999/a.ics", "bad_uri"),
        ("https://calendar.example/a b.ics", "bad_uri"),
        ("caldavs://calendar.example/", "bad_uri"),
        ("caldavs://anna@calendar.example/?tls=no", "bad_uri"),
        ("caldav://anna@calendar.example/", "plain_refused"),
        ("ftp://calendar.example/a.ics", "unknown_scheme"),
    ],
)
def test_a_wrong_address_is_said_before_anybody_is_asked(uri: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        open_calendar(uri)

    assert caught.value.code == code
    assert "geheim" not in str(caught.value) + caught.value.source
