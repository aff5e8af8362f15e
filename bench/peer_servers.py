"""The peers of our servers: nginx with a static file, and two small servers in Go."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from bench.servers import Server

if TYPE_CHECKING:
    from bench.workshop import Workshop

HERE = Path(__file__).parent
GO_SOURCES = HERE / "go"


def nginx(workshop: Workshop, document: Path, port: int, core: int) -> Server | None:
    """Start nginx with the document, also compressed, as files; None where there is no nginx."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if program is None:
        return None
    folder = workshop.folder / "nginx"
    (folder / "www").mkdir(parents=True)
    served = folder / "www" / "llm-models.json"
    shutil.copyfile(document, served)
    served.with_name("llm-models.json.gz").write_bytes(gzip.compress(document.read_bytes(), 9, mtime=0))
    text = Template((HERE / "nginx" / "nginx.conf").read_text("utf-8"))
    # As root it would read the files as another user, who has no business in a temporary folder.
    user = "user root;" if os.geteuid() == 0 else ""
    configuration = folder / "nginx.conf"
    configuration.write_text(text.substitute(folder=folder, port=port, user=user), "utf-8")
    return Server((program, "-c", configuration, "-e", folder / "error.log"), core)


def go_servers(workshop: Workshop) -> Path:
    """Return the program of the peers in Go, built once for each state of its sources. Raises CalledProcessError."""
    sources = sorted([*GO_SOURCES.glob("*.go"), GO_SOURCES / "go.mod"])
    compiler = workshop.programs / "go"
    version = subprocess.run([compiler, "env", "GOVERSION"], capture_output=True, check=True).stdout
    digest = hashlib.sha256(version + b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]
    built = GO_SOURCES / ".cache" / digest / "serving"
    if not built.exists():
        settings = {"GOFLAGS": "-mod=mod", "GOTOOLCHAIN": "local", "GOPROXY": "off", "CGO_ENABLED": "0"}
        places = {"GOCACHE": str(workshop.folder / "go-cache"), "GOPATH": str(workshop.folder / "go")}
        command = (compiler, "build", "-trimpath", "-o", built, ".")
        subprocess.run(command, cwd=GO_SOURCES, env={**os.environ, **settings, **places}, check=True)
    return built


def go(program: Path, way: str, document: Path, etag: str, port: int, core: int) -> Server:
    """Start the server in Go that answers in one of its two ways."""
    options = ("-address", f"127.0.0.1:{port}", "-file", document, "-etag", etag, "-way", way)
    return Server((program, *options), core, {"GOMAXPROCS": "1"})
