"""A real nginx on the loopback interface, with a configuration of docs/deploy/ in a Debian-like main configuration."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import ssl
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.helpers.programs import required_program
from tests.modelconfig.server.process import PATIENCE, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SHIPPED = Path(__file__).parents[2] / "docs" / "deploy"
MODULES = Path("/usr/lib/nginx/modules")

# As in Debian's nginx.conf, except for file paths, the user, and a default type that must have no effect.
SURROUNDINGS = """
{modules}
{user}
worker_processes 2;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log info;
events {{ worker_connections 768; }}
http {{
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    sendfile on;
    tcp_nopush on;
    types_hash_max_size 2048;
    types {{ text/html html; application/gzip gz; text/plain json; }}
    default_type application/octet-stream;
    ssl_protocols TLSv1.2 TLSv1.3;
    access_log {folder}/access.log;
    gzip on;
    include {folder}/site.conf;
}}
"""


class Answer(NamedTuple):
    """A response as it was received."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


class Nginx:
    """A running nginx."""

    def __init__(self, folder: Path, port: int, trusted: Path | None) -> None:
        self.folder = folder
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self.trust = ssl.create_default_context(cafile=trusted) if trusted is not None else None

    def connection(self, source: str = "127.0.0.1") -> http.client.HTTPConnection:
        """Return a connection that is not open yet, from an address of this machine."""
        here = (source, 0)
        if self.trust is None:
            return http.client.HTTPConnection("127.0.0.1", self.port, PATIENCE, here)
        return http.client.HTTPSConnection(
            "127.0.0.1", self.port, timeout=PATIENCE, source_address=here, context=self.trust
        )

    def get(
        self, path: str, headers: Mapping[str, str] | None = None, method: str = "GET", source: str = "127.0.0.1"
    ) -> Answer:
        """Send one request with this path unchanged, and only `Host` and the given headers."""
        connection = self.connection(source)
        try:
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()


def free_port() -> int:
    """Return a port that is probably free."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def shipped(name: str, changes: Mapping[str, object], variant: str | None = None) -> str:
    """Return a shipped configuration, or a variant of it, with replacements; each replaced text must exist."""
    text = (SHIPPED / name).read_text("utf-8") if variant is None else variant
    for old, new in changes.items():
        assert old in text, f"{name} does not contain {old!r}"
        text = text.replace(old, str(new))
    return text


@contextmanager
def running(folder: Path, port: int, configuration: str, *modules: str, trusted: Path | None = None) -> Iterator[Nginx]:
    """Run nginx with a configuration that listens on a port, with TLS if an authority is given."""
    nginx = required_program("nginx")
    folder.mkdir()
    (folder / "site.conf").write_text(configuration, "utf-8")
    load = "".join(f"load_module {MODULES}/{module};" for module in modules)
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(SURROUNDINGS.format(folder=folder, modules=load, user=user), "utf-8")
    command = [nginx, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert (checked.returncode, "[warn]" in checked.stderr) == (0, False), checked.stderr
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_until(lambda: _answers(process, port, folder), "nginx to listen")
        yield Nginx(folder, port, trusted)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)


def _answers(process: subprocess.Popen[bytes], port: int, folder: Path) -> bool:
    assert process.poll() is None, (folder / "error.log").read_text("utf-8")
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True
