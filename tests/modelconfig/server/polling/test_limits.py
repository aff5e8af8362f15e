"""Polled and cached documents are counted before they are parsed."""

from __future__ import annotations

import json
import signal
import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest

from modelconfig.errors import DocumentInvalid
from modelconfig.server.instance.settings import InstanceSettings
from modelconfig.server.polling.base_selection import BaseSource
from modelconfig.server.polling.cache import BaseCache
from modelconfig.server.polling.limits import PollingLimits
from modelconfig.server.polling.outcomes import Outcome
from modelconfig.storage.private_folder import NAME, PrivateFolder
from tests.modelconfig.server.faults.documents import as_bytes, edition, edition_revision, supplied
from tests.modelconfig.server.instances import InstanceProcess
from tests.modelconfig.server.polling_servers import LIMITS, NOON, Setup, address_of
from tests.modelconfig.server.process import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.modelconfig.server.faults.gateway import FaultGateway

ADDRESS = address_of("https://gateway.example.com/")
FAST = '{"modelConfiguration": {"sourcegraph": {"pollingInterval": "1s"}}}'


def with_properties(number: int) -> dict[str, Any]:
    return {"schemaVersion": "1.0", "models": [{"x": {f"p{i}": {} for i in range(number)}}]}


def with_items(name: str, number: int) -> dict[str, Any]:
    return {"nested": {name: [[], {}] * number}, name: [{"id": "a", name: [1, 2, 3]}] * number}


@pytest.mark.parametrize(("name", "limit"), [("providers", 1_000), ("models", 10_000), ("properties", 256)])
def test_the_documented_limits_are_the_largest_accepted_numbers(name: str, limit: int) -> None:
    def document(number: int) -> bytes:
        return as_bytes(with_properties(number) if name == "properties" else with_items(name, number))

    assert PollingLimits().excess(document(limit)) is None
    reason = PollingLimits().excess(document(limit + 1))
    assert reason is not None
    assert reason.endswith(f" has more than {limit} {name} (--poll-max-{name})")


def documents_over_limits() -> Iterator[tuple[str, bytes]]:
    """Yield the name of a limit, and text with more items than that: valid JSON, unusual JSON, and invalid JSON."""
    entry = b'{"id": "a", "b": "],[{}:,\\"", "c": [1, [2, 3], {}]}'
    for name in ("providers", "models"):
        entries = b",".join([entry] * 11)
        yield name, b'{"a": {"b": [[]]}, "%s": [%s]}' % (name.encode(), entries)
        yield name, b'\xef\xbb\xbf{"\\u%04x%s": [\n%s\n]}' % (ord(name[0]), name[1:].encode(), entries)
        yield name, b'{"%s": [], "%s": [%s]}' % (name.encode(), name.encode(), entries)
        yield name, b'{"%s": [%s' % (name.encode(), entries)
        yield name, b'{"%s": [%s, \xff' % (name.encode(), entries)
    properties = ",".join(f'"{number}": 0' for number in range(11)).encode()
    yield "properties", b"{%s}" % properties
    yield "properties", b'[[{"a": {%s' % properties
    yield "properties", b"{%s}" % b",".join([b'"same": [1, 2]'] * 11)


@pytest.mark.parametrize(("name", "text"), list(documents_over_limits()))
def test_text_over_a_limit_is_found_however_it_is_written(name: str, text: bytes) -> None:
    reason = PollingLimits(max_providers=10, max_models=10, max_properties=10).excess(text)
    assert reason is not None
    assert f"10 {name} (--poll-max-{name})" in reason


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"]",
        b",,,",
        b"[" * 9_999,
        b'{"providers": 1, "x": [1, 2, 3]}',
        b'{"\\q": [1, 2, 3]}',
        b'[{"models": [1, 2, 3]}]',
        b'{"x": "{,,,,", "providers": [[1, 2, 3]]}',
    ],
)
def test_other_text_is_left_to_the_parser(text: bytes) -> None:
    assert PollingLimits(max_providers=1, max_models=1, max_properties=2).excess(text) is None


def test_an_object_is_named_by_its_position() -> None:
    reason = PollingLimits().excess(json.dumps({"a": [with_properties(300)]}, indent=1).encode())
    assert reason == "the object at line 7, column 11 has more than 256 properties (--poll-max-properties)"


def test_counting_needs_no_memory_for_the_values() -> None:
    text = b'{"providers": [%s]}' % b",".join([b"{}"] * 300_000)
    tracemalloc.start()
    try:
        assert PollingLimits().excess(text)
        assert tracemalloc.get_traced_memory()[1] < 3 * len(text)
    finally:
        tracemalloc.stop()


def test_a_polled_document_over_a_limit_is_rejected(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url)
    gateway.serve({**edition(1), "providers": supplied()["providers"] * 999})
    assert setup.poll() is Outcome.TOO_LARGE
    [problem] = setup.poller.problems
    assert problem.code == "MC474"
    assert problem.message == "polled document rejected: it has more than 1000 providers (--poll-max-providers)"
    assert setup.revision() == supplied()["revision"]
    gateway.serve(edition(2))
    assert setup.poll() is Outcome.ACCEPTED


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (PollingLimits(max_models=3), "it has more than 3 models (--poll-max-models)"),
        (PollingLimits(max_size=5_000), "it is larger than 5000 bytes (--poll-max-size)"),
    ],
)
def test_a_cached_document_over_a_limit_is_not_used(tmp_path: Path, limits: PollingLimits, reason: str) -> None:
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / "base.json").write_bytes(as_bytes(edition(1)))
    assert BaseCache(PrivateFolder(tmp_path)).load_document(None, LIMITS, NOON.date()) is not None
    cache = BaseCache(PrivateFolder(tmp_path))
    assert cache.load_document(None, limits, NOON.date()) is None
    [problem] = cache.problems
    assert (problem.code, problem.message) == ("MC433", f"the cached document cannot be used: {reason}")


def test_why_the_only_wanted_document_cannot_be_used_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MODELCONFIG_TOKENS", "a-token-of-enough-characters")
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / "base.json").write_bytes(as_bytes(edition(1)))
    with pytest.raises(DocumentInvalid) as caught:
        InstanceSettings(
            site_config="site.json",
            cache_dir=str(tmp_path),
            source=BaseSource.CACHED,
            limits=PollingLimits(max_models=3),
        )
    assert [problem.code for problem in caught.value.problems] == ["MC433", "MC435"]
    assert "--poll-max-models" in caught.value.problems[0].message


def test_an_instance_has_the_limits_of_its_options(gateway: FaultGateway, tmp_path: Path) -> None:
    gateway.serve(edition(1))
    instance = InstanceProcess(tmp_path, FAST)
    models, providers = (len(edition(1)[name]) for name in ("models", "providers"))
    for option, number in (("providers", providers - 1), ("models", models - 1), ("properties", 3)):
        with instance.running("--gateway", gateway.url, f"--poll-max-{option}", number) as running:
            wait_until(lambda: running.status()["polling"]["lastError"], "a rejection")
            error = running.status()["polling"]["lastError"]
            assert (error["outcome"], error["code"]) == ("too_large", "MC474")
            assert error["message"].endswith(f" has more than {number} {option} (--poll-max-{option})")
            assert running.status()["base"]["revision"] == supplied()["revision"]
    options = ("--poll-max-models", models, "--poll-max-providers", providers, "--poll-max-properties", 100)
    with instance.running("--gateway", gateway.url, *options) as running:
        running.process.signal(signal.SIGHUP)
        wait_until(lambda: running.status()["base"]["revision"] == edition_revision(1), "the polled document")
    # The cached copy has the same limits.
    gateway.behave("down")
    with instance.running("--gateway", gateway.url, "--poll-max-models", models - 1) as running:
        status = running.status()
        assert status["base"]["source"] == "embedded"
        assert "MC433" in [problem["code"] for problem in status["problems"]]
