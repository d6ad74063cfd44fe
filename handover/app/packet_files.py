"""The packet as files: HTML, Markdown, JSON, iCalendar, PDF, the original mails, and the owner's answers."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

from handover.answer import Notice
from handover.app.session import Session, secret_of
from handover.config.places import default_config
from handover.documents.building import part_for
from handover.documents.packet import Deputy, Packet
from handover.errors import HandoverError, SourceError, StoreError, UsageError
from handover.i18n import LANGUAGES, N_
from handover.render.voice import Voice
from handover.sources.base import MailSource

FORMATS = ("html", "md", "json", "ics", "eml")
ALL_FORMATS = (*FORMATS, "pdf")
SIDECAR = "gaps.toml"
MAX_MAILS = 600
MAX_SIDECAR = 1 << 20
_PLAIN = re.compile(r"[^a-z0-9]+")


def write_packet(opened: Session, packet: Packet, folder: Path, formats: Sequence[str]) -> list[str]:
    """Write *packet* below *folder* in *formats*, the whole and each deputy's part; return the paths written.

    Mails that are gone are named in a notice. Raises `StoreError` when the folder cannot be written.
    """
    with writing_to(folder):
        named = _write_mails(opened, packet, folder) if "eml" in formats else {}
        written = [folder / "mails"] if named else []
        own = own_templates()
        for stem, part, voice in _readers(opened, packet):
            written += _write_forms(part, voice, folder / stem, formats, named, own, opened)
        written += _write_owners(opened, packet, folder, formats, own)
        written.append(_write_sidecar(packet, folder, opened))
    return [str(path) for path in written]


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Make *folder* (mode 0700) for what is written inside; raise `StoreError` where that cannot be done."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise StoreError(
            "not-writable",
            N_("“{path}” cannot be written: {why}."),
            hint=N_("Name another folder with --out."),
            source=str(folder),
            path=str(folder),
            why=error.strerror or str(error),
        ) from error


def own_templates() -> Path:
    """Return the folder beside the configuration whose templates come before the bundled ones."""
    return Path(default_config()).parent / "templates"


def _readers(opened: Session, packet: Packet) -> Iterable[tuple[str, Packet, Voice]]:
    """Yield the whole packet, and each deputy's part in their language where there are several."""
    if len(packet.deputies) == 1:
        yield "handover", packet, voice_of(opened, packet.deputies[0])
        return
    yield "handover", packet, Voice(opened.settings.lang, opened.settings.zone)
    for deputy in packet.deputies:
        name = _PLAIN.sub("-", _folded(deputy.who.name).casefold()).strip("-") or "deputy"
        yield f"handover-{name}", part_for(packet, deputy.who.address), voice_of(opened, deputy)


def voice_of(opened: Session, deputy: Deputy) -> Voice:
    """Return how to speak to *deputy*: in their language and zone where they are known, else the owner's."""
    language = deputy.who.language if deputy.who.language in LANGUAGES else opened.settings.lang
    zone = ZoneInfo(deputy.who.zone) if deputy.who.zone else opened.settings.zone
    return Voice(language, zone)


def _folded(name: str) -> str:
    for sign, plain in (
        ("ä", "ae"),
        ("ö", "oe"),
        ("ü", "ue"),
        ("ß", "ss"),
        ("Ä", "Ae"),
        ("Ö", "Oe"),
        ("Ü", "Ue"),
    ):
        name = name.replace(sign, plain)
    return name


def _write_forms(
    packet: Packet,
    voice: Voice,
    stem: Path,
    formats: Sequence[str],
    files: Mapping[str, str],
    own: Path,
    opened: Session,
) -> Iterable[Path]:
    written = []
    if "html" in formats or "pdf" in formats:
        from handover.render.html_packet import packet_html

        page = packet_html(packet, voice, files=files, own=own)
        if "html" in formats:
            written.append(write_file(stem.with_name(f"{stem.name}.html"), page.encode("utf-8", "replace")))
        if "pdf" in formats:
            written += _write_pdf(page, stem, opened)
    if "md" in formats:
        from handover.render.markdown_packet import packet_markdown

        text = packet_markdown(packet, voice, files=files, own=own)
        written.append(write_file(stem.with_name(f"{stem.name}.md"), text.encode("utf-8", "replace")))
    if "ics" in formats:
        from handover.render.ics_packet import packet_ics

        written.append(write_file(stem.with_name(f"{stem.name}.ics"), packet_ics(packet, voice)))
    if "json" in formats and not packet.reader:
        from handover.render.json_form import plain
        from handover.render.out_of_office import out_of_office
        from handover.render.output import json_text

        told = {"packet": packet, "out_of_office": [text._asdict() for text in out_of_office(packet, voice)]}
        text = json_text(plain(told, voice), indent=1) + "\n"
        written.append(write_file(stem.with_name(f"{stem.name}.json"), text.encode("utf-8", "replace")))
    return written


def _write_owners(
    opened: Session, packet: Packet, folder: Path, formats: Sequence[str], own: Path
) -> Iterable[Path]:
    """Write the owner's own list, in their language."""
    from handover.render.before_leaving import STEM, leaving_html, leaving_markdown

    voice = Voice(opened.settings.lang, opened.settings.zone)
    if "html" in formats:
        page = leaving_html(packet, voice, own)
        yield write_file(folder / f"{STEM}.html", page.encode("utf-8", "replace"))
    if "md" in formats:
        text = leaving_markdown(packet, voice, own)
        yield write_file(folder / f"{STEM}.md", text.encode("utf-8", "replace"))


def _write_pdf(page: str, stem: Path, opened: Session) -> list[Path]:
    from handover.render.html_pdf import pdf_of

    made = pdf_of(page)
    if made is None:
        notice = Notice(
            "no-pdf",
            N_("No PDF was made: WeasyPrint is not installed."),
            hint=N_("Install it (pip install weasyprint), or print the HTML file."),
        )
        if all(error.code != "no-pdf" for error in opened.errors):
            opened.errors.append(notice)
        return []
    return [write_file(stem.with_name(f"{stem.name}.pdf"), made)]


def write_file(path: Path, data: bytes) -> Path:
    """Write *data* to *path*, readable by the owner alone; an older file is replaced whole, a link is not followed."""
    new = path.with_name(f".{path.name}.new")
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    new.replace(path)
    return path


def _write_mails(opened: Session, packet: Packet, folder: Path) -> dict[str, str]:
    """Fetch the original mails behind the items again and write them; return their files by key."""
    keys: dict[str, int] = {}
    for item in packet.items:
        for quote in (*(line.made for line in item.promises), *item.evidence):
            if ":" not in quote.key:
                keys.setdefault(quote.key, item.number)
    wanted = dict(list(keys.items())[:MAX_MAILS])
    below = folder / "mails"
    below.mkdir(mode=0o700, exist_ok=True)
    for old in below.glob("[0-9][0-9][0-9]-*.eml"):
        old.unlink()
    found = {}
    with ExitStack() as stack:
        fetch = Fetcher(opened, stack)
        for key, number in wanted.items():
            data = fetch(key)
            if data is not None:
                name = f"{number:03d}-{key[:8]}.eml"
                write_file(below / name, data)
                found[key] = f"mails/{name}"
    if gone := len(keys) - len(found):
        opened.errors.append(
            Notice(
                "mails-gone",
                N_("{count} original mails could not be fetched again; their quotes stay."),
                count=gone,
            )
        )
    return found


class Fetcher:
    """Fetches whole mails, opening each source once; a source that cannot be opened is not tried again."""

    def __init__(self, opened: Session, stack: ExitStack) -> None:
        self.opened = opened
        self.stack = stack
        self.sources: dict[str, MailSource | None] = {}

    def __call__(self, key: str) -> bytes | None:
        for location in self.opened.store.locations(key):
            source = self._source(location.source)
            if source is None:
                continue
            try:
                return source.read_whole(location.folder, location.locator)
            except HandoverError:
                continue
        return None

    def _source(self, name: str) -> MailSource | None:
        if name not in self.sources:
            self.sources[name] = self._open(name)
        return self.sources[name]

    def _open(self, name: str) -> MailSource | None:
        from handover.sources.open import MailOptions, open_mail

        settings = self.opened.settings
        uri = next((uri for uri in settings.mail if name.endswith(uri)), name)
        if not self.opened.may_open(uri):
            return None
        try:
            return self.stack.enter_context(
                open_mail(uri, options=MailOptions(secret=secret_of(settings, uri)))
            )
        except SourceError:
            return None


def read_answers(folder: Path) -> dict[str, str]:
    """Return what the owner filled in for the gaps of an earlier build; raises `UsageError` for broken TOML."""
    path = folder / SIDECAR
    try:
        if path.stat().st_size > MAX_SIDECAR:
            raise UsageError("gaps-too-large", N_("“{path}” is too large to be the answers."), path=str(path))
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (ValueError, RecursionError, OSError) as error:
        raise UsageError(
            "gaps-broken",
            N_("“{path}” cannot be read: {why}."),
            hint=N_("Mend that line; nothing was overwritten."),
            source=str(path),
            path=str(path),
            why=str(error),
        ) from error
    answers = given.get("answers", {})
    if not isinstance(answers, dict):
        return {}
    return {
        str(name): " ".join(str(value).split())[:2000]
        for name, value in answers.items()
        if str(value).strip()
    }


def _write_sidecar(packet: Packet, folder: Path, opened: Session) -> Path:
    """Write the questions with the answers so far; answers to questions that are gone stay at the end."""
    from handover.render.gaps import sidecar

    voice = Voice(opened.settings.lang, opened.settings.zone)
    return write_file(folder / SIDECAR, sidecar(packet, read_answers(folder), voice).encode("utf-8", "replace"))
