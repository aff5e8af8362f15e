"""An instance and a Sourcegraph site behind one real nginx, with the shipped configuration."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.deploy.echo import echo
from tests.deploy.nginx import SHIPPED
from tests.deploy.site.site_proxy import ALLOWED, CONFIG, LIST, SERVICE_TOKEN, VIEW, proxy
from tests.modelconfig.server.process import served, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.deploy.echo import Echo
    from tests.deploy.nginx import Nginx
    from tests.modelconfig.server.certificates import Certificates
    from tests.modelconfig.server.process import Served

SERVICE = {"Authorization": f"token {SERVICE_TOKEN}"}
TRICKS = [
    "/.api/llm/models/../../../{}", "/.api/llm/models/..%2f..%2f..%2f{}", "/.api/llm/models/%2e%2e/%2e%2e/%2e%2e/{}",
    "/{}/../.api/client-config", "/{}%2f..%2f.api/client-config", "//{}", "/.api/client-config/../../{}",
    "/.api/client-config%00/{}", "/{}#/../.api/client-config", "/.api/llm/models/%0a/../../../../{}", "/.api//../{}",
    "/.api/llm/models/..;/{}", "/{}?/../../.api/client-config", "/.api/llm/models\\..\\..\\..\\{}",
]  # fmt: skip
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
