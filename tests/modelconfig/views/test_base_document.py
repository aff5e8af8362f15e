"""No entry point of merging uses server-side properties of the base document, whatever it contains."""

from __future__ import annotations

import copy
import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from modelconfig.analysis.check import check_site, evaluate_site
from modelconfig.analysis.explain import explain_site
from modelconfig.documents.loader import load_document
from modelconfig.live.configuration import LiveConfiguration
from modelconfig.merge.pipeline import merge_site
from modelconfig.server.polling.base_selection import BaseSource, base_of
from modelconfig.views.base_document import base_document
from modelconfig.views.client_view import server_side_locations
from tests.helpers.command_line import run

if TYPE_CHECKING:
    from pathlib import Path

CANARY = "https://evil.example/v1"
SITE: dict[str, Any] = {"modelConfiguration": {"sourcegraph": {}}}
NAMES = st.sampled_from(["serverSideConfig", "ServerSideConfig", "server_side_config", "\u017ferverSideConfig"])
VALUES = st.sampled_from(
    [
        {"future": [CANARY]},
        {"awsBedrock": {"accessToken": CANARY, "endpoint": CANARY}},
        {"genericProvider": {"serviceName": "openai", "endpoint": CANARY}},
        {"openAICompatible": {"endpoints": [{"url": CANARY}]}},
    ]
)
HOLDERS = st.sampled_from(["", "providers", "models", "contextWindow", "future", "array"])
PLACEMENTS = st.lists(st.tuples(HOLDERS, NAMES, VALUES, st.integers(0, 3)), min_size=1, max_size=5)


def planted(placements: list[tuple[str, str, Any, int]]) -> dict[str, Any]:
    document = load_document()
    for holder, name, value, index in placements:
        model = document["models"][index]
        owner: dict[str, Any] = {
            "": document,
            "providers": document["providers"][index],
            "models": model,
            "contextWindow": model["contextWindow"],
        }.get(holder) or model.setdefault("future", {})
        if holder == "array":
            owner.setdefault("list", []).append([{name: value}])
        else:
            owner[name] = value
    return document


def test_any_mapping_is_a_base_and_no_other_value() -> None:
    document = planted([("providers", "serverSideConfig", {"future": [CANARY]}, 0)])
    merged = merge_site(MappingProxyType(document), SITE)
    assert [problem.code for problem in merged.problems] == ["MC461"]
    others: tuple[Any, ...] = ([], "x", None, 1)
    for value in others:
        assert [problem.code for problem in merge_site(value, SITE).problems] == ["MC339"]


@settings(max_examples=40, deadline=None)
@given(PLACEMENTS)
def test_no_entry_point_merges_server_side_properties_of_the_base(placements: list[tuple[str, str, Any, int]]) -> None:
    document = planted(placements)
    before = copy.deepcopy(document)
    site = json.dumps(SITE)

    stripped, problems = base_document(document)
    assert CANARY not in json.dumps(stripped)
    assert not list(server_side_locations(stripped))
    assert [problem.code for problem in problems] == ["MC461"]
    assert CANARY not in problems[0].message

    merged = merge_site(document, SITE)
    assert merged.document is not None
    assert CANARY not in json.dumps(merged.document)
    assert merged.document == merge_site(load_document() | stripped, SITE).document
    assert [one.code for one in merged.problems].count("MC461") == 1

    checked = evaluate_site(document, SITE)
    assert checked.merged is not None
    assert CANARY not in json.dumps(checked.merged.document)
    assert [one.code for one in check_site(document, SITE)].count("MC461") == 1

    explanation, _ = explain_site(document, SITE, document["models"][0]["modelRef"])
    assert explanation is not None
    assert CANARY not in json.dumps(explanation.to_json())

    for first in (document, load_document()):
        live = LiveConfiguration(first)
        assert live.propose_site(site).accepted
        assert live.propose_base(document).accepted
        current = live.current()
        assert current is not None
        assert CANARY not in json.dumps(current.document)
        assert [one.code for one in current.warnings].count("MC461") == 1

    assert CANARY not in json.dumps(base_of(BaseSource.POLLED, document, b"").document)
    assert document == before


def test_a_document_without_server_side_properties_is_used_as_it_is() -> None:
    document = load_document()
    stripped, problems = base_document(document)
    assert stripped is document
    assert problems == []
    document["providers"][0]["serverSideConfig"] = None
    assert base_document(document)[1] == []


def test_commands_warn_of_a_base_with_server_side_configuration(tmp_path: Path) -> None:
    base, site = tmp_path / "base.json", tmp_path / "site.json"
    base.write_text(
        json.dumps(
            planted(
                [
                    (
                        "providers",
                        "serverSideConfig",
                        {"genericProvider": {"serviceName": "openai", "endpoint": CANARY}},
                        0,
                    )
                ]
            )
        )
    )
    site.write_text(json.dumps(SITE))
    ref = load_document()["models"][0]["modelRef"]
    for arguments in (
        ["render", str(site), "--view", "server", "--reveal-secrets"],
        ["check", str(site)],
        ["explain", str(site), ref],
        ["list", str(site)],
        ["diff", str(site)],
    ):
        done = run("site", *arguments, "--base", str(base))
        printed = done.stdout + done.stderr
        assert printed.count("MC461") == 1, arguments
        assert "evil.example" not in printed.replace(str(base), ""), arguments
