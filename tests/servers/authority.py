"""A certificate authority that lives for one test run, and server certificates signed by it; made with openssl."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple


class Certificate(NamedTuple):
    """Paths of PEM files: the authority's certificate, the server's, and the server's key."""

    authority: Path
    server: Path
    key: Path


def missing() -> str:
    """Tell why no certificate can be made, or return ``""``."""
    return "" if shutil.which("openssl") else "openssl is not installed"


def make_certificate(folder: Path, names: str = "DNS:localhost,IP:127.0.0.1") -> Certificate:
    """Make an authority and a certificate for *names* (subjectAltName) in *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    new_key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-sha256"]
    (folder / "authority.ext").write_text(
        "[req]\ndistinguished_name = dn\nprompt = no\nx509_extensions = root\n[dn]\nCN = Testing only\n"
        "[root]\nbasicConstraints = critical,CA:TRUE\nkeyUsage = critical,keyCertSign,cRLSign\n"
        "subjectKeyIdentifier = hash\n"
    )
    (folder / "server.ext").write_text(
        f"basicConstraints = critical,CA:FALSE\nsubjectAltName = {names}\nextendedKeyUsage = serverAuth\n"
        "keyUsage = critical,digitalSignature\nsubjectKeyIdentifier = hash\nauthorityKeyIdentifier = keyid\n"
    )
    _openssl(folder, "req", "-x509", *new_key, "-days", "3", "-config", "authority.ext",
             "-keyout", "authority.key", "-out", "authority.pem")  # fmt: skip
    _openssl(folder, "req", *new_key, "-subj", "/CN=localhost", "-keyout", "server.key", "-out", "server.csr")
    _openssl(folder, "x509", "-req", "-in", "server.csr", "-days", "3", "-extfile", "server.ext",
             "-CA", "authority.pem", "-CAkey", "authority.key", "-CAcreateserial", "-out", "server.pem")  # fmt: skip
    return Certificate(folder / "authority.pem", folder / "server.pem", folder / "server.key")


def _openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True, timeout=30)
