"""Real servers as pytest fixtures; `tests/conftest.py` names this module as a plugin.

Where a server is not installed the test is skipped with the reason; with HANDOVER_REQUIRE_SERVERS=1 it fails.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator

import pytest

from tests.servers import authority, chromium, dovecot, radicale, smtp_sink

_numbers = itertools.count(1)


def require(reason: str) -> None:
    """Skip the test for *reason*, or fail where servers are required; ``""`` means that all is there."""
    if reason and os.environ.get("HANDOVER_REQUIRE_SERVERS") == "1":
        pytest.fail(f"HANDOVER_REQUIRE_SERVERS=1, but {reason}")
    if reason:
        pytest.skip(reason)


@pytest.fixture(scope="session")
def dovecot_server() -> Iterator[dovecot.Dovecot]:
    """One Dovecot for all tests of a run; each test takes a mailbox of its own (`imap_user`)."""
    require(dovecot.missing() or authority.missing())
    with dovecot.run_dovecot() as server:
        yield server


@pytest.fixture
def imap_user() -> str:
    """A user name nobody else has: an empty mailbox."""
    return f"user{os.getpid()}x{next(_numbers)}"


@pytest.fixture
def imap_admin(dovecot_server: dovecot.Dovecot, imap_user: str) -> Iterator[dovecot.Admin]:
    """The other person at the mailbox of `imap_user`."""
    with dovecot_server.admin(imap_user) as admin:
        yield admin


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> authority.Certificate:
    """A server certificate for localhost by an authority of its own."""
    require(authority.missing())
    return authority.make_certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def smtp_sink_server() -> Iterator[smtp_sink.Sink]:
    """A fresh SMTP server without encryption that takes everything."""
    require(smtp_sink.missing())
    with smtp_sink.run_smtp_sink() as sink:
        yield sink


@pytest.fixture
def smtp_tls_sink_server(certificate: authority.Certificate) -> Iterator[smtp_sink.Sink]:
    """A fresh SMTP server that wants STARTTLS and a login."""
    require(smtp_sink.missing())
    with smtp_sink.run_smtp_sink(certificate=certificate, login=True) as sink:
        yield sink


@pytest.fixture(scope="session")
def radicale_server() -> Iterator[radicale.Radicale]:
    """One CalDAV server for all tests of a run; each test may make a calendar of its own."""
    require(radicale.missing())
    with radicale.run_radicale() as server:
        yield server


@pytest.fixture(scope="session")
def radicale_tls_server(certificate: authority.Certificate) -> Iterator[radicale.Radicale]:
    """The same over https."""
    require(radicale.missing())
    with radicale.run_radicale(certificate=certificate) as server:
        yield server


@pytest.fixture(scope="module")
def chromium_browser() -> Iterator[chromium.Chromium]:
    """One Chromium for the tests of a file, each in windows of its own. While it runs, nobody else can use asyncio."""
    require(chromium.missing())
    with chromium.run_chromium() as browser:
        yield browser
