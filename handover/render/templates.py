"""Templates: jinja2 in a sandbox, nothing undefined, everything escaped; a user's own templates come first.

HTML escapes by jinja2, Markdown by `escaped_markdown`: there, too, only what a template marks as safe is markup.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.filters import do_mark_safe
from jinja2.sandbox import ImmutableSandboxedEnvironment

from handover.render.output import clean

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LINE_START = re.compile(r"^(\s{0,3})([-+=]|\d{1,9}[.)])", re.MULTILINE)


def template_folders(own: Path | None = None) -> list[Path]:
    """Return where templates are looked for: *own* first, then those of the package (wheel or checkout).

    A folder that is not there, or may not be entered, holds none.
    """
    import handover

    package = Path(handover.__file__).parent
    bundled = [package / "_templates", package.parent / "templates"]
    return [folder for folder in ([own] if own else []) + bundled if os.path.isdir(folder)]


def render(name: str, own: Path | None = None, **values: Any) -> str:
    """Return the template *name* filled with *values*; ``.html.j2`` and ``.md.j2`` each escape in their way."""
    environment = _environment(tuple(template_folders(own)), name.endswith(".md.j2"))
    return environment.get_template(name).render(**values)


@lru_cache(maxsize=8)
def _environment(folders: Sequence[Path], markdown: bool) -> Environment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=not markdown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_markdown if markdown else _html,
    )
    environment.filters["paragraphs"] = paragraphs
    environment.filters["quoted"] = quoted
    return environment


def _html(value: Any) -> Any:
    return clean(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _markdown(value: Any) -> Any:
    return escaped_markdown(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def escaped_markdown(text: str) -> str:
    """Return *text* so that Markdown shows it as it stands: no markup, no HTML, no list by accident."""
    return _LINE_START.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", clean(text)))


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of *text*, lines inside them joined."""
    parts = re.split(r"\n\s*\n", clean(text).strip())
    return [" ".join(part.split()) for part in parts if part.strip()]


def quoted(text: str) -> str:
    """Return *text* as a Markdown quote."""
    lines = escaped_markdown(text).splitlines() or [""]
    return do_mark_safe("\n".join(f"> {line}".rstrip() for line in lines))


def spoken_in(language: str, before: str, words: str, after: str) -> str:
    """Return *words* in their place as HTML that names their *language*; all is text and escaped."""
    shown = f'{escape(clean(before))}<span lang="{escape(language)}">{escape(clean(words))}</span>'
    return do_mark_safe(shown + escape(clean(after)))
