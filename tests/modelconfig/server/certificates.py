"""A certificate authority that signs a server certificate, created with the openssl program."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from typing import TYPE_CHECKING, NamedTuple

from tests.helpers.programs import required_program

if TYPE_CHECKING:
    from pathlib import Path


class Certificates(NamedTuple):
    """Files: the authority's certificate, also in a folder for OpenSSL, and the server's certificate with its key."""

    authority: Path
    folder: Path
    server: Path

    def context(self) -> ssl.SSLContext:
        """Return the TLS context of a server with this certificate."""
        found = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        found.load_cert_chain(self.server)
        return found


def make(folder: Path, names: str) -> Certificates:
    """Create both; `names` are those of the server, such as `DNS:gateway.example.com,IP:127.0.0.1`."""
    authority, request, server, key = (folder / name for name in ("ca.pem", "server.csr", "server.pem", "server.key"))
    hashed = folder / "hashed"
    hashed.mkdir()
    extensions = folder / "extensions"
    # From Python 3.13 on, certificates must contain every extension that RFC 5280 requires.
    own = ["subjectAltName=" + names, "basicConstraints=CA:FALSE", "authorityKeyIdentifier=keyid"]
    extensions.write_text("\n".join([*own, "subjectKeyIdentifier=hash", ""]), "utf-8")
    new = ["req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    signer = ["-x509", "-days", "2", "-subj", "/CN=Trial CA", "-addext", "keyUsage=critical,keyCertSign,cRLSign"]
    _openssl(*new, *signer, "-keyout", folder / "ca.key", "-out", authority)
    _openssl(*new, "-subj", "/CN=trial", "-keyout", key, "-out", request)
    signing = ["-CA", authority, "-CAkey", folder / "ca.key", "-CAcreateserial", "-days", "2", "-extfile", extensions]
    _openssl("x509", "-req", "-in", request, *signing, "-out", server)
    server.write_bytes(server.read_bytes() + key.read_bytes())
    name = _openssl("x509", "-in", authority, "-noout", "-hash").strip()
    shutil.copy(authority, hashed / f"{name}.0")
    return Certificates(authority, hashed, server)


def _openssl(*arguments: object) -> str:
    command = [required_program("openssl"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
