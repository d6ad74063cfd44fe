"""Put pip into a virtual environment that was made without it: one pinned wheel, checked against its hash.

For systems whose python3 comes without ensurepip (Debian) and whose user may not install packages. Standard
library only. The hash is what is trusted, so it does not matter if the machine knows no certificate authority.
"""

from __future__ import annotations

import hashlib
import ssl
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

WHEEL = "pip-25.3-py3-none-any.whl"
ADDRESS = "https://files.pythonhosted.org/packages/44/3c/d717024885424591d5376220b5e836c2d5293ce2011523c9de23ff7bf068/"
SHA256 = "9655943313a94722b7774661c21049070f6bbb0a1516bf02f7c8d5d9201514cd"
SECONDS = 60


def main(venv: Path) -> None:
    """Download the wheel, check it, and let it install itself into *venv*."""
    with tempfile.TemporaryDirectory() as folder:
        wheel = Path(folder, WHEEL)
        wheel.write_bytes(_checked(_downloaded()))
        python = str(venv / "bin" / "python")
        command = [python, f"{wheel}/pip", "install", "--quiet", "--no-index", str(wheel)]
        subprocess.run(command, check=True)


def _downloaded() -> bytes:
    try:
        with urllib.request.urlopen(ADDRESS + WHEEL, timeout=SECONDS) as answer:  # noqa: S310
            return bytes(answer.read())
    except urllib.error.URLError as error:
        if not isinstance(error.reason, ssl.SSLCertVerificationError):
            raise
        unverified = ssl._create_unverified_context()  # noqa: S323 - the hash below decides
        with urllib.request.urlopen(ADDRESS + WHEEL, timeout=SECONDS, context=unverified) as answer:  # noqa: S310
            return bytes(answer.read())


def _checked(data: bytes) -> bytes:
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise SystemExit(f"{WHEEL} is not what it should be")
    return data


if __name__ == "__main__":
    main(Path(sys.argv[1]))
