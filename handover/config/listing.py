"""Every value of a run and where it comes from, for `config show`. Never a secret: it holds none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, NamedTuple

from handover.config.settings import Account, Settings
from handover.config.values import DAYS
from handover.model import Address, Person, Severity

if TYPE_CHECKING:
    from handover.language.own_words import OwnWord


class Row(NamedTuple):
    """One value as JSON knows it, and its origin: an option, a variable, ``config.toml:LINE``, ``default``."""

    key: str
    value: Any
    origin: str


def rows(settings: Settings) -> Iterator[Row]:
    """Yield every setting that can be configured, in the order of the manual."""
    values: dict[str, Any] = {
        "name": settings.owner,
        "me": settings.me,
        "mail": settings.accounts,
        "calendar": settings.calendar_accounts,
        "team": settings.team,
        "colleagues": settings.team_addresses,
        "manager": settings.managers,
        "deputy": [f"{deputy.address}={deputy.area}".rstrip("=") for deputy in settings.deputies],
        "deputy_calendar": settings.deputy_calendars,
        "customers": settings.customers_file,
        "now": settings.now,
        "zone": settings.zone,
        "lang": settings.lang,
        "fail_on": settings.fail_on,
        "retention_days": settings.retention_days,
        "work.start": settings.work.start,
        "work.end": settings.work.end,
        "work.days": [DAYS[number].title() for number in sorted(settings.work.days)],
        "work.region": settings.work.region,
        **{f"answer_hours.{name}": value for name, value in settings.answer_hours._asdict().items()},
        "delivery.smtp": settings.smtp,
        "delivery.mail_from": settings.mail_from,
        "delivery.smtp_password_command": settings.smtp_password_command,
        "delivery.trusted_server": settings.trusted_server,
        **{f"briefing.{name}": value for name, value in settings.weekly._asdict().items()},
        "words": [_word(word) for word in settings.words],
        "state_dir": settings.state_dir,
    }
    for key, value in values.items():
        yield Row(key, _plain(value), settings.origins.get(key, "default"))


def _plain(value: Any) -> Any:
    """Write a value with JSON's own types."""
    if isinstance(value, str | int | float | None) and not isinstance(value, Severity):
        return value
    if isinstance(value, Severity):
        return value.word
    if isinstance(value, Address):
        return f"{value.name} <{value.address}>" if value.name else value.address
    if isinstance(value, Account):
        return _account(value)
    if isinstance(value, Person):
        return f"{value.name} <{value.address}>"
    if isinstance(value, datetime | time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, Mapping):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple | frozenset):
        return [_plain(item) for item in value]
    return str(value)


def _word(word: OwnWord) -> str:
    where = f" ({word.lang})" if word.lang else ""
    return f"{word.family or 'mute'}: {word.text}{where}"


def _account(account: Account) -> str:
    ways = {"password_command": account.password_command, "token_command": account.token_command}
    return " ".join(
        [account.uri, *(f"({name}: {command[0]} …)" for name, command in ways.items() if command)]
    )
