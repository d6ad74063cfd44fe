"""Runs that nobody watches: a start that is not everybody's, and a dead-man switch that hears how they ended."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from handover.cli import schedule
from handover.deliver.ping import check_url, ping
from handover.errors import UsageError
from tests.conftest import Handover


class Switch:
    """A server that keeps what it is asked, headers and all."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.status = 200
        switch = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                switch.asked.append((self.path, dict(self.headers.items())))
                self.send_response(switch.status)
                self.send_header("Location", "/elsewhere")
                self.end_headers()

            def log_message(self, *_arguments: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/ping/1234"


@pytest.fixture
def switch() -> Iterator[Switch]:
    made = Switch()
    serving = threading.Thread(target=made.server.serve_forever, kwargs={"poll_interval": 0.01})
    serving.start()
    yield made
    made.server.shutdown()
    serving.join()
    made.server.server_close()


@pytest.fixture
def at_empty(tmp_path: Path) -> list[str]:
    (tmp_path / "Maildir" / "cur").mkdir(parents=True)
    where = ["--mail", str(tmp_path / "Maildir"), "--me", "anna@wir.example", "--lang", "en"]
    return ["briefing", *where, "--now", "2026-11-23T07:00"]


def test_a_good_run_asks_for_the_address_and_tells_nothing_else(
    handover: Handover, at_empty: list[str], switch: Switch
):
    run = handover(*at_empty, "--ping-url", switch.url)

    [(path, headers)] = switch.asked
    assert run.code == 0
    assert path == "/ping/1234"
    assert set(headers) == {"Host"}


def test_a_run_that_fails_asks_for_the_address_of_failures(
    handover: Handover, at_empty: list[str], switch: Switch, tmp_path: Path
):
    lost = ("--mail-to", "chefin@wir.example", "--smtp", "smtp://127.0.0.1:9")
    not_sent = handover(*at_empty, *lost, "--ping-url", f"{switch.url}?rid=7")
    (tmp_path / "Maildir" / "cur").rmdir()
    (tmp_path / "Maildir").rmdir()
    not_read = handover(*at_empty, "--ping-url", switch.url, "--no-sync", "--me", "ben@wir.example")
    other = [*at_empty[:2], str(tmp_path / "nowhere"), *at_empty[3:]]
    no_box = handover(*other, "--ping-url", switch.url)

    assert (not_sent.code, not_read.code, no_box.code) == (5, 0, 3)
    assert [path for path, _headers in switch.asked] == ["/ping/1234/fail?rid=7", "/ping/1234", "/ping/1234/fail"]


@pytest.mark.parametrize("status", [301, 404, 500])
def test_a_switch_that_does_not_answer_well_is_a_note_and_changes_nothing(
    handover: Handover, at_empty: list[str], switch: Switch, status: int
):
    switch.status = status
    run = handover(*at_empty, "--ping-url", switch.url)

    assert run.code == 0
    assert f"HTTP {status}" in run.err
    assert len(switch.asked) == 1


def test_a_switch_that_is_not_there_is_a_note(handover: Handover, at_empty: list[str]):
    run = handover(*at_empty, "--ping-url", "http://127.0.0.1:9/x")

    assert run.code == 0
    assert "127.0.0.1" in run.err


def test_a_switch_that_dribbles_is_left_after_its_time():
    with socket.create_server(("127.0.0.1", 0)) as server:
        begun = time.monotonic()
        notice = ping(f"http://127.0.0.1:{server.getsockname()[1]}/", timeout=0.2)

    assert notice is not None
    assert "timed out" in str(notice)
    assert time.monotonic() - begun < 5


def test_a_configured_address_is_for_the_mailing_alone(
    handover: Handover, at_empty: list[str], switch: Switch, tmp_path: Path
):
    config = tmp_path / "config.toml"
    config.write_text(f'[briefing]\nping_url = "{switch.url}"\n')
    handover(*at_empty, "-c", config)
    handover(*at_empty, "-c", config, "--mail-to", "chefin@wir.example", "--dry-run")
    by_hand = len(switch.asked)
    handover(*at_empty, "-c", config, "--mail-to", "chefin@wir.example", "--smtp", "smtp://127.0.0.1:9")

    assert by_hand == 0
    assert [path for path, _headers in switch.asked] == ["/ping/1234/fail"]


@pytest.mark.parametrize(
    "url",
    [
        "http://hc-ping.com/1", "ftp://localhost/1", "hc-ping.com/1", "https://", "https://a:b@hc-ping.com/1",
        "https://hc-ping.com/a b", "https://hc-ping.com/\r\nX: 1", "http://[::1", "https://hc-ping.com:x/1",
    ],
)  # fmt: skip
def test_addresses_that_would_leave_in_the_clear_or_are_none_are_refused(url: str):
    with pytest.raises(UsageError):
        check_url(url)


def test_nobody_is_asked_where_the_address_is_refused(handover: Handover, at_empty: list[str]):
    run = handover(*at_empty, "--ping-url", "http://hc-ping.com/secret")

    assert run.code == 2
    assert "secret" not in run.err


def test_jitter_waits_a_part_of_its_minutes_before_anything_else(
    handover: Handover, at_empty: list[str], monkeypatch: pytest.MonkeyPatch
):
    waited: list[float] = []
    monkeypatch.setattr(schedule, "pause", waited.append)
    for _ in range(20):
        handover(*at_empty, "--jitter", "2", "--week", "nonsense")

    assert len(waited) == 20
    assert all(0 <= seconds <= 120 for seconds in waited)
    assert max(waited) - min(waited) > 1


def test_a_person_at_a_terminal_does_not_wait(
    handover: Handover, at_empty: list[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(schedule, "is_watched", lambda: True)
    monkeypatch.setattr(schedule, "pause", lambda _seconds: pytest.fail("it waited"))

    assert handover(*at_empty, "--jitter", "30").code == 0


@pytest.mark.parametrize("minutes", ["-1", "1e9", "soon"])
def test_a_jitter_that_makes_no_sense_is_refused(handover: Handover, at_empty: list[str], minutes: str):
    assert handover(*at_empty, "--jitter", minutes).code == 2
