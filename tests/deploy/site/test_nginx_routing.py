"""Which requests nginx at a site sends to the instance, which to the site, and with what headers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.deploy.echo import echo
from tests.deploy.nginx import free_port
from tests.deploy.site.site_proxy import ALLOWED, CONFIG, SERVICE_TOKEN, VIEW, proxy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.deploy.echo import Echo
    from tests.deploy.nginx import Nginx
    from tests.modelconfig.server.certificates import Certificates

OURS = [
    VIEW,
    "/.api/client-config",
    "/.api/llm/models",
    "/.api/llm/models/acme::v1::large",
    "/.api/llm/models/acme%3A%3Av1%3A%3Aaccounts%2Facme%2fmodels%2Flarge",
    "/.api/llm/models/acme::v1::accounts/acme/models/large",
    "/.api/llm/models/a%252Fb%20c%C3%A9",
    "/.api/llm/models?limit=1&x=%2F",
]
THEIRS = [
    "/", "/status", "/metrics", "/healthz", "/readyz", "/llm-models.json", "/.api/graphql",
    "/.api/llm/chat/completions", "/.api/llm", "/x/.api/client-config", "/a%2Fb?c=%2Fd",
]  # fmt: skip
SIMILAR = [
    "/.api/llm/modelsx", "/.api/modelconfig/supported-models.json/", "/.api/modelconfig/supported-models.jsonx",
    "/.api/modelconfig/", "/.api/modelconfig", "/.api/client-config/", "/.api/client-config%0a", "/.api/Client-Config",
    "/.API/llm/models", "/.api/client-config.json", "/.api/client-config;x", "/.api/client-config%3Fx",
    "/.modelconfig-user",
    "/.api/llm/models%3Fx", "/.api/llm/models/a%0Ab", "//.api/client-config/", "/.api/x/../client-config/",
]  # fmt: skip


@pytest.fixture(scope="module")
def echoes(tmp_path_factory: pytest.TempPathFactory, authority: Certificates) -> Iterator[tuple[Nginx, Echo, Echo]]:
    with echo("instance") as instance, echo("site") as site:
        folder = tmp_path_factory.mktemp("echoes") / "nginx"
        with proxy(folder, authority, instance.address, site.address) as nginx:
            yield nginx, instance, site


def asked(nginx: Nginx, path: str, headers: dict[str, str] | None = None) -> dict[str, Any]:
    """Return the request that the server behind nginx received."""
    answer = nginx.get(path, headers)
    assert answer.status == 200, (path, answer)
    response: dict[str, Any] = json.loads(answer.body)
    return response


@pytest.mark.parametrize("path", OURS)
def test_model_requests_are_proxied_unchanged_to_the_instance(echoes: tuple[Nginx, Echo, Echo], path: str) -> None:
    response = asked(echoes[0], path)
    assert (response["server"], response["line"]) == ("instance", f"GET {path} HTTP/1.1")


@pytest.mark.parametrize("path", THEIRS)
def test_other_requests_are_proxied_unchanged_to_the_site(echoes: tuple[Nginx, Echo, Echo], path: str) -> None:
    response = asked(echoes[0], path)
    assert (response["server"], response["line"]) == ("site", f"GET {path} HTTP/1.1")


@pytest.mark.parametrize("path", SIMILAR)
def test_similar_paths_reach_neither_server(echoes: tuple[Nginx, Echo, Echo], path: str) -> None:
    nginx, instance, site = echoes
    before = len(instance.seen), len(site.seen)
    assert nginx.get(path, ALLOWED).status == 404
    assert (len(instance.seen), len(site.seen)) == before


def test_headers_sent_to_the_instance(echoes: tuple[Nginx, Echo, Echo]) -> None:
    sent = {
        "Authorization": "token sgp_canary",
        "Cookie": "sgs=session",
        "X-Forwarded-User": "alice",
        "X-Forwarded-For": "192.0.2.1",
        "X-Request-ID": "my-id-1",
        "Accept-Encoding": "br, gzip",
    }
    found = asked(echoes[0], VIEW, sent)["headers"]
    assert found == {
        "authorization": f"token {SERVICE_TOKEN}",
        "x-forwarded-for": "127.0.0.1",
        "host": "127.0.0.1",
        "x-request-id": "my-id-1",
        "accept-encoding": "br, gzip",
    }


def test_no_body_is_sent_to_the_instance(echoes: tuple[Nginx, Echo, Echo]) -> None:
    connection = echoes[0].connection()
    connection.request("POST", VIEW, body=b"x" * 300_000, headers=ALLOWED)
    response = json.loads(connection.getresponse().read())
    connection.close()
    assert (response["server"], response["sent"]) == ("instance", "")
    assert not {"content-length", "transfer-encoding"} & set(response["headers"])


def test_headers_sent_to_the_site(echoes: tuple[Nginx, Echo, Echo]) -> None:
    sent = {"Authorization": "token sgp_canary", "Cookie": "sgs=session", "X-Forwarded-For": "192.0.2.1"}
    found = asked(echoes[0], "/.api/graphql", sent)["headers"]
    assert (found["authorization"], found["cookie"]) == ("token sgp_canary", "sgs=session")
    assert found["x-forwarded-for"] == "192.0.2.1, 127.0.0.1"
    assert (found["x-real-ip"], found["x-forwarded-proto"]) == ("127.0.0.1", "https")
    upgrade = asked(echoes[0], "/.api/x", {"Upgrade": "websocket", "Connection": "Upgrade"})["headers"]
    assert (upgrade["upgrade"], upgrade["connection"]) == ("websocket", "upgrade")


@pytest.mark.parametrize("path", [VIEW, "/search"])
@pytest.mark.parametrize("given", ["", "a b", '"', "x" * 129])
def test_every_request_has_an_id(echoes: tuple[Nginx, Echo, Echo], path: str, given: str) -> None:
    made = {asked(echoes[0], path, {"X-Request-ID": given})["headers"]["x-request-id"] for _ in range(3)}
    assert len(made) == 3
    assert {len(one) for one in made} == {32}


def test_a_response_of_the_site_is_streamed(echoes: tuple[Nginx, Echo, Echo]) -> None:
    nginx, _, site = echoes
    connection = nginx.connection()
    try:
        connection.request("GET", "/slow")
        answer = connection.getresponse()
        first = answer.read1(10)
        assert first
        site.go_on.set()
        assert json.loads(first + answer.read())["path"] == "/slow"
        assert not site.gave_up, "nothing arrived before the response was complete"
    finally:
        connection.close()


def test_a_request_body_is_sent_to_the_site(echoes: tuple[Nginx, Echo, Echo]) -> None:
    connection = echoes[0].connection()
    try:
        connection.request("POST", "/.api/llm/chat/completions", body=b"x" * 2_000_000)
        response = json.loads(connection.getresponse().read())
    finally:
        connection.close()
    assert (response["server"], len(response["sent"])) == ("site", 2_000_000)


def test_requests_for_an_unavailable_instance_are_not_sent_to_the_site(tmp_path: Path, authority: Certificates) -> None:
    with echo("site") as site, proxy(tmp_path / "nginx", authority, f"127.0.0.1:{free_port()}", site.address) as nginx:
        for path in OURS:
            answer = nginx.get(path, ALLOWED)
            assert answer.status == (200 if path == CONFIG else 503)
            assert json.loads(answer.body).get("codyEnabled", False) is False
        assert {one["path"] for one in site.seen} == {CONFIG}
        assert nginx.get("/search").status == 200
