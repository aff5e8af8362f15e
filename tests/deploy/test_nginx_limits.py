"""What each shipped configuration of nginx does with clients that read slowly, send nothing, or send too much."""

from __future__ import annotations

import socket
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.deploy.echo import echo
from tests.deploy.nginx import free_port, running, shipped
from tests.deploy.site.site_proxy import CONFIG, VIEW, proxy
from tests.modelconfig.server.process import PATIENCE, served, wait_until

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator
    from pathlib import Path

    from tests.deploy.nginx import Nginx
    from tests.modelconfig.server.certificates import Certificates

PATHS = {"instance": VIEW, "gateway": "/llm-models.json", "gateway-proxy": "/llm-models.json"}
"""The shipped configurations, each with a path that it serves."""
LARGE = 16_000_000
"""Bytes of a response that no socket buffers."""
FEW_FILES = 128
"""A limit of open files, and a number of connections that is larger than what the server then accepts."""
SHORT = {
    "send_timeout 10s;": "send_timeout 1s;",
    "client_header_timeout 15s;": "client_header_timeout 1s;",
    "keepalive_timeout 75s;": "keepalive_timeout 1s;",
}


def replacements_for(port: int, authority: Certificates, changes: dict[str, str]) -> dict[str, object]:
    return {
        "listen 443 ssl;": f"listen 127.0.0.1:{port} ssl;",
        "/etc/ssl/certs/models.example.com.pem": authority.server,
        "/etc/ssl/private/models.example.com.key": authority.server,
        **changes,
    }


@contextmanager
def started(name: str, folder: Path, authority: Certificates, changes: dict[str, str]) -> Iterator[Nginx]:
    """Run nginx with a shipped configuration, in front of servers or files with large responses."""
    with ExitStack() as stack:
        server = stack.enter_context(echo("server"))
        server.padding = "x" * LARGE
        if name == "instance":
            yield stack.enter_context(proxy(folder / "nginx", authority, server.address, server.address, changes))
            return
        port = free_port()
        replacements = replacements_for(port, authority, changes)
        if name == "gateway":
            (folder / "llm-models.json").write_text(server.padding)
            replacements["root /srv/modelconfig;"] = f"root {folder};"
            replacements["listen 80;"] = f"listen 127.0.0.1:{free_port()};"
        else:
            replacements["server 127.0.0.1:8080;"] = f"server {server.address};"
        text = shipped(f"nginx-{name}.conf", replacements)
        yield stack.enter_context(running(folder / "nginx", port, text, trusted=authority.authority))


@pytest.fixture(params=PATHS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def nginx(name: str, tmp_path: Path, authority: Certificates) -> Iterator[Nginx]:
    """Return nginx with a shipped configuration, with short times."""
    with started(name, tmp_path, authority, SHORT) as running_one:
        yield running_one


def connected(nginx: Nginx) -> ssl.SSLSocket:
    plain = socket.socket()
    # A small buffer, so that nginx soon has to wait.
    plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    plain.settimeout(PATIENCE)
    plain.connect(("127.0.0.1", nginx.port))
    assert nginx.trust is not None
    return nginx.trust.wrap_socket(plain, server_hostname="127.0.0.1", suppress_ragged_eofs=True)


def requesting(path: str, *headers: str) -> bytes:
    return "\r\n".join([f"GET {path} HTTP/1.1", *headers, "", ""]).encode()


def read_all(connection: socket.socket) -> bytes:
    received = b""
    try:
        while data := connection.recv(1 << 16):
            received += data
    except ConnectionResetError:
        pass
    return received


def test_a_client_that_does_not_read_is_disconnected(nginx: Nginx, name: str) -> None:
    with connected(nginx) as connection:
        connection.sendall(requesting(PATHS[name], "Host: x"))
        log = nginx.folder / "error.log"
        wait_until(lambda: "client timed out" in log.read_text(), "the end of the connection")
        assert 0 < len(read_all(connection)) < LARGE
    assert nginx.get("/", {}).status


def test_a_client_that_reads_gets_everything(nginx: Nginx, name: str) -> None:
    assert len(nginx.get(PATHS[name]).body) >= LARGE


def test_idle_connections_are_closed(nginx: Nginx) -> None:
    with socket.create_connection(("127.0.0.1", nginx.port), timeout=PATIENCE) as silent:
        assert read_all(silent) == b""
    with connected(nginx) as silent:
        assert read_all(silent) == b""
    with connected(nginx) as kept:
        kept.sendall(requesting("/none", "Host: x"))
        assert read_all(kept).startswith(b"HTTP/1.1 ")


def test_a_client_that_never_completes_its_request_is_disconnected(nginx: Nginx) -> None:
    with connected(nginx) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
        begun, closed = time.monotonic(), False
        while not closed:
            assert time.monotonic() < begun + PATIENCE
            time.sleep(0.2)
            try:
                slow.sendall(b"X: y\r\n")
            except OSError:
                closed = True


def test_one_address_gets_a_limited_number_of_connections(name: str, tmp_path: Path, authority: Certificates) -> None:
    zone = {"instance": "modelconfig_connections 100", "gateway": "modelconfig_files_connections 50",
            "gateway-proxy": "modelconfig_gateway_connections 50"}[name]  # fmt: skip
    changes = {f"limit_conn {zone};": f"limit_conn {zone.split()[0]} 2;"}
    with started(name, tmp_path, authority, changes) as nginx, ExitStack() as stack:
        for _ in range(2):
            connection = stack.enter_context(connected(nginx))
            connection.sendall(requesting(PATHS[name], "Host: x"))
            assert connection.recv(12) == b"HTTP/1.1 200"
        assert nginx.get(PATHS[name]).status == 503
        stack.close()
        wait_until(lambda: nginx.get(PATHS[name]).status == 200, "a free connection")


def test_clients_that_do_not_read_hold_no_connection_of_the_gateway(tmp_path: Path, authority: Certificates) -> None:
    limit = "limit_conn modelconfig_gateway_connections "
    with served(tmp_path, "gateway", open_files=FEW_FILES) as gateway, ExitStack() as stack:
        port = free_port()
        changes = {f"{limit}50;": f"{limit}500;", "server 127.0.0.1:8080;": f"server 127.0.0.1:{gateway.port};"}
        text = shipped("nginx-gateway-proxy.conf", replacements_for(port, authority, changes))
        # Too small for the document, so that nginx has to store it.
        text = text.replace(f":{port} ssl;", f":{port} ssl sndbuf=8k;")
        nginx = stack.enter_context(running(tmp_path / "nginx", port, text, trusted=authority.authority))
        for _ in range(FEW_FILES):
            stack.enter_context(connected(nginx)).sendall(requesting(PATHS["gateway-proxy"], "Host: x"))
        assert nginx.get(PATHS["gateway-proxy"]).status == 200
        assert gateway.get("/healthz").status == 200


def test_one_address_gets_a_limited_number_of_requests(name: str, tmp_path: Path, authority: Certificates) -> None:
    rate, burst = ("100r/s", "500") if name == "instance" else ("50r/s", "200")
    changes = {f"rate={rate};": "rate=1r/m;", f"burst={burst} nodelay;": "burst=2 nodelay;"}
    with started(name, tmp_path, authority, changes) as nginx:
        assert [nginx.get(PATHS[name], method="HEAD").status for _ in range(5)] == [200, 200, 200, 503, 503]
        if name == "instance":
            # A client does not stop asking.
            assert b'"codyEnabled":false' in nginx.get(CONFIG).body


@pytest.mark.parametrize("hosts", [[], ["Host: a", "Host: b"], ["Host: a", "Host: a"], ["Host: a b"], ["Host: "]])
def test_a_request_needs_one_valid_host(nginx: Nginx, name: str, hosts: list[str]) -> None:
    with connected(nginx) as connection:
        connection.sendall(requesting(PATHS[name], *hosts))
        assert connection.recv(12) == b"HTTP/1.1 400"


def test_responses_require_tls_and_name_no_version(nginx: Nginx, name: str) -> None:
    for path in (PATHS[name], "/none", "/.api/client-configx", "/%00"):
        answer = nginx.get(path, method="HEAD")
        assert answer.headers["Server"] == "nginx"
        if answer.status != 400:
            assert answer.headers.get_all("Strict-Transport-Security") == ["max-age=31536000"], path
