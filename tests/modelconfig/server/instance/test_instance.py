"""The responses of an instance: client views of the merged document, for requests with a token."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from modelconfig.documents.loader import load_document
from modelconfig.jsontext.writer import dump_document
from modelconfig.merge.pipeline import merge_site
from modelconfig.views.client_view import client_view
from tests.modelconfig.publish.trees import BY_CODING
from tests.modelconfig.server.instances import AUTHORISED, CONFIG, GUARDED, LIST, MODELS, TOKEN, InstanceProcess

if TYPE_CHECKING:
    from collections.abc import Iterator

ODD = "acme/llm::v1::a/b?c=d%20e&f;g[h]@i"
"""A reference with every character that has a meaning in a URL."""
PLAIN = "acme/llm::v1::plain"
SITE = json.dumps(
    {
        "licenseKey": "a licence",
        "modelConfiguration": {
            "sourcegraph": {},
            "providerOverrides": [
                {
                    "id": "acme/llm",
                    "displayName": "Acme",
                    "serverSideConfig": {
                        "type": "openaicompatible",
                        "endpoints": [{"url": "https://llm.acme.example"}],
                    },
                }
            ],
            "modelOverrides": [
                {"modelRef": ODD, "displayName": "Ödd", "capabilities": ["chat"]},
                {"modelRef": PLAIN, "capabilities": ["chat"]},
            ],
        },
    }
)


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[InstanceProcess]:
    with InstanceProcess(tmp_path_factory.mktemp("instance"), SITE).running() as running:
        running.wait_for_codings()
        yield running


def test_clients_get_the_client_view_of_the_merged_document(instance: InstanceProcess) -> None:
    answer = instance.get(MODELS)
    merged = merge_site(load_document(), json.loads(SITE)).document
    assert merged is not None
    assert answer.body.decode() == dump_document(client_view(merged))
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert answer.headers["Vary"] == "Authorization, Accept-Encoding"
    assert answer.headers["ETag"] == f'"{hashlib.sha256(answer.body).hexdigest()}"'
    assert int(answer.headers["Content-Length"]) == len(answer.body)


@pytest.mark.parametrize("coding", BY_CODING)
def test_compressed_forms_have_the_same_content(instance: InstanceProcess, coding: str) -> None:
    for path in (MODELS, LIST, "/"):
        answer = instance.get(path, {**AUTHORISED, "Accept-Encoding": coding})
        assert answer.headers["Content-Encoding"] == coding
        assert BY_CODING[coding](answer.body) == instance.get(path).body
        assert answer.headers["ETag"] == f'"{hashlib.sha256(answer.body).hexdigest()}"'


@pytest.mark.parametrize("path", [MODELS, LIST, CONFIG, f"{LIST}/{PLAIN}", "/"])
def test_a_conditional_request_gets_304(instance: InstanceProcess, path: str) -> None:
    first = instance.get(path)
    again = instance.get(path, {**AUTHORISED, "If-None-Match": first.headers["ETag"]})
    assert (again.status, again.body) == (304, b"")
    for name in ("ETag", "Cache-Control", "Vary"):
        assert again.headers[name] == first.headers[name]
    # Without a token the response does not show whether the content is unchanged.
    assert instance.get(path, {"If-None-Match": first.headers["ETag"]}).status == 401


@pytest.mark.parametrize("path", [MODELS, LIST, CONFIG, f"{LIST}/{PLAIN}", "/", "/status", "/metrics"])
def test_head_returns_the_headers_of_get_without_content(instance: InstanceProcess, path: str) -> None:
    whole, head = instance.get(path), instance.get(path, method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Type"] == whole.headers["Content-Type"]
    assert head.headers["ETag"] == whole.headers["ETag"]
    if whole.headers["ETag"]:
        assert head.headers["Content-Length"] == str(len(whole.body))


@pytest.mark.parametrize("path", GUARDED)
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": ""},
        {"Authorization": "token wrong"},
        {"Authorization": f"Basic {TOKEN}"},
        {"Authorization": TOKEN},
        {"Authorization": f"token {TOKEN}x"},
        {"Cookie": f"token={TOKEN}"},
    ],
)
def test_requests_without_a_valid_token_are_rejected(
    instance: InstanceProcess, path: str, headers: dict[str, str]
) -> None:
    for method in ("GET", "HEAD", "POST"):
        # The attempts of a proxy that is not named are not limited.
        answer = instance.get(path, headers | {"Via": "1.1 proxy"}, method)
        assert answer.status == 401
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")
        assert b"anthropic" not in answer.body
        if method != "HEAD" and path != "/":
            assert answer.json()["type"] == "unauthorized"


@pytest.mark.parametrize("header", [f"token {TOKEN}", f"Bearer {TOKEN}", f"TOKEN {TOKEN}", f"bearer   {TOKEN}"])
def test_both_schemes_are_accepted(instance: InstanceProcess, header: str) -> None:
    assert instance.get(MODELS, {"authorization": header}).status == 200


def test_two_authorization_headers_are_rejected(instance: InstanceProcess) -> None:
    assert instance.get(MODELS, {"Authorization": f"token {TOKEN}, token {TOKEN}"}).status == 401


def test_the_list_contains_every_model_once(instance: InstanceProcess) -> None:
    answer = instance.get(LIST)
    listed = answer.json()
    models = instance.get(MODELS).json()["models"]
    assert listed["object"] == "list"
    assert [one["id"] for one in listed["data"]] == [model["modelRef"] for model in models]
    assert listed["data"][-1] == {"id": PLAIN, "object": "model", "created": 0, "owned_by": "acme/llm"}


@pytest.mark.parametrize("ref", [ODD, PLAIN, "anthropic::2024-10-22::claude-sonnet-4-latest"])
@pytest.mark.parametrize("safe", ["", "/:", "/:&;@="])
def test_each_model_is_found_by_its_reference_however_it_is_encoded(
    instance: InstanceProcess, ref: str, safe: str
) -> None:
    answer = instance.get(f"{LIST}/{quote(ref, safe=safe)}")
    assert answer.status == 200
    expected = {"id": ref, "object": "model", "created": 0, "owned_by": ref.partition("::")[0]}
    assert answer.json() == expected
    assert answer.headers["Cache-Control"] == "private, no-cache"


def test_a_reference_is_found_without_any_encoding(instance: InstanceProcess) -> None:
    assert instance.get(f"{LIST}/{PLAIN}").status == 200
    assert instance.get(f"{LIST}/{ODD.replace('%', '%25')}").json()["id"] == ODD


@pytest.mark.parametrize(
    "ref", ["acme::v1::none", "x", "%00", "..", "%2e%2e/status", ODD + "%20", PLAIN.upper(), "%ff"]
)
def test_an_unknown_model_is_not_found(instance: InstanceProcess, ref: str) -> None:
    answer = instance.get(f"{LIST}/{ref}")
    assert answer.status == 404
    assert set(answer.json()) == {"type", "message"}
    assert answer.headers["Content-Type"] == "application/json"


def test_a_request_without_a_reference_is_rejected(instance: InstanceProcess) -> None:
    answer = instance.get(f"{LIST}/")
    assert (answer.status, answer.json()["type"]) == (400, "invalid_request")


def test_unknown_paths_are_not_found_by_authorised_clients(instance: InstanceProcess) -> None:
    for path in ("/.api/other", "/.api/", "/.api/modelconfig/", "/other"):
        assert instance.get(path).status == 404
    assert instance.get("/other", {}).status == 404


@pytest.mark.parametrize("path", [MODELS, LIST, CONFIG, f"{LIST}/{PLAIN}", "/status"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_methods_that_write_are_rejected(instance: InstanceProcess, path: str, method: str) -> None:
    answer = instance.get(path, method=method)
    assert answer.status == 405
    assert answer.headers["Allow"] == "GET, HEAD"


def test_clients_get_their_feature_flags(instance: InstanceProcess) -> None:
    shown = instance.get(CONFIG).json()
    assert shown["codyEnabled"] is shown["modelsAPIEnabled"] is True
    assert shown["notices"] == []
    assert shown["modelsDigest"] == hashlib.sha256(instance.get(MODELS).body).hexdigest()


def test_health_and_readiness_need_no_token(instance: InstanceProcess) -> None:
    assert instance.get("/healthz", {}).status == 200
    assert instance.get("/readyz", {}).status == 200


def test_the_page_shows_models_with_a_token_and_a_form_without(instance: InstanceProcess) -> None:
    page = instance.get("/")
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["Cache-Control"] == "private, no-cache"
    assert "Ödd" in page.body.decode()
    shell = instance.get("/", {})
    assert shell.status == 401
    assert shell.headers["Content-Type"] == "text/html; charset=utf-8"
    assert shell.headers["Cache-Control"] == "no-store"
    assert "connect-src 'self'" in shell.headers["Content-Security-Policy"]
    assert MODELS in shell.body.decode()
    assert "Ödd" not in shell.body.decode()


def test_the_status_contains_every_part(instance: InstanceProcess) -> None:
    answer = instance.get("/status")
    status = answer.json()
    assert answer.headers["Cache-Control"] == "no-store"
    assert (status["service"], status["ready"], status["stale"], status["reasons"]) == ("instance", True, False, [])
    document = load_document()
    digest = hashlib.sha256(instance.get(MODELS).body).hexdigest()
    shown = status["document"]
    assert (shown["source"], shown["revision"], shown["digest"]) == ("embedded", document["revision"], digest)
    assert (shown["models"], shown["providers"], shown["generation"]) == (
        len(document["models"]) + 2,
        len(document["providers"]) + 1,
        1,
    )
    assert status["siteConfiguration"]["file"] == str(instance.site)
    assert (status["siteConfiguration"]["accepted"], status["siteConfiguration"]["refused"]) == (True, 0)
    assert (status["base"]["source"], status["base"]["models"]) == ("embedded", len(document["models"]))
    assert status["polling"] == {"enabled": False, "reason": "No gateway is configured (--gateway)."}
    assert (status["tokens"]["count"], status["tokens"]["problems"]) == (1, [])
    assert status["cache"] == {"directory": str(instance.cache), "problems": []}
    assert status["problems"] == []


def test_metrics_count_requests_and_describe_the_document(instance: InstanceProcess) -> None:
    instance.get(MODELS)
    instance.get(f"{LIST}/{PLAIN}")
    text = instance.get("/metrics").body.decode()
    for line in (
        "modelconfig_ready 1.0",
        f"modelconfig_models {len(load_document()['models']) + 2}.0",
        "modelconfig_generation 1.0",
        'modelconfig_refused_updates_total{what="site_configuration"} 0.0',
        'modelconfig_refused_updates_total{what="tokens"} 0.0',
    ):
        assert line in text.splitlines()
    assert f'modelconfig_requests_total{{method="GET",route="{MODELS}",status="200"}}' in text
    assert f'route="{LIST}/{{ref}}"' in text
    assert ODD not in text
