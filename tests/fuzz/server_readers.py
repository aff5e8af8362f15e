"""What a server reads from a gateway, from its cache and from clients, as functions of bytes. Each raises nothing."""

from __future__ import annotations

import asyncio
import json
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from ipaddress import ip_network
from pathlib import Path
from typing import Any, cast

from modelconfig.jsontext.writer import canonical
from modelconfig.live.configuration import LiveConfiguration
from modelconfig.server.client_addresses import ClientAddresses
from modelconfig.server.gateway import Gateway
from modelconfig.server.http.app import App
from modelconfig.server.http.resources import Resource
from modelconfig.server.http.responses import JSON
from modelconfig.server.http.routes import Route, Routes
from modelconfig.server.instance.merged_store import NAME as MERGED
from modelconfig.server.instance.merged_store import MergedStore
from modelconfig.server.instance.tokens import Tokens
from modelconfig.server.polling.acceptance import Acceptance, PollingSettings
from modelconfig.server.polling.addresses import gateway_address
from modelconfig.server.polling.base_selection import BaseInUse, BaseSource, base_of
from modelconfig.server.polling.cache import DOCUMENT, METADATA, BaseCache
from modelconfig.server.polling.fetcher import FetchResult
from modelconfig.server.polling.limits import PollingLimits
from modelconfig.server.polling.outcomes import PollFailure
from modelconfig.storage.digests import digest
from modelconfig.storage.private_folder import NAME, PrivateFolder
from tests.fuzz.readers import assert_printable, assert_reported
from tests.helpers.view_documents import document

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
SITE = '{"modelConfiguration": {"sourcegraph": {}}}'
ADDRESS, _ = gateway_address("http://127.0.0.1:1/")
TOKEN = "0123456789abcdef"  # the one valid token of the tests
STATUSES = frozenset({200, 304, 400, 401, 404, 405, 429})


def read_polled(data: bytes) -> None:
    """Judge a polled document: activate it, or reject it with a printable reason."""
    assert ADDRESS is not None
    small = document()
    live = LiveConfiguration(small)
    live.propose_site(SITE)
    in_use = BaseInUse(base_of(BaseSource.EMBEDDED, small, json.dumps(small).encode(), "base"))
    settings = PollingSettings(ADDRESS, BaseSource.POLLED, PollingLimits(), in_use, BaseCache(None), None)
    acceptance = Acceptance(settings, live)
    try:
        acceptance.judge(FetchResult(data, None, None), NOON)
    except PollFailure as failure:
        assert_printable(f"{failure.problem.message} {failure.problem.hint}")
    current = live.current()
    assert current is not None
    assert current.client["models"]


def read_cache(data: bytes) -> None:
    """Read the cached document and its metadata, which a zero byte separates; the digest is corrected."""
    body, _, metadata = data.partition(b"\x00")
    folder = _folder()
    (folder / DOCUMENT).write_bytes(body)
    (folder / METADATA).write_bytes(_with_digest(metadata, digest(body)))
    store = BaseCache(PrivateFolder(folder.parent))
    store.load_document(ADDRESS, PollingLimits(), NOON.date())
    assert_reported(store.problems, "")


def read_last_good(data: bytes) -> None:
    """Read the last good result of an instance; the digest is corrected."""
    folder = _folder()
    (folder / MERGED).write_bytes(_with_digest(data))
    store = MergedStore(PrivateFolder(folder.parent), "/site.json")
    store.load_result()
    assert_reported(store.problems, "")


def read_request(data: bytes) -> None:
    """Answer a request: a line with method and path, then lines with headers."""
    lines = data.decode("latin-1").split("\n")
    method, _, path = lines[0].partition(" ")
    pairs = [(name.strip().lower(), value) for name, _, value in (line.partition(":") for line in lines[1:])]
    for app in (_gateway(), _guarded()):
        protocol = _Protocol()
        app._answer(cast("Any", _Scope(method, path, _Headers(pairs))), protocol)
        assert protocol.status in STATUSES
        assert_printable("".join(name + value for name, value in protocol.headers))
        is_admitted = any(name == "authorization" and value.split()[1:] == [TOKEN] for name, value in pairs)
        assert is_admitted or protocol.body != b"secret"


class _Headers:
    """The headers of a request, with the interface of granian's."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._pairs = pairs

    def __contains__(self, name: str) -> bool:
        return bool(self.get_all(name))

    def get(self, name: str) -> str | None:
        return next(iter(self.get_all(name)), None)

    def get_all(self, name: str) -> list[str]:
        return [value for known, value in self._pairs if known == name]


class _Scope:
    """A request, with the interface of granian's."""

    http_version, client = "1.1", "127.0.0.1:1"

    def __init__(self, method: str, path: str, headers: _Headers) -> None:
        self.method, self.headers = method, headers
        self.path, _, self.query_string = path.partition("?")


class _Protocol:
    """The recipient of a response, with the interface of granian's."""

    def __init__(self) -> None:
        self.status, self.headers, self.body = 0, list[tuple[str, str]](), b""

    def response_empty(self, status: int, headers: list[tuple[str, str]]) -> None:
        self.status, self.headers = status, headers

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.status, self.headers, self.body = status, headers, body


@cache
def _gateway() -> App:
    gateway = Gateway()
    asyncio.run(gateway.prepare())
    return gateway.app


@cache
def _guarded() -> App:
    """Return an application whose resource requires the token, behind a trusted proxy."""
    tokens = Tokens(None, {"MODELCONFIG_TOKENS": TOKEN})
    tokens.read()
    app = App(guard=tokens.admits, log="all", clients=ClientAddresses([ip_network("127.0.0.0/8")]))
    resource = Resource(b"secret", JSON, cache_control="no-cache", modified=NOON)
    app.publish(Routes({"/": Route("/", resource, guarded=True)}))
    return app


@cache
def _folder() -> Path:
    """Return the private folder of this process."""
    folder = Path(tempfile.mkdtemp(prefix="modelconfig-fuzz-")) / NAME
    folder.mkdir(mode=0o700)
    return folder


def _with_digest(data: bytes, right: str | None = None) -> bytes:
    """Return an object in JSON with a digest, by default that of itself; anything else as it is."""
    with suppress(ValueError, RecursionError):
        value: Any = json.loads(data)
        if isinstance(value, dict):
            value.pop("sha256", None)
            content = canonical(value).encode("utf-8", "surrogatepass")
            return json.dumps({"sha256": right or digest(content), **value}).encode()
    return data
