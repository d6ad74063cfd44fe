"""The XML of WebDAV and CalDAV (RFC 4918, RFC 4791): what is asked, and what a multistatus answers.

Answers are hostile input: no DTD, no entities, a cap on the number of elements; only links that stay on the
server come out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin
from xml.sax.saxutils import escape

MAX_TAGS = 400_000
_D = "{DAV:}"
_C = "{urn:ietf:params:xml:ns:caldav}"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_SPACES = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"'
PROPERTIES = (
    f"{_HEAD}<d:propfind {_SPACES}><d:prop><d:resourcetype/><d:displayname/><d:current-user-principal/>"
    "<c:calendar-home-set/><c:supported-calendar-component-set/></d:prop></d:propfind>"
).encode()


@dataclass(slots=True)
class Resource:
    """One response of a multistatus: its path on the server and the properties that were found."""

    target: str
    name: str = ""
    is_calendar: bool = False
    components: frozenset[str] = frozenset()
    principal: str = ""
    homes: list[str] = field(default_factory=list)
    data: str | None = None

    @property
    def has_events(self) -> bool:
        """Whether it is a calendar that may hold events; one that names no components may."""
        return self.is_calendar and (not self.components or "VEVENT" in self.components)


def events_query(start: datetime, end: datetime) -> bytes:
    """Return a calendar-query for the events between *start* and *end* (aware)."""
    begin, finish = (f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}" for moment in (start, end))
    return (
        f"{_HEAD}<c:calendar-query {_SPACES}><d:prop><c:calendar-data/></d:prop>"
        '<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">'
        f'<c:time-range start="{begin}" end="{finish}"/>'
        "</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"
    ).encode()


def multiget_query(targets: list[str]) -> bytes:
    """Return a calendar-multiget for the given paths."""
    links = "".join(f"<d:href>{escape(target)}</d:href>" for target in targets)
    props = "<d:prop><c:calendar-data/></d:prop>"
    return f"{_HEAD}<c:calendar-multiget {_SPACES}>{props}{links}</c:calendar-multiget>".encode()


def read_multistatus(body: bytes, origin: str, target: str) -> list[Resource]:
    """Read the answer that came from *target* on *origin*; raises ValueError where it is no such answer."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    if body.count(b"<") > MAX_TAGS:
        raise ValueError("an answer of too many parts")
    try:
        root = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise ValueError(f"no readable XML ({type(error).__name__})") from error
    if root.tag != f"{_D}multistatus":
        raise ValueError("no multistatus")
    return [
        found for response in root.iter(f"{_D}response") if (found := _resource(response, origin, target))
    ]


def _resource(response: Any, origin: str, base: str) -> Resource | None:
    target = _on_server(response.findtext(f"{_D}href") or "", origin, base)
    if not target:
        return None
    resource = Resource(target)
    for prop in _found(response):
        kind = prop.find(f"{_D}resourcetype")
        resource.is_calendar = resource.is_calendar or (
            kind is not None and kind.find(f"{_C}calendar") is not None
        )
        resource.name = resource.name or (prop.findtext(f"{_D}displayname") or "").strip()[:200]
        principal = prop.findtext(f"{_D}current-user-principal/{_D}href") or ""
        resource.principal = resource.principal or _on_server(principal, origin, base)
        for home in prop.findall(f"{_C}calendar-home-set/{_D}href")[:20]:
            resource.homes.append(_on_server(home.text or "", origin, base))
        named = prop.findall(f"{_C}supported-calendar-component-set/{_C}comp")
        resource.components |= {one.get("name", "").upper() for one in named}
        data = prop.find(f"{_C}calendar-data")
        if data is not None and data.text:
            resource.data = data.text
    resource.homes = [home for home in resource.homes if home]
    return resource


def _found(response: Any) -> Iterator[Any]:
    for propstat in response.findall(f"{_D}propstat"):
        status = (propstat.findtext(f"{_D}status") or "200").split()
        prop = propstat.find(f"{_D}prop")
        if prop is not None and "200" in status:
            yield prop


def _on_server(link: str, origin: str, base: str) -> str:
    """Return a link as a path on the server, ``""`` where it leads elsewhere or cannot be one."""
    link = link.strip()
    if not link or len(link) > 2000 or any(ord(letter) <= 32 or ord(letter) > 126 for letter in link):
        return ""
    found = urljoin(origin + base, link)
    return found[len(origin) :] if found.startswith(origin + "/") else ""
