"""An instance and a Sourcegraph site behind one real nginx, with the shipped configuration."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.deploy.echo import echo
from tests.deploy.nginx import SHIPPED, free_port
from tests.deploy.site_proxy import CONFIG, LIST, SERVICE_TOKEN, VIEW, proxy
from tests.modelconfig.server.process import served, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.deploy.echo import Echo
    from tests.deploy.nginx import Nginx
    from tests.modelconfig.server.certificates import Certificates
    from tests.modelconfig.server.process import Served

ALLOWED = {"Authorization": "token sgp_of_a_user_of_the_site"}
SERVICE = {"Authorization": f"token {SERVICE_TOKEN}"}
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
TRICKS = [
    "/.api/llm/models/../../../{}", "/.api/llm/models/..%2f..%2f..%2f{}", "/.api/llm/models/%2e%2e/%2e%2e/%2e%2e/{}",
    "/{}/../.api/client-config", "/{}%2f..%2f.api/client-config", "//{}", "/.api/client-config/../../{}",
    "/.api/client-config%00/{}", "/{}#/../.api/client-config", "/.api/llm/models/%0a/../../../../{}", "/.api//../{}",
    "/.api/llm/models/..;/{}", "/{}?/../../.api/client-config", "/.api/llm/models\\..\\..\\..\\{}",
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


MODEL = {
    "modelRef": "acme::v1::accounts/acme/models/large", "displayName": "Large", "modelName": "large",
    "capabilities": ["chat"], "category": "speed", "status": "stable",
    "contextWindow": {"maxInputTokens": 45000, "maxOutputTokens": 4000},
}  # fmt: skip
SITE = {
    "modelConfiguration": {
        "sourcegraph": {},
        "providerOverrides": [
            {"id": "acme", "serverSideConfig": {"type": "openaicompatible", "endpoints": [
                {"url": "https://llm.acme.example", "accessToken": "sk-canary-canary-canary"}]}}
        ],
        "modelOverrides": [MODEL],
    }
}  # fmt: skip


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, authority: Certificates) -> Iterator[tuple[Nginx, Served, Echo]]:
    folder = tmp_path_factory.mktemp("real")
    (folder / "site.json").write_text(json.dumps(SITE))
    environment = {"MODELCONFIG_TOKENS": SERVICE_TOKEN}
    with (
        served(folder, "instance", "--site-config", folder / "site.json", env=environment) as instance,
        echo("site") as site,
        proxy(folder / "nginx", authority, f"127.0.0.1:{instance.port}", site.address) as nginx,
    ):
        site.users = {("authorization", ALLOWED["Authorization"])}
        wait_until(lambda: instance.get(VIEW, {**SERVICE, "Accept-Encoding": "gzip"}).headers["Content-Encoding"],
                   "the compressed forms")  # fmt: skip
        yield nginx, instance, site


@pytest.mark.parametrize("path", [VIEW, LIST, CONFIG])
def test_a_client_gets_the_response_of_the_instance(real: tuple[Nginx, Served, Echo], path: str) -> None:
    nginx, instance, _ = real
    for given in ({}, {"Accept-Encoding": "gzip"}, {"Accept-Encoding": "br"}):
        through, direct = nginx.get(path, {**ALLOWED, **given}), instance.get(path, {**SERVICE, **given})
        assert (through.status, through.body) == (200, direct.body)
        for name in ("ETag", "Content-Type", "Content-Encoding", "Cache-Control", "Vary", "X-Content-Type-Options"):
            assert through.headers.get_all(name) == direct.headers.get_all(name), name
        tag = through.headers["ETag"]
        again = nginx.get(path, {**ALLOWED, **given, "If-None-Match": tag})
        assert (again.status, again.body, again.headers["ETag"]) == (304, b"", tag)
        assert nginx.get(path, {**ALLOWED, **given}, method="HEAD").headers["Content-Length"] == str(len(through.body))


def test_the_merged_document_arrives_without_its_secrets(real: tuple[Nginx, Served, Echo]) -> None:
    body = gzip.decompress(real[0].get(VIEW, {**ALLOWED, "Accept-Encoding": "gzip"}).body)
    assert MODEL["modelRef"] in [model["modelRef"] for model in json.loads(body)["models"]]
    assert b"canary" not in body


@pytest.mark.parametrize("slash", ["/", "%2F", "%2f"])
@pytest.mark.parametrize("colon", [":", "%3A"])
def test_a_reference_with_slashes_is_found(real: tuple[Nginx, Served, Echo], slash: str, colon: str) -> None:
    ref = str(MODEL["modelRef"])
    answer = real[0].get("/.api/llm/models/" + ref.replace("/", slash).replace(":", colon), ALLOWED)
    assert (answer.status, json.loads(answer.body)["id"]) == (200, ref)


@pytest.mark.parametrize("path", [VIEW, LIST, f"{LIST}/x", CONFIG])
@pytest.mark.parametrize(
    "given",
    [
        {},
        {"Authorization": "token wrong"},
        {"Cookie": f"token={SERVICE_TOKEN}"},
        {"Authorization": f"token {SERVICE_TOKEN}"},
    ],
)
def test_requests_without_a_token_are_rejected(
    real: tuple[Nginx, Served, Echo], path: str, given: dict[str, str]
) -> None:
    assert real[0].get(path, given).status == 401


def test_nginx_and_the_instance_use_the_same_request_id(real: tuple[Nginx, Served, Echo]) -> None:
    nginx, instance, _ = real
    assert nginx.get(VIEW, {**ALLOWED, "X-Request-ID": "trace-7"}).headers["X-Request-ID"] == "trace-7"
    nginx.get(f"{LIST}/none", {**ALLOWED, "X-Request-ID": "trace-8"})
    wait_until(lambda: "trace-8" in [line.get("id") for line in instance.events("request")], "the line of the log")


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("hidden", ["status", "metrics", "readyz", ""])
def test_operator_paths_of_the_instance_are_not_reachable(
    real: tuple[Nginx, Served, Echo], trick: str, hidden: str
) -> None:
    answer = real[0].get(trick.format(hidden).replace(" ", "%20"), ALLOWED)
    for secret in (b'"service"', b"modelconfig_", b"<html lang"):
        assert secret not in answer.body, answer
    if answer.status == 200:
        response = json.loads(answer.body)
        assert response.get("server") == "site" or "codyEnabled" in response


def test_the_variant_with_a_file_of_tokens(tmp_path: Path, authority: Certificates) -> None:
    command = re.search(r"^sed .*?(?= > )", (SHIPPED / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert command is not None
    variant = subprocess.run(
        ["sh", "-c", command.group()], cwd=SHIPPED.parents[1], capture_output=True, text=True, check=True
    ).stdout
    (tmp_path / "site.json").write_text(json.dumps(SITE))
    environment = {"MODELCONFIG_TOKENS": ALLOWED["Authorization"].split()[1]}
    options = ("--site-config", tmp_path / "site.json", "--trusted-proxy", "127.0.0.1")
    with (
        served(tmp_path, "instance", *options, env=environment) as instance,
        echo("site") as site,
        proxy(tmp_path / "nginx", authority, f"127.0.0.1:{instance.port}", site.address, text=variant) as nginx,
    ):
        for path in (VIEW, LIST, CONFIG):
            answer = nginx.get(path, ALLOWED)
            assert (answer.status, answer.body) == (200, instance.get(path, ALLOWED).body)
            for given in ({}, SERVICE, {"Cookie": ALLOWED["Authorization"]}):
                assert nginx.get(path, given).status == 401
        # Failed attempts are limited by the address of the client.
        other = {nginx.get(VIEW, {"X-Forwarded-For": "192.0.2.1"}, source="127.0.0.2").status for _ in range(40)}
        assert other == {401, 429}
        assert [nginx.get(VIEW, given).status for given in ({}, ALLOWED)] == [401, 200]
        assert nginx.get(VIEW, ALLOWED, source="127.0.0.2").status == 200
        assert site.seen == []
        assert instance.stop() == 0
        assert nginx.get(VIEW, ALLOWED).status == 503
        assert json.loads(nginx.get(CONFIG, ALLOWED).body)["codyEnabled"] is False
        assert not [file for file in (tmp_path / "nginx" / "models").rglob("*") if file.is_file()]
