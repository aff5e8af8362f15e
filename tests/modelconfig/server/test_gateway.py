"""The gateway's document over HTTP: its codings, conditional requests, and other requests."""

from __future__ import annotations

import gzip
import hashlib
import socket
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest

import modelconfig
from modelconfig.documents.current_day import day_of, now
from modelconfig.schema.embedded import embedded_bytes
from tests.modelconfig.publish.trees import BY_CODING
from tests.modelconfig.server.documents import document, real_bytes, text
from tests.modelconfig.server.process import Served, served, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATH = "/llm-models.json"


def compressed(running: Served) -> bool:
    return running.get(PATH, {"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Run a gateway with the embedded document, and wait for its compressed forms."""
    with served(tmp_path_factory.mktemp("gateway"), "gateway") as running:
        wait_until(partial(compressed, running), "compressed forms")
        yield running


def test_the_embedded_document_is_served_byte_for_byte(gateway: Served) -> None:
    answer = gateway.get(PATH)
    assert (answer.status, answer.body) == (200, real_bytes())
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["ETag"] == f'"{hashlib.sha256(real_bytes()).hexdigest()}"'
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["Cache-Control"].startswith("public, max-age=")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize("coding", BY_CODING)
def test_each_coding_has_the_same_content_and_its_own_entity_tag(gateway: Served, coding: str) -> None:
    answer = gateway.get(PATH, {"Accept-Encoding": coding})
    assert answer.headers["Content-Encoding"] == coding
    assert answer.headers["ETag"] == f'"{hashlib.sha256(answer.body).hexdigest()}"'
    assert BY_CODING[coding](answer.body) == real_bytes()
    assert len(answer.body) * 4 < len(real_bytes())


@pytest.mark.parametrize("coding", ["", *BY_CODING])
def test_a_conditional_request_gets_304(gateway: Served, coding: str) -> None:
    accepting = {"Accept-Encoding": coding}
    first = gateway.get(PATH, accepting)
    for condition in (first.headers["ETag"], f'"x", W/{first.headers["ETag"]}', "*"):
        again = gateway.get(PATH, accepting | {"If-None-Match": condition})
        assert (again.status, again.body) == (304, b"")
        for name in ("ETag", "Cache-Control", "Vary", "Last-Modified"):
            assert again.headers[name] == first.headers[name]
        assert "Content-Type" not in again.headers
    assert gateway.get(PATH, accepting | {"If-None-Match": '"other"'}).body == first.body


def test_the_entity_tag_of_another_coding_does_not_match(gateway: Served) -> None:
    packed = gateway.get(PATH, {"Accept-Encoding": "gzip"}).headers["ETag"]
    assert gateway.get(PATH, {"If-None-Match": packed}).status == 200


def test_if_none_match_takes_precedence_over_dates(gateway: Served) -> None:
    modified = gateway.get(PATH).headers["Last-Modified"]
    assert gateway.get(PATH, {"If-Modified-Since": modified}).status == 304
    assert gateway.get(PATH, {"If-Modified-Since": modified, "If-None-Match": '"other"'}).status == 200
    assert gateway.get(PATH, {"If-Modified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"}).status == 200


def test_the_modification_date_is_that_of_the_revision(gateway: Served) -> None:
    day, number = gateway.status()["document"]["revision"].split(".")
    modified = parsedate_to_datetime(gateway.get(PATH).headers["Last-Modified"])
    assert modified == datetime.fromisoformat(f"{day}T00:00:00+00:00") + timedelta(seconds=int(number))


def test_head_returns_the_same_headers_without_a_body(gateway: Served) -> None:
    for path in (PATH, "/", "/healthz", "/status", "/nowhere"):
        got, asked = gateway.get(path), gateway.get(path, method="HEAD")
        assert (asked.status, asked.body) == (got.status, b"")
        assert asked.headers["Content-Type"] == got.headers["Content-Type"]
        if path != "/status":
            assert asked.headers["Content-Length"] == str(len(got.body))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "NONSENSE"])
def test_other_methods_get_the_allowed_methods(gateway: Served, method: str) -> None:
    answer = gateway.get(PATH, method=method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")
    assert answer.json()["type"] == "method_not_allowed"


@pytest.mark.parametrize("path", ["/nowhere", "//llm-models.json", "/llm-models.json/", "/LLM-MODELS.JSON", "/%2e%2e/"])
def test_other_paths_are_not_found(gateway: Served, path: str) -> None:
    answer = gateway.get(path)
    assert (answer.status, answer.json()["type"]) == (404, "not_found")


def test_a_query_is_ignored(gateway: Served) -> None:
    assert gateway.get(PATH + "?client=vscode&version=1").body == real_bytes()


def test_the_page_is_served_with_its_policy(gateway: Served) -> None:
    answer = gateway.get("/")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert b"<html" in answer.body


def test_a_valid_request_id_is_returned(gateway: Served) -> None:
    assert gateway.get(PATH, {"X-Request-ID": "abc-123"}).headers["X-Request-ID"] == "abc-123"
    for strange in ("a b", "x" * 200, '"quoted"', "<script>"):
        replaced = gateway.get(PATH, {"X-Request-ID": strange}).headers["X-Request-ID"]
        assert replaced != strange
        assert len(replaced) == 16


def test_an_error_is_logged_under_the_id_that_the_client_gets(gateway: Served) -> None:
    given = gateway.get("/secret-looking-path?token=hunter2").headers["X-Request-ID"]
    line = gateway.wait_for_request(given)
    assert (line["status"], line["method"], line["route"]) == (404, "GET", "unknown")
    # Paths and queries of unauthenticated clients are not logged.
    assert "hunter2" not in gateway.log.read_text("utf-8")


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"BOGUS\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\n" + b"".join(b"X%d: 1\r\n" % number for number in range(5000)) + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01",
        b"\0" * 2000,
    ],
)
def test_invalid_requests_are_rejected_without_affecting_others(gateway: Served, request_bytes: bytes) -> None:
    with socket.create_connection(("127.0.0.1", gateway.port), timeout=20) as connection:
        connection.sendall(request_bytes)
        assert connection.recv(1 << 16).split(b" ")[1][:1] == b"4"
    assert gateway.get("/healthz").body == b"ok\n"


@pytest.mark.parametrize("field", ["If-None-Match", "Accept-Encoding", "X-Request-ID", "If-Modified-Since"])
def test_non_text_bytes_in_a_header_are_handled(gateway: Served, field: str) -> None:
    with socket.create_connection(("127.0.0.1", gateway.port), timeout=20) as connection:
        connection.sendall(b"GET /llm-models.json HTTP/1.1\r\nHost: x\r\n" + field.encode() + b": \xff\xfe\xe9\r\n\r\n")
        assert connection.recv(1 << 16).startswith(b"HTTP/1.1 200 ")


def test_metrics_count_responses(gateway: Served) -> None:
    from prometheus_client.parser import text_string_to_metric_families

    def counted(status: str) -> float:
        families = text_string_to_metric_families(gateway.get("/metrics").body.decode())
        samples = [sample for family in families for sample in family.samples]
        labels = {"route": PATH, "method": "GET", "status": status}
        return sum(
            sample.value
            for sample in samples
            if sample.name == "modelconfig_requests_total" and sample.labels == labels
        )

    before = counted("200"), counted("304")
    tag = gateway.get(PATH).headers["ETag"]
    gateway.get(PATH, {"If-None-Match": tag})
    gateway.get(PATH, {"If-None-Match": tag})
    assert (counted("200"), counted("304")) == (before[0] + 1, before[1] + 2)


def test_metrics_describe_the_served_document(gateway: Served) -> None:
    from prometheus_client.parser import text_string_to_metric_families

    for path in (PATH, "/metrics"):
        assert gateway.get(path).status == 200
    families = {family.name: family for family in text_string_to_metric_families(gateway.get("/metrics").body.decode())}
    status = gateway.status()["document"]
    assert families["modelconfig_models"].samples[0].value == status["models"]
    assert families["modelconfig_ready"].samples[0].value == 1
    activated = families["modelconfig_document_activated_timestamp_seconds"].samples[0].value
    assert 0 <= now().timestamp() - activated < 3600
    (served_document,) = families["modelconfig_document_info"].samples
    assert served_document.labels == {name: status[name] for name in ("revision", "digest", "source")}
    assert families["modelconfig_build_info"].samples[0].labels == {"version": modelconfig.__version__}
    assert families["modelconfig_stale"].samples[0].value == 0
    durations = families["modelconfig_request_duration_seconds"].samples
    assert {sample.labels["route"] for sample in durations} >= {PATH, "/metrics"}
    assert "process_resident_memory_bytes" in families


def test_models_that_retire_are_in_status_and_metrics(tmp_path: Path) -> None:
    from prometheus_client.parser import text_string_to_metric_families

    made = document()
    for model, changes in zip(made["models"], ({"retiresOn": "2027-01-14"}, {"retiresOn": "2026-12-11"}), strict=False):
        model |= {"status": "stable", **changes}
    for model in made["models"][2:]:
        model |= {"retiresOn": "2020-01-01", "status": "deprecated"}
    first, second = (model["modelRef"] for model in made["models"][:2])
    completing = next(model["modelRef"] for model in made["models"][2:] if "autocomplete" in model["capabilities"])
    made["defaultModels"] = {"chat": first, "fastChat": first, "codeCompletion": completing}
    (tmp_path / "models.json").write_text(text(made), "utf-8")
    with served(tmp_path, "gateway", "--models", tmp_path / "models.json") as running:
        assert running.status()["document"]["retiringModels"] == [
            {"modelRef": first, "retiresOn": "2027-01-14", "defaultFor": ["chat", "fastChat"]},
            {"modelRef": second, "retiresOn": "2026-12-11", "defaultFor": []},
        ]
        metrics = running.get("/metrics").body.decode()
    families = {family.name: family for family in text_string_to_metric_families(metrics)}
    samples = families["modelconfig_model_retires_timestamp_seconds"].samples
    found = {(one.labels["model"], one.labels["default"]): one.value for one in samples}
    assert found == {
        (first, "chat,fastChat"): datetime(2027, 1, 14, tzinfo=UTC).timestamp(),
        (second, ""): datetime(2026, 12, 11, tzinfo=UTC).timestamp(),
    }


def test_the_companion_of_the_embedded_document_is_served_with_its_etag(gateway: Served, tmp_path: Path) -> None:
    expected = embedded_bytes("models.sources.json")
    answer = gateway.get("/models.sources.json")
    assert (answer.status, answer.body) == (200, expected)
    assert answer.headers["ETag"] == f'"{hashlib.sha256(expected).hexdigest()}"'
    assert answer.headers["Cache-Control"] == gateway.get(PATH).headers["Cache-Control"]
    again = gateway.get("/models.sources.json", {"If-None-Match": answer.headers["ETag"]})
    assert (again.status, again.body) == (304, b"")
    assert gzip.decompress(gateway.get("/models.sources.json", {"Accept-Encoding": "gzip"}).body) == expected
    assert gateway.status()["document"]["checked"] == {"oldest": "2025-07-24", "newest": "2026-11-26"}
    (tmp_path / "models.json").write_text(text(document()), "utf-8")
    with served(tmp_path, "gateway", "--models", tmp_path / "models.json") as other:
        assert other.get("/models.sources.json").status == 404
        assert other.status()["document"]["checked"] is None


def test_two_gateways_send_identical_responses_for_one_document(gateway: Served, tmp_path: Path) -> None:
    path = tmp_path / "models.json"
    path.write_bytes(real_bytes())
    with served(tmp_path, "gateway", "--models", path) as other:
        wait_until(partial(compressed, other), "compressed forms")
        for coding in ("", *BY_CODING):
            here, there = (one.get(PATH, {"Accept-Encoding": coding}) for one in (gateway, other))
            assert here.body == there.body
            assert (here.headers["ETag"], here.headers["Last-Modified"]) == (
                there.headers["ETag"],
                there.headers["Last-Modified"],
            )


def test_a_revision_in_the_future_has_no_last_modified(tmp_path: Path) -> None:
    path = tmp_path / "models.json"
    tomorrow = day_of(now()) + timedelta(days=2)
    for revision in (f"{tomorrow}.1", "not a revision"):
        path.write_text(text(document(revision)))
        with served(tmp_path, "gateway", "--models", path) as running:
            assert "Last-Modified" not in running.get(PATH).headers
            assert running.get(PATH, {"If-Modified-Since": "Sun, 22 Nov 2026 00:00:00 GMT"}).status == 200
