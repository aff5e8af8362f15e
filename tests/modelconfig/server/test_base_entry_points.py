"""No way of reading a base document uses its server-side properties, whatever whole document it is."""

from __future__ import annotations

import asyncio
import copy
import gc
import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from modelconfig.analysis.check import check_site, evaluate_site
from modelconfig.analysis.explain import explain_site
from modelconfig.diagnostics.problem import has_errors
from modelconfig.documents import loader
from modelconfig.documents.lint import document_rules
from modelconfig.live.configuration import LiveConfiguration
from modelconfig.merge.pipeline import merge_site
from modelconfig.merge.sanitize import document_problems
from modelconfig.schema.embedded import embedded
from modelconfig.server.instance.merged_store import LastGood, MergedStore
from modelconfig.server.instance.program import Instance
from modelconfig.server.instance.settings import InstanceSettings
from modelconfig.server.polling.acceptance import Acceptance, PollingSettings
from modelconfig.server.polling.base_selection import BaseInUse, BaseSource, base_of, embedded_base
from modelconfig.server.polling.cache import BaseCache
from modelconfig.server.polling.fetcher import FetchResult
from modelconfig.server.polling.limits import PollingLimits
from modelconfig.server.polling.outcomes import PollFailure
from modelconfig.site.cody_settings import SiteFeatureFlags
from modelconfig.storage.private_folder import PrivateFolder
from tests.helpers.command_line import run
from tests.helpers.valid_value_strategies import ValidValues
from tests.modelconfig.server.faults.documents import embedded_revision
from tests.modelconfig.server.instances import BROKEN, PLAIN
from tests.modelconfig.server.polling_servers import address_of

if TYPE_CHECKING:
    from collections.abc import Iterator

CANARY = "Qx7v-evil.example"
REF = "acme::v1::usable"
ADDRESS = address_of("https://gateway.example.com/")
SITE: dict[str, Any] = json.loads(PLAIN)
USABLE = {
    "modelRef": REF,
    "displayName": "Usable",
    "modelName": "usable",
    "capabilities": ["chat", "autocomplete"],
    "category": "balanced",
    "status": "stable",
    "tier": "free",
    "contextWindow": {"maxInputTokens": 1000, "maxOutputTokens": 100},
}
NAMES = st.sampled_from(
    ["serverSideConfig", "ServerSideConfig", "server_side_config", "SERVER-SIDE-CONFIG", "\u017ferverSideConfig"]
)
SECRETS = st.sampled_from(
    [
        {"genericProvider": {"serviceName": "openai", "endpoint": f"https://{CANARY}/v1", "accessToken": CANARY}},
        {"openaicompatible": {"endpoints": [{"url": f"https://{CANARY}", "accessToken": CANARY}]}},
        {"awsBedrock": {"accessToken": CANARY, "endpoint": CANARY, "region": CANARY}},
        {"type": "future", "nested": [[{"endpoint": CANARY}]]},
    ]
)
FUTURE: st.SearchStrategy[Any] = st.fixed_dictionaries({}, optional={"future": st.just({"list": [{}, [{}]]})})
WHOLE = ValidValues(embedded("model"), members={"later": FUTURE})


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Generate whole documents that a merge accepts, with canaries in server-side properties at any depth."""
    document: dict[str, Any] = json.loads(json.dumps(draw(WHOLE.documents())))
    document["providers"] = [one for one in document["providers"] if one["id"] != "acme"]
    document["providers"].append({"id": "acme", "displayName": "Acme"})
    document["models"] = [USABLE, *document["models"]]
    document["defaultModels"] = {"chat": REF, "fastChat": REF, "codeCompletion": REF}
    document["revision"] = f"{embedded_revision().day}.999"
    document = copy.deepcopy(document)
    holders = list(objects(document))
    for index in draw(st.lists(st.integers(0, len(holders) - 1), min_size=1, max_size=6)):
        holders[index][draw(NAMES)] = draw(SECRETS)
    # Not every secret is valid in every object.
    assume(not document_problems(document))
    # A random text may look like a credential, which is an error of its own.
    assume(all(problem.code != "MC247" for problem in document_rules.check(document)))
    return document


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object that is not server-side itself."""
    if isinstance(value, dict):
        yield value
    for name, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if name != "serverSideConfig":
            yield from objects(item)


def clean(value: Any) -> bool:
    return CANARY not in json.dumps(value)


def served(settings: InstanceSettings) -> tuple[dict[str, Any], list[str]]:
    """Return the active document of an instance that has just started, and the codes of its problems."""
    instance = Instance(settings)
    asyncio.run(instance.prepare())
    current = instance._live.current()
    assert current is not None
    parts = instance._parts
    problems = [*settings.in_use.problems, *parts.cache_problems, *parts.site.problems]
    found = {"document": current.document, "client": current.client}, [problem.code for problem in problems]
    del instance, settings, parts
    gc.collect()  # the next instance may lock the cache
    return found


def polled(document: dict[str, Any], cache: BaseCache) -> BaseInUse:
    """Return what is in use after a gateway has sent the document."""
    in_use = BaseInUse(embedded_base())
    live = LiveConfiguration(in_use.base.document)
    assert live.propose_site(PLAIN).accepted
    polling = PollingSettings(ADDRESS, BaseSource.POLLED, PollingLimits(minimum_share=0), in_use, cache, None)
    response = FetchResult(json.dumps(document).encode(), '"etag"', None)
    try:
        Acceptance(polling, live).judge(response, datetime.now(UTC))
    except PollFailure:
        # A random document may break a rule of merged documents.
        return in_use
    assert in_use.base.source == "polled"
    current = live.current()
    assert current is not None
    assert clean(current.document)
    return in_use


@settings(max_examples=40, deadline=None)
@given(documents())
def test_no_entry_point_uses_server_side_properties(document: dict[str, Any]) -> None:
    before = copy.deepcopy(document)
    # Library.
    merged = merge_site(document, SITE)
    assert clean([merged.document, [problem.to_json() for problem in merged.problems]])
    checked = evaluate_site(document, SITE)
    assert checked.merged is None or clean(checked.merged.document)
    assert [problem.code for problem in check_site(document, SITE)].count("MC461") == 1
    explanation, _ = explain_site(document, SITE, REF)
    assert explanation is not None
    assert clean(explanation.to_json())
    for first in (document, loader.load_document()):
        live = LiveConfiguration(first)
        live.propose_site(PLAIN)
        live.propose_base(document)
        current = live.current()
        assert current is None or clean([current.document, current.client])
    live = LiveConfiguration(loader.load_document())
    restored = live.restore(document)
    current = live.current()
    assert current is not None
    assert clean([current.document, current.client])
    assert [problem.code for problem in (*restored.problems, *current.warnings)] == ["MC461"] * 2
    assert document == before


@settings(max_examples=10, deadline=None, phases=[Phase.generate])
@given(documents())
def test_no_document_on_disk_or_from_the_network_adds_server_side_properties(document: dict[str, Any]) -> None:
    assert not has_errors(merge_site(document, SITE).problems)
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patched:
        patched.setenv("MODELCONFIG_TOKENS", "a-token-that-is-long-enough")
        folder = Path(name)
        site, base = folder / "site.json", folder / "base.json"
        base.write_text(json.dumps(document))
        site.write_text(PLAIN)
        common: dict[str, Any] = {"site_config": str(site), "cache_dir": name}
        # `--base`: everything that is printed.
        for arguments in (["render", site, "--view", "server", "--reveal-secrets"], ["explain", site, REF]):
            done = run("site", *arguments, "--base", base)
            assert (done.returncode, (done.stdout + done.stderr).count("MC461")) == (0, 1), done.stderr
            assert CANARY not in done.stdout + done.stderr
        # Polled, and cached for the next start.
        cache = BaseCache(PrivateFolder(folder))
        in_use = polled(document, cache)
        assert clean(in_use.base.document)
        data = json.dumps(document).encode()
        base_in_file = base_of(BaseSource.POLLED, document, data)
        cache.save_document(base_in_file, FetchResult(data, '"etag"', None), ADDRESS, datetime.now(UTC))
        for source in (BaseSource.CACHED, BaseSource.NEWEST):
            active, codes = served(InstanceSettings(source=source, **common))
            assert clean(active)
            assert "MC461" in codes
        # Embedded.
        patched.setattr(loader, "embedded_document_bytes", lambda: data)
        active, codes = served(InstanceSettings(source=BaseSource.EMBEDDED, **common))
        assert clean(active)
        assert "MC461" in codes
        # The last good result.
        store = MergedStore(PrivateFolder(folder), str(site))
        store.save_result(LastGood(document, SiteFeatureFlags(cody=True, smart_context_window=True), datetime.now(UTC)))
        site.write_text(BROKEN)
        active, codes = served(InstanceSettings(source=BaseSource.NEWEST, **common))
        assert clean(active)
        assert "MC461" in codes
