"""`modelconfig serve gateway` behind a real nginx, with the shipped configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from modelconfig.schema.embedded import embedded_bytes
from tests.deploy.nginx import free_port, running, shipped
from tests.modelconfig.server.process import served, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.deploy.nginx import Nginx
    from tests.modelconfig.server.certificates import Certificates
    from tests.modelconfig.server.process import Served

POLLED = "/llm-models.json"
SAME = ("ETag", "Last-Modified", "Content-Type", "Content-Encoding", "Content-Length", "Cache-Control", "Vary")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, authority: Certificates) -> Iterator[tuple[Nginx, Served]]:
    folder = tmp_path_factory.mktemp("gateway")
    with served(folder, "gateway", "--log-requests", "all", "--trusted-proxy", "127.0.0.1") as gateway:
        wait_until(lambda: gateway.get(POLLED, {"Accept-Encoding": "br"}).headers["Content-Encoding"], "brotli")
        port = free_port()
        changes = {
            "listen 443 ssl;": f"listen 127.0.0.1:{port} ssl;",
            "/etc/ssl/certs/models.example.com.pem": authority.server,
            "/etc/ssl/private/models.example.com.key": authority.server,
            "server 127.0.0.1:8080;": f"server 127.0.0.1:{gateway.port};",
        }
        text = shipped("nginx-gateway-proxy.conf", changes)
        with running(folder / "nginx", port, text, trusted=authority.authority) as nginx:
            yield nginx, gateway


@pytest.mark.parametrize("path", [POLLED, "/"])
@pytest.mark.parametrize("coding", ["identity", "gzip", "br", "zstd"])
def test_responses_are_passed_on_unchanged(both: tuple[Nginx, Served], path: str, coding: str) -> None:
    through, direct = (one.get(path, {"Accept-Encoding": coding}) for one in both)
    assert (through.status, through.body) == (200, direct.body)
    for name in (*SAME, "Content-Security-Policy", "X-Content-Type-Options"):
        assert through.headers.get_all(name) == direct.headers.get_all(name), name
    again = both[0].get(path, {"Accept-Encoding": coding, "If-None-Match": through.headers["ETag"]})
    assert (again.status, again.body) == (304, b"")


def test_the_document_equals_the_one_of_the_gateway(both: tuple[Nginx, Served]) -> None:
    assert both[0].get(POLLED).body == embedded_bytes("models.json")


@pytest.mark.parametrize(
    "path",
    ["/status", "/metrics", "/healthz", "/readyz", "/x", "/llm-models.jsonx", "/llm-models.json/", "//status",
     "/llm-models.json/../status", "/status%0a", "/%0a"],
)  # fmt: skip
def test_operator_paths_are_not_reachable(both: tuple[Nginx, Served], path: str) -> None:
    answer = both[0].get(path)
    assert answer.status == 404
    assert b'"service"' not in answer.body
    assert b"modelconfig" not in answer.body


def test_a_request_keeps_its_id(both: tuple[Nginx, Served]) -> None:
    assert both[0].get(POLLED, {"X-Request-ID": "trace-7"}).headers["X-Request-ID"] == "trace-7"
    assert len(both[0].get(POLLED).headers["X-Request-ID"]) == 32


def test_the_log_of_the_gateway_has_the_address_of_the_client(both: tuple[Nginx, Served]) -> None:
    nginx, gateway = both
    headers = {"X-Request-ID": "of-the-client", "X-Forwarded-For": "192.0.2.1"}
    assert nginx.get(POLLED, headers, source="127.0.0.2").status == 200
    wait_until(lambda: any(line["id"] == "of-the-client" for line in gateway.events("request")), "the event")
    assert {line["client"] for line in gateway.events("request") if line["id"] == "of-the-client"} == {"127.0.0.2"}
