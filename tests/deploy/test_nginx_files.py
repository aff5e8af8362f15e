"""A published tree behind a real nginx with the shipped configuration."""

from __future__ import annotations

import email.utils
import json
import shutil
import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from modelconfig.publish.page_folder import page_files, write_page
from tests.deploy.nginx import MODULES, free_port, running, shipped
from tests.helpers.programs import missing
from tests.modelconfig.publish.samples import document, model
from tests.modelconfig.publish.trees import DECODERS, digest, publish, text
from tests.modelconfig.server.process import PATIENCE, served, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.deploy.nginx import Answer, Nginx
    from tests.modelconfig.server.certificates import Certificates

POLLED = "/llm-models.json"
FIRST = document()
SECOND = document(revision="2026-11-22.2", models=[model(displayName="Larger")])
SHORT = "public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400"
LONG = "public, max-age=31536000, immutable"
BROTLI = "ngx_http_brotli_static_module.so"


@contextmanager
def gateway(folder: Path, tree: Path, authority: Certificates, *, brotli: bool = False) -> Iterator[tuple[Nginx, int]]:
    """Run nginx for a tree; the second port uses TLS."""
    port, encrypted = free_port(), free_port()
    changes = {
        "listen 80;": f"listen 127.0.0.1:{port};",
        "listen 443 ssl;": f"listen 127.0.0.1:{encrypted} ssl;",
        "/etc/ssl/certs/models.example.com.pem": authority.server,
        "/etc/ssl/private/models.example.com.key": authority.server,
        "root /srv/modelconfig;": f"root {tree};",
        "root /srv/modelconfig-page;": f"root {tree.with_name('page')};",
    }
    if brotli:
        changes["#brotli_static on;"] = "brotli_static on;"
    modules = [BROTLI] if brotli else []
    with running(folder, port, shipped("nginx-gateway.conf", changes), *modules) as nginx:
        yield nginx, encrypted


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public") / "tree"
    publish(folder, FIRST)
    publish(folder, SECOND)
    return folder


@pytest.fixture(scope="module")
def nginx(tmp_path_factory: pytest.TempPathFactory, tree: Path, authority: Certificates) -> Iterator[Nginx]:
    with gateway(tmp_path_factory.mktemp("nginx") / "run", tree, authority) as (running_one, _):
        yield running_one


def headers(answer: Answer, *names: str) -> list[str | None]:
    """Return the values of headers; each can occur once."""
    found = [answer.headers.get_all(name) for name in names]
    assert all(values is None or len(values) == 1 for values in found), found
    return [values[0] if values else None for values in found]


def names_of(value: dict[str, object]) -> list[str]:
    return [POLLED, f"/{digest(value)}.json"]


@pytest.mark.parametrize("path", names_of(SECOND))
@pytest.mark.parametrize("accepted", [None, "identity", "gzip", "gzip, deflate, br, zstd", "gzip;q=0", "br"])
def test_a_document_is_served_in_the_accepted_coding(nginx: Nginx, path: str, accepted: str | None) -> None:
    answer = nginx.get(path, {"Accept-Encoding": accepted} if accepted is not None else {})
    packed = accepted is not None and accepted.startswith("gzip") and accepted != "gzip;q=0"
    assert answer.status == 200
    assert DECODERS[".gz" if packed else ""](answer.body) == text(SECOND)
    assert headers(answer, "Content-Type", "Content-Encoding", "Content-Length", "Vary", "X-Content-Type-Options") == [
        "application/json", "gzip" if packed else None, str(len(answer.body)), "Accept-Encoding", "nosniff",
    ]  # fmt: skip
    assert headers(answer, "Cache-Control") == [SHORT if path == POLLED else LONG]


@pytest.mark.parametrize("header", ["Via", "X-Forwarded-For"])
def test_clients_behind_a_cdn_get_compressed_responses(nginx: Nginx, header: str) -> None:
    assert headers(nginx.get(POLLED, {"Accept-Encoding": "gzip", header: "1.1 cdn"}), "Content-Encoding") == ["gzip"]


def test_http_1_0_clients_get_compressed_responses(nginx: Nginx) -> None:
    with socket.create_connection(("127.0.0.1", nginx.port), timeout=PATIENCE) as connection:
        connection.sendall(b"GET /llm-models.json HTTP/1.0\r\nAccept-Encoding: gzip\r\n\r\n")
        answer = connection.makefile("rb").read()
    assert b"Content-Encoding: gzip" in answer
    assert DECODERS[".gz"](answer.partition(b"\r\n\r\n")[2]) == text(SECOND)


def test_the_pointer_names_the_newest_document(nginx: Nginx) -> None:
    answer = nginx.get("/latest.json")
    assert headers(answer, "Content-Type", "Cache-Control", "Content-Encoding") == ["application/json", SHORT, None]
    assert nginx.get("/" + json.loads(answer.body)["path"]).body == text(SECOND)


def test_an_earlier_document_is_served_under_its_digest(nginx: Nginx) -> None:
    answer = nginx.get(f"/{digest(FIRST)}.json", {"Accept-Encoding": "gzip"})
    assert DECODERS[".gz"](answer.body) == text(FIRST)
    assert headers(answer, "Cache-Control") == [LONG]


@pytest.mark.parametrize("path", [*names_of(SECOND), "/latest.json"])
@pytest.mark.parametrize("accepted", ["identity", "gzip"])
def test_conditional_requests_get_304(nginx: Nginx, path: str, accepted: str) -> None:
    full = nginx.get(path, {"Accept-Encoding": accepted})
    tag, modified = headers(full, "ETag", "Last-Modified")
    assert tag is not None
    assert modified is not None
    assert tag.startswith('"')
    for condition in (
        {"If-None-Match": tag},
        {"If-None-Match": f'"other", W/{tag}'},
        {"If-Modified-Since": modified},
        {"If-None-Match": tag, "If-Modified-Since": modified},
    ):
        answer = nginx.get(path, {"Accept-Encoding": accepted, **condition})
        assert (answer.status, answer.body) == (304, b""), condition
        assert headers(answer, "ETag", "Cache-Control", "Vary") == headers(full, "ETag", "Cache-Control", "Vary")
    for condition in (
        {"If-None-Match": '"other"'},
        {"If-Modified-Since": email.utils.format_datetime(email.utils.parsedate_to_datetime(modified), usegmt=True)
         .replace("2026", "2025")},
    ):  # fmt: skip
        assert nginx.get(path, {"Accept-Encoding": accepted, **condition}).body == full.body


@pytest.mark.parametrize("path", [*names_of(SECOND), "/latest.json"])
@pytest.mark.parametrize("accepted", ["identity", "gzip"])
def test_head_returns_the_headers_of_get(nginx: Nginx, path: str, accepted: str) -> None:
    full = nginx.get(path, {"Accept-Encoding": accepted})
    head = nginx.get(path, {"Accept-Encoding": accepted}, method="HEAD")
    assert (head.status, head.body) == (200, b"")
    ignored = {"date", "connection"}
    assert [pair for pair in head.headers.items() if pair[0].lower() not in ignored] == [
        pair for pair in full.headers.items() if pair[0].lower() not in ignored
    ]


def test_each_coding_and_document_has_its_own_entity_tag(nginx: Nginx) -> None:
    tags = [
        headers(nginx.get(path, {"Accept-Encoding": accepted}), "ETag")[0]
        for path in (POLLED, f"/{digest(FIRST)}.json", "/latest.json")
        for accepted in ("identity", "gzip")
    ]
    # The pointer has no compressed form.
    assert len(set(tags)) == len(tags) - 1


@pytest.mark.parametrize(
    "path",
    [
        "/", "/index.html", "/headers.json", "/_headers", "/llm-models.json.gz", "/llm-models.json.br",
        f"/{digest(SECOND)}.json.gz", f"/{digest(SECOND)}", f"/{digest(SECOND).upper()}.json", "/llm-models.json/",
        f"/{'0' * 64}.json", f"/{'0' * 63}.json", f"/{'0' * 64}.json%0a", "/.llm-models.json.01234567.tmp",
        "/../secret", "/..%2fsecret", "/%2e%2e/secret", "/llm-models.json/../../secret", "//etc/passwd",
        "/llm-models.json%00",
    ],
)  # fmt: skip
def test_other_paths_are_not_found(nginx: Nginx, tree: Path, path: str) -> None:
    (tree.parent / "secret").write_text("canary")
    answer = nginx.get(path)
    assert answer.status in {400, 404}
    assert b"canary" not in answer.body
    assert b"Index of" not in answer.body
    assert answer.headers["Server"] == "nginx"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_methods_that_write_are_rejected(nginx: Nginx, tree: Path, method: str) -> None:
    assert nginx.get(POLLED, method=method).status in {403, 405}
    assert (tree / "llm-models.json").read_bytes() == text(SECOND)


def test_brotli_with_the_nginx_module(tmp_path: Path, tree: Path, authority: Certificates) -> None:
    if not (MODULES / BROTLI).exists():
        missing("libnginx-mod-http-brotli-static")
    with gateway(tmp_path / "nginx", tree, authority, brotli=True) as (nginx, _):
        for path in names_of(SECOND):
            answers = {}
            for accepted, coding, suffix in (
                ("gzip, br", "br", ".br"), ("br", "br", ".br"), ("gzip", "gzip", ".gz"), ("identity", None, ""),
            ):  # fmt: skip
                answer = nginx.get(path, {"Accept-Encoding": accepted})
                assert headers(answer, "Content-Encoding", "Vary") == [coding, "Accept-Encoding"]
                assert DECODERS[suffix](answer.body) == text(SECOND)
                answers[coding] = answer
            tags = {coding: headers(answer, "ETag")[0] for coding, answer in answers.items()}
            assert len(set(tags.values())) == 3
            again = nginx.get(path, {"Accept-Encoding": "br", "If-None-Match": str(tags["br"])})
            assert again.status == 304


def test_a_publication_is_served_from_the_next_request(tmp_path: Path, authority: Certificates) -> None:
    tree = tmp_path / "tree"
    publish(tree, FIRST)
    with gateway(tmp_path / "nginx", tree, authority) as (nginx, _):
        for accepted, suffix in (("identity", ""), ("gzip", ".gz")):
            publish(tree, FIRST)
            before = nginx.get(POLLED, {"Accept-Encoding": accepted})
            publish(tree, SECOND)
            after = nginx.get(POLLED, {"Accept-Encoding": accepted, "If-None-Match": str(before.headers["ETag"])})
            assert (after.status, DECODERS[suffix](after.body)) == (200, text(SECOND))


def test_copies_with_equal_times_have_the_same_entity_tags(tmp_path: Path, authority: Certificates) -> None:
    answers = []
    publish(tmp_path / "a", SECOND)
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    for name in ("a", "b"):
        with gateway(tmp_path / f"nginx-{name}", tmp_path / name, authority) as (nginx, _):
            answers.append([
                headers(nginx.get(path, {"Accept-Encoding": accepted}), "ETag", "Last-Modified")
                for path in (*names_of(SECOND), "/latest.json") for accepted in ("identity", "gzip")
            ])  # fmt: skip
    assert answers[0] == answers[1]


def test_the_page_is_served_when_it_was_written(tmp_path: Path, authority: Certificates) -> None:
    publish(tmp_path / "tree", SECOND)
    with gateway(tmp_path / "nginx", tmp_path / "tree", authority) as (nginx, _):
        assert nginx.get("/").status == 404
        write_page(tmp_path / "page", page_files(text(SECOND), SECOND))
        written = (tmp_path / "page" / "index.html").read_bytes()
        answer = nginx.get("/")
        assert (answer.status, answer.body) == (200, written)
        assert headers(answer, "Content-Type", "Cache-Control", "Vary", "X-Content-Type-Options") == [
            "text/html; charset=utf-8", "no-cache", "Accept-Encoding", "nosniff",
        ]  # fmt: skip
        assert headers(answer, "Content-Security-Policy") == ["frame-ancestors 'none'"]
        packed = nginx.get("/", {"Accept-Encoding": "gzip"})
        assert DECODERS[".gz"](packed.body) == written
        assert headers(packed, "Vary") == ["Accept-Encoding"]
        assert nginx.get("/", {"If-None-Match": str(answer.headers["ETag"])}).status == 304
        linked = nginx.get("/models.json")
        assert (linked.body, headers(linked, "Content-Type")) == (text(SECOND), ["application/json"])
        assert nginx.get("/_headers").status == 404


@pytest.mark.parametrize("encrypted", [False, True], ids=["http", "https"])
def test_an_instance_polls_it(tmp_path: Path, authority: Certificates, *, encrypted: bool) -> None:
    tree = tmp_path / "tree"
    token = "0123456789abcdef"
    newer = document(revision="2026-11-22.1", models=[model(displayName=f"Model {n}", modelRef=f"acme::v1::m{n}")
                                                      for n in range(60)],
                     defaultModels=dict.fromkeys(["chat", "fastChat", "codeCompletion"], "acme::v1::m1"))  # fmt: skip
    publish(tree, newer)
    (tmp_path / "site.json").write_text('{"modelConfiguration": {"sourcegraph": {}}}')
    with gateway(tmp_path / "nginx", tree, authority) as (nginx, port):
        url = f"https://127.0.0.1:{port}" if encrypted else nginx.url
        # The document is older than the embedded one, and one of the future would be rejected.
        arguments = ("--site-config", tmp_path / "site.json", "--gateway", url + POLLED, "--source", "polled")
        environment = {"MODELCONFIG_TOKENS": token, "SSL_CERT_FILE": str(authority.authority)}
        with served(tmp_path, "instance", *arguments, env=environment) as instance:
            allowed = {"Authorization": f"token {token}"}
            wait_until(lambda: instance.status(allowed)["document"]["source"] == "polled", "the polled document")
            seen = instance.get("/.api/modelconfig/supported-models.json", allowed).json()
            assert [one["modelRef"] for one in seen["models"]] == [one["modelRef"] for one in newer["models"]]
            instance.signal(1)
            wait_until(lambda: "unchanged" in instance.status(allowed)["polling"]["lastOutcome"], "an unchanged answer")
        log = (tmp_path / "nginx" / "access.log").read_text()
    assert '" 200 ' in log
    assert '" 304 ' in log
