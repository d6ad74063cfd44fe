"""A real Dovecot 2.3 for tests: without root rights, on 127.0.0.1 only, gone without a trace afterwards.

Any user name is let in with the password `PASSWORD`, so each test takes a mailbox of its own from one server.
XOAUTH2 and OAUTHBEARER take tokens made by `make_token`. Folders with a special use have German names, as on
many real servers. `Admin` is the other person at the same mailbox: it delivers, deletes and renames.
"""

from __future__ import annotations

import base64
import contextlib
import grp
import hashlib
import hmac
import imaplib
import json
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.servers.authority import Certificate, make_certificate
from tests.servers.ports import free_ports

PASSWORD = "nur-zum-testen"
TOKEN_KEY = b"a key that signs nothing of value"
SENT, DRAFTS, TRASH, JUNK = "Gesendete Objekte", "Entwürfe", "Papierkorb", "Unerwünscht"

CONFIGURATION = """
protocols = imap
listen = 127.0.0.1
base_dir = {home}/run
state_dir = {home}/run
log_path = {home}/log
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = {uid}
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2 oauthbearer
mail_location = maildir:~/mail
mail_plugins = zlib
mail_max_userip_connections = 100
mailbox_list_index = yes
ssl = {ssl}
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {home}/oauth2.conf
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/users/%u
}}
protocol imap {{
  mail_plugins = zlib imap_zlib
}}
auth_failure_delay = 0
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox "{sent}" {{
    auto = create
    special_use = \\Sent
  }}
  mailbox "{drafts}" {{
    auto = create
    special_use = \\Drafts
  }}
  mailbox "{trash}" {{
    auto = create
    special_use = \\Trash
  }}
  mailbox "{junk}" {{
    auto = create
    special_use = \\Junk
  }}
}}
"""

TOKENS = """
introspection_mode = local
local_validation_key_dict = fs:posix:prefix={home}/keys/
username_attribute = sub
"""


def missing() -> str:
    """Tell why Dovecot cannot be started here, or return ``""``."""
    program = _program()
    if not os.path.exists(program):
        return "dovecot is not installed (Debian: dovecot-imapd)"
    said = subprocess.run(
        [program, "--version"], capture_output=True, text=True, timeout=10, check=False
    ).stdout
    return (
        ""
        if said.startswith("2.3.")
        else f"the test configuration is for Dovecot 2.3, found {said.strip()!r}"
    )


@dataclass(frozen=True)
class Dovecot:
    """A running server: its ports, the file of its certificate authority, and where it keeps its things."""

    port: int
    tls_port: int
    authority: Path | None
    home: Path

    def uri(self, user: str) -> str:
        return f"imap://{user}@127.0.0.1:{self.port}"

    def tls_uri(self, user: str, *, starttls: bool = False) -> str:
        if starttls:
            return f"imap://{user}@localhost:{self.port}?tls=starttls&ca={self.authority}"
        return f"imaps://{user}@localhost:{self.tls_port}?ca={self.authority}"

    def admin(self, user: str) -> Admin:
        return Admin(self.port, user)

    def log(self) -> str:
        return (self.home / "log").read_text(errors="replace")


class Admin:
    """The other person at the same mailbox: a plain imaplib connection that may change things."""

    def __init__(self, port: int, user: str) -> None:
        self.imap = imaplib.IMAP4("127.0.0.1", port, timeout=20)
        self.imap.login(user, PASSWORD)

    def deliver(self, messages: Iterable[bytes], folder: str = "INBOX") -> None:
        """Append each message, as a delivery would."""
        for message in messages:
            _ok(self.imap.append(quote(folder), "", "", _crlf(message)))

    def create(self, folder: str) -> None:
        _ok(self.imap.create(quote(folder)))

    def delete(self, folder: str) -> None:
        _ok(self.imap.delete(quote(folder)))

    def expunge(self, numbers: str, folder: str = "INBOX") -> None:
        """Delete the messages with these sequence numbers for good."""
        _ok(self.imap.select(quote(folder)))
        _ok(self.imap.store(numbers, "+FLAGS.SILENT", r"(\Deleted)"))
        _ok(self.imap.expunge())
        _ok(self.imap.unselect())

    def flags(self, folder: str = "INBOX") -> list[bytes]:
        """Return what the server says of the flags of every message."""
        _ok(self.imap.select(quote(folder), readonly=True))
        answer = _ok(self.imap.fetch("1:*", "(FLAGS)"))
        _ok(self.imap.unselect())
        return [line for line in answer if isinstance(line, bytes)]

    def close(self) -> None:
        self.imap.logout()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@contextlib.contextmanager
def run_dovecot(*, tls: bool = True, mail: Path | None = None, user: str = "erika") -> Iterator[Dovecot]:
    """Run a server until the block ends; *mail* is a Maildir tree that *user* is to find in the mailbox."""
    home = Path(tempfile.mkdtemp(prefix="dc"))
    process: subprocess.Popen[bytes] | None = None
    try:
        account = pwd.getpwuid(os.getuid()) if os.getuid() else pwd.getpwnam("nobody")
        certificate = make_certificate(home / "tls") if tls else None
        port, tls_port = free_ports(2)
        _write_configuration(home, account, certificate, port, tls_port)
        (home / "users").mkdir()
        if mail:
            _lay_out(mail, home / "users" / user / "mail")
        if not os.getuid():
            _give_away(home, account)
        process = _start(home, account)
        _await_greeting(port, process, home)
        yield Dovecot(port, tls_port, certificate.authority if certificate else None, home)
    finally:
        if process is not None:
            _stop(process)
        shutil.rmtree(home, ignore_errors=True)


def make_token(user: str, *, valid_s: int = 600) -> str:
    """Return a bearer token (a JWT signed with HS256) that the server takes for *user*."""
    now = int(time.time())
    body = {"sub": user, "iat": now - 5, "nbf": now - 5, "exp": now + valid_s}
    head = {"alg": "HS256", "typ": "JWT", "kid": "default"}
    signed = ".".join(_base64url(json.dumps(part).encode()) for part in (head, body))
    seal = hmac.new(TOKEN_KEY, signed.encode(), hashlib.sha256).digest()
    return f"{signed}.{_base64url(seal)}"


def quote(folder: str) -> str:
    """Return a folder name as imaplib wants it: modified UTF-7, quoted."""
    from imapclient.imap_utf7 import encode

    name = encode(folder).decode("ascii").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{name}"'


def _write_configuration(
    home: Path, account: pwd.struct_passwd, certificate: Certificate | None, port: int, tls_port: int
) -> None:
    ssl = "no"
    if certificate:
        ssl = f"yes\nssl_cert = <{certificate.server}\nssl_key = <{certificate.key}"
    text = CONFIGURATION.format(
        home=home, user=account.pw_name, group=grp.getgrgid(account.pw_gid).gr_name, uid=account.pw_uid,
        gid=account.pw_gid, port=port, tls_port=tls_port, ssl=ssl, password=PASSWORD,
        sent=SENT, drafts=DRAFTS, trash=TRASH, junk=JUNK,
    )  # fmt: skip
    (home / "dovecot.conf").write_text(text, encoding="utf-8")
    (home / "oauth2.conf").write_text(TOKENS.format(home=home))
    keys = home / "keys" / "default" / "HS256"
    keys.mkdir(parents=True)
    (keys / "default").write_text(base64.b64encode(TOKEN_KEY).decode())


def _lay_out(mail: Path, target: Path) -> None:
    for folder, _, names in os.walk(mail):
        place = target / Path(folder).relative_to(mail)
        place.mkdir(parents=True, exist_ok=True)
        for name in names:
            if not name.startswith("dovecot"):
                shutil.copyfile(Path(folder) / name, place / name)
    sent = target / ".Sent"
    if sent.is_dir():
        sent.rename(target / f".{SENT}")


def _give_away(home: Path, account: pwd.struct_passwd) -> None:
    for folder, _, names in os.walk(home):
        for path in (folder, *(os.path.join(folder, name) for name in names)):
            os.chown(path, account.pw_uid, account.pw_gid)


def _start(home: Path, account: pwd.struct_passwd) -> subprocess.Popen[bytes]:
    command = [_program(), "-F", "-c", str(home / "dovecot.conf")]
    with (home / "out").open("wb") as out:
        if os.getuid():
            return subprocess.Popen(command, stdout=out, stderr=out)
        return subprocess.Popen(
            command, stdout=out, stderr=out, user=account.pw_uid, group=account.pw_gid, extra_groups=[]
        )


def _await_greeting(port: int, process: subprocess.Popen[bytes], home: Path) -> None:
    for pause in (0.01, 0.02, 0.05, *[0.1] * 100):
        if process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1) as probe:
                if probe.recv(4) == b"* OK":
                    return
            time.sleep(pause)
    logs = "\n".join(
        path.read_text(errors="replace") for path in (home / "out", home / "log") if path.exists()
    )
    raise RuntimeError(f"Dovecot did not start: {logs}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(4)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)


def _program() -> str:
    return shutil.which("dovecot") or "/usr/sbin/dovecot"


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _crlf(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _ok(answer: tuple[str, Any]) -> list[Any]:
    if answer[0] != "OK":
        raise RuntimeError(f"the test server refused: {answer[1]!r}")
    return list(answer[1])
