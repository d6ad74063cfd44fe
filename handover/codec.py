"""The types of `handover.model` as compact JSON, made from their annotations.

Dataclasses become objects without the fields that hold their default, named tuples become lists, moments
microseconds since 1970 in UTC. Reading ignores unknown fields and fills missing ones with their default, so a
new field with a default needs no migration. It knows the kinds of types that the model uses, no others.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

Coder = Callable[[Any], Any]

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)
_DECODER = json.JSONDecoder()

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def dumps(value: object, kind: Any = None) -> str:
    """Return *value* as JSON; *kind* is its type where its class does not say it (``tuple[Step, ...]``)."""
    shape: Any = kind or type(value)
    write, _ = coders(shape)
    return to_json(write(value) if write else value)


def loads(kind: Any, text: str) -> Any:
    """Return the value of type *kind* that `dumps` wrote."""
    _, read = coders(kind)
    value = from_json(text)
    return read(value) if read else value


def to_json(value: object) -> str:
    """Return plain values as JSON without white space."""
    return _ENCODER.encode(value)


def from_json(text: str) -> Any:
    """Return the plain values that `to_json` wrote."""
    return _DECODER.raw_decode(text)[0]


def to_number(moment: datetime) -> int:
    """Return the microseconds since 1970; *moment* is aware."""
    since = moment - EPOCH
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def to_moment(number: int) -> datetime:
    """Return the aware moment in UTC."""
    return EPOCH + timedelta(microseconds=number)


@cache
def coders(kind: Any) -> tuple[Coder | None, Coder | None]:
    """Return how to write and read a value of type *kind*; None where it stays as it is."""
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        return _optional(kind)
    if origin in (tuple, list):
        return _sequence(kind, origin)
    if origin is not None or not isinstance(kind, type):
        return None, None
    if issubclass(kind, datetime):
        return to_number, to_moment
    if issubclass(kind, date):
        return date.isoformat, date.fromisoformat
    if issubclass(kind, Enum):
        return (lambda value: value.value), kind
    if issubclass(kind, float):
        return (lambda value: round(value, 4)), None
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind)
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return _named_tuple(kind)
    return None, None


def _optional(kind: Any) -> tuple[Coder | None, Coder | None]:
    (inner,) = [arg for arg in typing.get_args(kind) if arg is not type(None)][:1]
    write, read = coders(inner)
    return (
        (lambda value: None if value is None else write(value)) if write else None,
        (lambda value: None if value is None else read(value)) if read else None,
    )


def _sequence(kind: Any, origin: type) -> tuple[Coder | None, Coder | None]:
    args = typing.get_args(kind)
    if len(args) == 2 and args[1] is not Ellipsis:  # a pair
        pair = [coders(arg) for arg in args]
        return (
            lambda value: [w(v) if w else v for (w, _), v in zip(pair, value, strict=True)],
            lambda value: tuple(r(v) if r else v for (_, r), v in zip(pair, value, strict=True)),
        )
    write, read = coders(args[0])
    return (
        (lambda value: [write(item) for item in value]) if write else list,
        (lambda value: origin([read(item) for item in value])) if read else origin,
    )


def _named_tuple(kind: Any) -> tuple[Coder, Coder]:
    hints = typing.get_type_hints(kind)
    fields = [coders(hints[name]) for name in kind._fields]
    defaults = [kind._field_defaults.get(name, dataclasses.MISSING) for name in kind._fields]
    writers = [(n, write) for n, (write, _) in enumerate(fields) if write]
    readers = [(n, read) for n, (_, read) in enumerate(fields) if read]

    def write_tuple(value: Any) -> list[Any]:
        out = list(value)
        while out and out[-1] == defaults[len(out) - 1]:
            out.pop()
        for n, write in writers:
            if n < len(out):
                out[n] = write(out[n])
        return out

    def read_tuple(value: list[Any]) -> Any:
        for n, read in readers:
            if n < len(value):
                value[n] = read(value[n])
        return kind(*value)

    if not readers:
        return write_tuple, lambda value: kind(*value)
    return write_tuple, read_tuple


def _dataclass(kind: Any) -> tuple[Coder, Coder]:
    hints = typing.get_type_hints(kind)
    fields = dataclasses.fields(kind)
    names = [field.name for field in fields]
    values = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    pairs = [coders(hints[name]) for name in names]
    empty = [_default(field, hints[field.name]) for field in fields]
    writers = [(name, write, default) for name, (write, _), default in zip(names, pairs, empty, strict=True)]
    places = {name: (n, read) for n, (name, (_, read)) in enumerate(zip(names, pairs, strict=True))}
    own = [(n, type(default)) for n, default in enumerate(empty) if isinstance(default, list | dict)]

    def write_object(value: Any) -> dict[str, Any]:
        return {
            name: write(held) if write else held
            for (name, write, default), held in zip(writers, values(value), strict=True)
            if held != default
        }

    def read_object(value: dict[str, Any]) -> Any:
        held = empty.copy()
        for n, container in own:
            held[n] = container()
        for name, inner in value.items():
            if name in places:
                n, read = places[name]
                held[n] = read(inner) if read else inner
        return kind(*held)

    return write_object, read_object


def _default(field: dataclasses.Field[Any], hint: Any) -> Any:
    """Return the value that is not written: the field's default, else what is empty for its type."""
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    if field.default is not dataclasses.MISSING:
        return field.default
    if hint is str:
        return ""
    if type(None) in typing.get_args(hint):
        return None
    if typing.get_origin(hint) is tuple and typing.get_args(hint)[-1] is Ellipsis:
        return ()
    return dataclasses.MISSING
