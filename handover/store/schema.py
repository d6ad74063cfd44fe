"""The tables of ``mail.sqlite``: derived from the mail, may be deleted at any time.

Moments are microseconds since 1970. ``message.gone``: 0 lies in the mailbox, 1 deleted by you, 2 to be read
again. ``content`` holds text, signals and the lesser headers, deflated (see `rows`). A ``party`` is somebody as
mails name them: an address, or a display name where a list hid the address, or the caller of a phone note;
``people`` turns parties into roles and customers. ``link`` keeps keyed hashes of message-ids.
``location.message`` is 0 for a mail that is too old to be kept, -1 for one of a person whose data was deleted on
request. ``outdated`` holds the keys whose signals are still those of older rules. *last* is when a request or promise
was mentioned last; *period* numbers stretches of time, so that the facts of the latest are found without the others'.
"""

from __future__ import annotations

VERSION = 3
APPLICATION = 0x68616E64

EVER = 2**62
"""The *last* of a request or promise, or the period of a fact, that matters however long ago it was."""

TABLES = f"""
CREATE TABLE meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE fingerprint(stage TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE message(
  id INTEGER PRIMARY KEY, key NOT NULL UNIQUE, message_id TEXT, thread INTEGER NOT NULL,
  date INTEGER NOT NULL, arrived INTEGER NOT NULL, sender INTEGER NOT NULL, parties TEXT NOT NULL,
  subject TEXT NOT NULL, automatic TEXT, language TEXT NOT NULL, size INTEGER NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0);
CREATE INDEX message_thread ON message(thread);
CREATE INDEX message_arrived ON message(arrived);
CREATE TABLE content(id INTEGER PRIMARY KEY, data BLOB NOT NULL);

CREATE TABLE thread(
  id INTEGER PRIMARY KEY, parent INTEGER, size INTEGER NOT NULL, date INTEGER NOT NULL, name TEXT NOT NULL);
CREATE INDEX thread_parent ON thread(parent) WHERE parent IS NOT NULL;
CREATE TABLE link(id INTEGER PRIMARY KEY, thread INTEGER NOT NULL);

CREATE TABLE party(
  id INTEGER PRIMARY KEY, address TEXT NOT NULL, name TEXT NOT NULL, via TEXT NOT NULL, note TEXT NOT NULL,
  role TEXT, customer TEXT, UNIQUE(address, name, via, note));
CREATE INDEX party_customer ON party(customer) WHERE customer IS NOT NULL;
CREATE TABLE naming(
  party INTEGER, name TEXT, sent INTEGER NOT NULL, received INTEGER NOT NULL,
  PRIMARY KEY(party, name)) WITHOUT ROWID;
CREATE TABLE involvement(
  party INTEGER, message INTEGER, fields INTEGER NOT NULL, PRIMARY KEY(party, message)) WITHOUT ROWID;

CREATE TABLE folder(
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, mark TEXT,
  count INTEGER NOT NULL DEFAULT 0, oldest INTEGER, newest INTEGER, resetting INTEGER NOT NULL DEFAULT 0,
  error TEXT, UNIQUE(source, name));
CREATE TABLE location(
  message INTEGER, folder INTEGER, locator TEXT, stale INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(message, folder, locator)) WITHOUT ROWID;
CREATE TABLE skipped(
  folder INTEGER, locator TEXT, reason TEXT NOT NULL, detail TEXT NOT NULL, noted INTEGER NOT NULL,
  PRIMARY KEY(folder, locator)) WITHOUT ROWID;
CREATE TABLE forgotten(hash BLOB PRIMARY KEY) WITHOUT ROWID;

CREATE TABLE outdated(key PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE dirty_message(id INTEGER PRIMARY KEY);
CREATE TABLE dirty_customer(customer TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE request(
  id TEXT PRIMARY KEY, customer TEXT NOT NULL, waiting INTEGER NOT NULL, opened INTEGER NOT NULL, data NOT NULL,
  last INTEGER NOT NULL DEFAULT {EVER});
CREATE INDEX request_customer ON request(customer);
CREATE INDEX request_last ON request(last);
CREATE INDEX request_waiting ON request(opened) WHERE waiting;
CREATE TABLE promise(
  id TEXT PRIMARY KEY, customer TEXT NOT NULL, pending INTEGER NOT NULL, due INTEGER, data NOT NULL,
  last INTEGER NOT NULL DEFAULT {EVER});
CREATE INDEX promise_customer ON promise(customer);
CREATE INDEX promise_last ON promise(last);
CREATE INDEX promise_pending ON promise(due) WHERE pending;
CREATE TABLE fact(
  name TEXT, period INTEGER, customer TEXT, data NOT NULL, PRIMARY KEY(name, period, customer)) WITHOUT ROWID;
CREATE INDEX fact_customer ON fact(customer);
"""

_BY_PERIOD = """
ALTER TABLE request ADD COLUMN last INTEGER NOT NULL DEFAULT 4611686018427387904;
CREATE INDEX request_last ON request(last);
ALTER TABLE promise ADD COLUMN last INTEGER NOT NULL DEFAULT 4611686018427387904;
CREATE INDEX promise_last ON promise(last);
ALTER TABLE fact RENAME TO fact_whole;
CREATE TABLE fact(
  name TEXT, period INTEGER, customer TEXT, data NOT NULL, PRIMARY KEY(name, period, customer)) WITHOUT ROWID;
CREATE INDEX fact_customer ON fact(customer);
INSERT INTO fact SELECT name, 4611686018427387904, customer, data FROM fact_whole;
DROP TABLE fact_whole;
DELETE FROM fingerprint WHERE stage='ledger'
"""
"""Until facts are made anew, each counts as mentioned just now: nothing is missing, only slower."""

MIGRATIONS: dict[int, str] = {1: "CREATE TABLE outdated(key PRIMARY KEY) WITHOUT ROWID", 2: _BY_PERIOD}
"""From version N to N + 1: the statements that change the tables."""
