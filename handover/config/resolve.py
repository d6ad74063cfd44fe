"""From options, environment and file to `Settings`: the first of them that says something wins."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from handover.config.dates import timestamp
from handover.config.file import ConfigFile, read_file
from handover.config.lines import Path as KeyPath
from handover.config.places import config_path, state_dir, words_path
from handover.config.schema import ACCOUNT, COMMON, OWN, SECTIONS, Key
from handover.config.settings import Account, AnswerHours, Deputy, Settings, WeeklyMail
from handover.config.values import Named, Wrong, text
from handover.config.zone import system_zone
from handover.errors import UsageError
from handover.i18n import N_
from handover.model import Person
from handover.worktime import WorkCalendar

if TYPE_CHECKING:
    from handover.language.own_words import OwnWord

_SCHEME = re.compile(r"[a-z]{2,}:")

Clock = Callable[[ZoneInfo], datetime]


def resolve(options: Mapping[str, Any], clock: Clock) -> Settings:
    """Return the settings of a run; *options* by their names (without value: None, empty or absent).

    Raises `UsageError` for whatever does not fit, with all mistakes of a file at once.
    """
    path = config_path(options.get("config"))
    file = read_file(Path(path)) if path else ConfigFile()
    return _Resolver(options, file, _owner(options, file)).settings(clock)


def resolve_team(options: Mapping[str, Any], clock: Clock) -> tuple[Settings, ...]:
    """Return the settings of all owners that the configuration names, in its order; of one, where one is asked for."""
    path = config_path(options.get("config"))
    names = _owners(read_file(Path(path))) if path else []
    if options.get("owner") or options.get("mail") or len(names) < 2:
        return (resolve(options, clock),)
    first = resolve({**options, "owner": names[0]}, clock)
    others = (resolve({**options, "owner": name}, first.now.astimezone) for name in names[1:])
    return (first, *others)


def _owners(file: ConfigFile) -> list[str]:
    return [file.values.get(("owner", number, "name"), "") for number in range(file.count(("owner",)))]


def _owner(options: Mapping[str, Any], file: ConfigFile) -> KeyPath:
    """Return the key path of the owner that this run is about: ``()`` where the file has no ``[[owner]]``."""
    if options.get("any_owner"):
        return ()
    names = _owners(file)
    wanted = options.get("owner")
    if not wanted and len(names) > 1 and not options.get("mail"):
        raise UsageError(
            "which-owner",
            N_("The configuration names several owners: {names}."),
            hint=N_("Say which one with --owner NAME."),
            names=", ".join(names),
        )
    if not names or (not wanted and options.get("mail")):
        return ()
    fitting = [
        number for number, name in enumerate(names) if not wanted or wanted.casefold() in name.casefold()
    ]
    exact = [number for number in fitting if wanted and names[number].casefold() == wanted.casefold()]
    if len(exact or fitting) != 1:
        raise UsageError(
            "no-such-owner",
            N_("“{name}” names no owner, or several; there are: {names}."),
            hint=N_("Write the name as the configuration does."),
            name=wanted,
            names=", ".join(names),
        )
    return ("owner", (exact or fitting)[0])


class _Resolver:
    """Asks option, environment and file for each value and remembers who answered."""

    def __init__(self, options: Mapping[str, Any], file: ConfigFile, owner: KeyPath) -> None:
        self.options = options
        self.file = file
        self.owner = owner
        self.folder = file.path.absolute().parent if file.path else Path()
        self.words_file = Path(words_path(options.get("config")))
        self.origins: dict[str, str] = {}

    def settings(self, clock: Clock) -> Settings:
        zone = self.zone()
        now, given = self.now(zone, clock)
        return Settings(
            now=now,
            now_given=given,
            zone=zone,
            work=self.work(zone),
            owner=self.own("name"),
            accounts=self.accounts("mail"),
            calendar_accounts=self.accounts("calendar"),
            me=self.own("me"),
            team=self.team(),
            team_addresses=(*self.value(("colleagues",), COMMON["colleagues"], "team"), *self.other_owners()),
            managers=self.own("manager"),
            deputies=tuple(Deputy(*pair) for pair in self.own("deputy")),
            deputy_calendars=self.deputy_calendars(),
            customers_file=self.customers(),
            lang=self.options.get("spoken") or "en",
            sync=not self.options.get("no_sync"),
            fail_on=self.value(("fail_on",), COMMON["fail_on"]),
            answer_hours=AnswerHours(**self.section("answer_hours")),
            retention_days=self.value(("retention_days",), COMMON["retention_days"]),
            checks=self.checks(),
            words=self.words(),
            words_file=self.words_file,
            state_dir=Path(state_dir()),
            debug=bool(self.options.get("debug")),
            **self.section("delivery"),
            weekly=WeeklyMail(**self.section("briefing")),
            origins=self.origins,
        )

    def value(self, key: KeyPath, schema: Key, option: str = "") -> Any:
        """Return the value of *key*: option, file, default."""
        name = ".".join(str(part) for part in key if not isinstance(part, int))
        given = self.options.get(option or str(key[-1]))
        if given not in (None, (), ""):
            self.origins[name] = f"--{(option or str(key[-1])).replace('_', '-')}"
            return _checked(schema, given, self.origins[name])
        if key in self.file.values:
            self.origins[name] = self.file.origin(key)
            return self.file.values[key]
        self.origins[name] = "default"
        return None if schema.default == "" and schema.read is not text else schema.read(schema.default)

    def own(self, name: str) -> Any:
        """Return a value of the owner: option, ``[[owner]]``, top of the file, default."""
        of_owner = (*self.owner, name)
        value = self.value(of_owner if of_owner in self.file.values else (name,), OWN[name])
        self.origins[name] = self.origins.pop(f"owner.{name}", self.origins.get(name, "default"))
        return value

    def section(self, name: str) -> dict[str, Any]:
        return {key: self.value((name, key), schema) for key, schema in SECTIONS[name].items()}

    def zone(self) -> ZoneInfo:
        zone: ZoneInfo | None = self.own("zone")
        if zone is None:
            zone, self.origins["zone"] = system_zone()
        return zone

    def now(self, zone: ZoneInfo, clock: Clock) -> tuple[datetime, bool]:
        given = self.options.get("now")
        self.origins["now"] = "--now" if given else "clock"
        return (timestamp(given, zone), True) if given else (clock(zone), False)

    def work(self, zone: ZoneInfo) -> WorkCalendar:
        values = self.section("work")
        if values["start"] >= values["end"]:
            raise UsageError(
                "working-time",
                N_("The working day ends before it begins."),
                hint=N_("Set start and end in [work]."),
                source=self.origins["work.end"],
            )
        return WorkCalendar(zone, **values)

    def accounts(self, kind: str) -> tuple[Account, ...]:
        """Return the places of *kind* (``mail``, ``calendar``): those of the options, else of the file."""
        if given := self.options.get(kind):
            self.origins[kind] = f"--{kind}"
            secrets = self.options_secrets()
            if not all(uri.strip() for uri in given):  # a script's unset variable would mean "here"
                wanted = N_("a path or an address such as imaps://user@host is expected")
                raise UsageError("bad-option", wanted, source=self.origins[kind])
            return tuple(Account(_uri(uri), *secrets) for uri in given)
        plain = tuple(Account(_uri(uri, self.folder)) for uri in self.own(kind))
        tables = tuple(self.tables(kind))
        if tables:
            self.origins[kind] = self.file.origin((*self.owner, "account", 0))
        return plain + tables

    def options_secrets(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        found = []
        for name in ("password_command", "token_command"):
            given = self.options.get(name)
            found.append(_checked(ACCOUNT.keys[name], given, f"--{name.replace('_', '-')}") if given else ())
        return found[0], found[1]

    def tables(self, kind: str) -> list[Account]:
        at = (*self.owner, "account")
        found = []
        for number in range(self.file.count(at)):
            values = {key: self.file.values.get((*at, number, key)) for key in ACCOUNT.keys}
            if uri := values.pop(kind, None):
                values.pop("calendar" if kind == "mail" else "mail")
                uri = _uri(uri, self.folder)
                found.append(Account(uri, **{k: v for k, v in values.items() if v is not None}))
        return found

    def deputy_calendars(self) -> dict[str, str]:
        pairs: tuple[Named, ...] = self.own("deputy_calendar")
        base = self.base("deputy_calendar")
        return {pair.address: _uri(pair.value, base) for pair in pairs if pair.value}

    def customers(self) -> Path | None:
        path: Path | None = self.own("customers")
        return path and self.base("customers") / path

    def words(self) -> tuple[OwnWord, ...]:
        """Return the user's own words; without the file, none, and nothing is loaded for it."""
        if not os.path.lexists(self.words_file):
            return ()
        from handover.config.wordfile import read_words

        self.origins["words"] = str(self.words_file)
        return read_words(self.words_file)

    def base(self, name: str) -> Path:
        """Return what relative paths in the value *name* start from: the file's folder, or the current one."""
        return Path() if self.origins[name].startswith("--") else self.folder

    def team(self) -> tuple[Person, ...]:
        people = []
        for number in range(self.file.count(("team",))):
            values = {
                str(key[2]): value for key, value in self.file.values.items() if key[:2] == ("team", number)
            }
            values["zone"] = str(values.get("zone", ""))
            people.append(Person(**values))
        return tuple(people)

    def other_owners(self) -> tuple[str, ...]:
        """Colleagues' mailboxes count as team."""
        found: list[str] = []
        for key, value in self.file.values.items():
            if key[0] == "owner" and key[-1] == "me" and key[:-1] != self.owner:
                found += [address.address for address in value]
        return tuple(found)

    def checks(self) -> dict[str, Mapping[str, object]]:
        found = {}
        for key, value in self.file.values.items():
            if key[0] == "checks":
                found[str(key[1])] = value
                self.origins[f"checks.{key[1]}"] = self.file.origin(key)
        return found


def _checked(schema: Key, given: Any, origin: str) -> Any:
    try:
        return schema.read(list(given) if isinstance(given, tuple) else given)
    except Wrong as wrong:
        raise UsageError("bad-option", wrong.text, source=origin, **wrong.values) from wrong


def _uri(written: str, base: Path = Path()) -> str:
    """Return *written* as an absolute path, starting from *base*; what has a scheme stays as it is."""
    path = base / Path(written).expanduser()
    if "://" in written or (_SCHEME.match(written) and not os.path.lexists(path)):
        return written
    return os.path.abspath(path)
