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
    from bench.workspace import Workspace

BENCH_FOLDER = Path(__file__).parent
GO_SOURCES = BENCH_FOLDER / "go"


def nginx(workspace: Workspace, document: Path, port: int, core: int) -> Server | None:
    """Start nginx with the document, plain and compressed, as files; None where nginx is not installed."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if program is None:
        return None
    folder = workspace.folder / "nginx"
    (folder / "www").mkdir(parents=True)
    served_file = folder / "www" / "llm-models.json"
    shutil.copyfile(document, served_file)
    served_file.with_name("llm-models.json.gz").write_bytes(gzip.compress(document.read_bytes(), 9, mtime=0))
    text = Template((BENCH_FOLDER / "nginx" / "nginx.conf").read_text("utf-8"))
    # Started by root, nginx would read the files as another user, who may not read a temporary folder.
    user = "user root;" if os.geteuid() == 0 else ""
    configuration = folder / "nginx.conf"
    configuration.write_text(text.substitute(folder=folder, port=port, user=user), "utf-8")
    return Server((program, "-c", configuration, "-e", folder / "error.log"), core)


def go_servers(workspace: Workspace) -> Path:
    """Return the executable of the Go servers, built once for each state of the sources. Raises CalledProcessError."""
    sources = sorted([*GO_SOURCES.glob("*.go"), GO_SOURCES / "go.mod"])
    compiler = workspace.programs / "go"
    version = subprocess.run([compiler, "env", "GOVERSION"], capture_output=True, check=True).stdout
    digest = hashlib.sha256(version + b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]
    executable = GO_SOURCES / ".cache" / digest / "serving"
    if not executable.exists():
        settings = {"GOFLAGS": "-mod=mod", "GOTOOLCHAIN": "local", "GOPROXY": "off", "CGO_ENABLED": "0"}
        paths = {"GOCACHE": str(workspace.folder / "go-cache"), "GOPATH": str(workspace.folder / "go")}
        command = (compiler, "build", "-trimpath", "-o", executable, ".")
        subprocess.run(command, cwd=GO_SOURCES, env={**os.environ, **settings, **paths}, check=True)
    return executable


def go(program: Path, mode: str, document: Path, etag: str, port: int, core: int) -> Server:
    """Start the Go server in one of its two modes."""
    options = ("-address", f"127.0.0.1:{port}", "-file", document, "-etag", etag, "-way", mode)
    return Server((program, *options), core, {"GOMAXPROCS": "1"})
