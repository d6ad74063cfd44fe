"""Domains, compared label by label: registrable domains, freemail providers.

Never by prefix or suffix of the text: ``acme.example`` has nothing to do with ``acmeshop.example``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

FREEMAIL = frozenset(
    """
    aol.com aol.de arcor.de bluewin.ch email.de freenet.de fastmail.com gmail.com googlemail.com gmx.at gmx.ch
    gmx.com gmx.de gmx.net gmx.org hotmail.ch hotmail.co.uk hotmail.com hotmail.de hotmail.fr icloud.com
    kabelmail.de live.at live.com live.de live.co.uk mac.com mail.com mail.de mail.ru mailbox.org me.com
    msn.com online.de outlook.at outlook.com outlook.de posteo.de posteo.net proton.me protonmail.com
    protonmail.ch qq.com 163.com 126.com rocketmail.com t-online.de tutanota.com tuta.io unitybox.de
    vodafone.de vodafonemail.de web.de yahoo.co.uk yahoo.com yahoo.de yahoo.fr yandex.com yandex.ru ymail.com
    btinternet.com comcast.net verizon.net att.net cox.net sbcglobal.net orange.fr free.fr libero.it
    """.split()
)
_FREEMAIL_NAMES = frozenset({"gmx", "gmail", "web", "t-online", "yahoo", "hotmail", "outlook", "icloud"})


@lru_cache(maxsize=1)
def _public_suffixes() -> Any:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


@lru_cache(maxsize=50_000)
def registrable(domain: str) -> str:
    """Return the registrable domain of *domain* (Public Suffix List): ``eu.acme.co.uk`` → ``acme.co.uk``.

    A domain that has none (an address literal, a bare host) is returned as it is.
    """
    domain = domain.lower().strip(".")
    if domain.startswith("["):
        return domain
    labels = domain.split(".")
    if len(labels) <= 2 and labels[-1] in {"com", "de", "net", "org", "eu", "at", "ch", "example"}:
        return domain
    return str(_public_suffixes().privatesuffix(domain) or domain)


def is_freemail(domain: str) -> bool:
    """Tell whether anybody can have an address at *domain*, so that it names no organisation.

    The reserved top level ``.example`` follows the providers' names, so that examples can show the case.
    """
    base = registrable(domain)
    name, _, top = base.partition(".")
    return base in FREEMAIL or (top == "example" and name in _FREEMAIL_NAMES)


def is_within(domain: str, parent: str) -> bool:
    """Tell whether *domain* is *parent* or lies below it."""
    return domain == parent or domain.endswith("." + parent)
