"""What ``[checks.NAME]`` may hold: the options that the check itself declares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from handover.config.file import ConfigurationError
from handover.config.listing import Row
from handover.config.settings import Settings
from handover.errors import UsageError
from handover.i18n import N_


def verify(settings: Settings) -> None:
    """Refuse checks and options that do not exist, and values of another type than their default's."""
    if settings.checks and (mistakes := tuple(_mistakes(settings))):
        raise ConfigurationError(mistakes)


def rows(settings: Settings) -> Iterator[Row]:
    """Yield the options of every check and where they come from."""
    from handover.checks.base import all_checks

    for name, check in all_checks().items():
        given = settings.checks.get(name, {})
        for option in check.options:
            origin = settings.origins[f"checks.{name}"] if option.name in given else "default"
            value = given.get(option.name, option.default)
            shown = list(value) if isinstance(value, tuple | set | frozenset) else value
            yield Row(f"checks.{name}.{option.name}", shown, origin)


def _mistakes(settings: Settings) -> Iterator[UsageError]:
    from handover.checks.base import all_checks

    known = all_checks()
    for name, given in settings.checks.items():
        where = settings.origins[f"checks.{name}"]
        if name not in known:
            yield _unknown(name, list(known), where)
            continue
        defaults = {option.name: option.default for option in known[name].options}
        for option, value in given.items():
            if option not in defaults:
                yield _unknown(option, list(defaults), where)
            elif not _fits(value, defaults[option]):
                yield UsageError(
                    "configuration",
                    N_("“{name}” needs a value like {example}"),
                    source=where,
                    name=option,
                    example=repr(defaults[option]),
                )


def _fits(value: Any, default: Any) -> bool:
    """A whole number is good where a fraction is expected; true and false are no numbers."""
    if isinstance(default, bool) or isinstance(value, bool):
        return type(value) is type(default)
    if isinstance(default, float):
        return isinstance(value, int | float)
    if isinstance(default, list | tuple | set | frozenset):
        return isinstance(value, list)
    if isinstance(default, Mapping):
        return isinstance(value, dict)
    return isinstance(value, type(default))


def _unknown(name: str, known: list[str], where: str) -> UsageError:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    text = (
        N_("“{name}” is no key that is known here; did you mean “{near}”?")
        if near
        else N_("“{name}” is no key that is known here")
    )
    return UsageError("configuration", text, source=where, name=name, near="".join(near))
