"""The active configuration: replaced atomically, and unchanged when a newer proposal is invalid."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from modelconfig.diagnostics.problem import error, has_errors
from modelconfig.errors import DocumentInvalid
from modelconfig.live.configuration import LiveConfiguration
from modelconfig.live.proposals import ProposalResult
from modelconfig.merge.pipeline import merge_site
from modelconfig.site.site_file import parse_site
from modelconfig.views.client_view import client_view
from tests.helpers.live_offers import (
    BROKEN,
    PLAIN,
    TWICE,
    UNREADABLE,
    active_configuration,
    base,
    needing,
    site_of,
    with_provider,
)
from tests.helpers.site_documents import BASE


def test_nothing_is_active_before_a_site_configuration() -> None:
    live = LiveConfiguration(BASE)
    assert live.current() is None
    assert live.propose_base(base("2")).accepted
    assert live.current() is None
    assert live.state().base_problems == live.state().site_problems == ()


def test_an_empty_site_configuration_can_be_proposed() -> None:
    live = LiveConfiguration(BASE)
    assert live.propose_site("{}").accepted
    assert active_configuration(live).document["models"][0] == BASE["models"][0]


def test_the_active_configuration_is_the_merged_one() -> None:
    live = LiveConfiguration(BASE)
    verdict = live.propose_site(PLAIN, "site.json")
    assert verdict.accepted
    current = active_configuration(live)
    merged = merge_site(BASE, json.loads(PLAIN))
    assert current.document == merged.document
    assert current.client == client_view(current.document)
    assert (current.generation, current.base, site_of(current).name) == (1, BASE, "site.json")
    assert verdict.problems == current.warnings


@pytest.mark.parametrize("text", [BROKEN, UNREADABLE, TWICE, "[]", "", '{"modelConfiguration": {"sourcegraph": 1}}'])
def test_an_invalid_site_configuration_is_rejected_and_the_last_good_one_stays_active(text: str) -> None:
    live = LiveConfiguration(BASE)
    live.propose_site(PLAIN)
    before = live.current()
    verdict = live.propose_site(text, "bad.json")
    assert not verdict.accepted
    assert has_errors(verdict.problems)
    assert {problem.file for problem in verdict.problems} == {"bad.json"}
    assert all(problem.line for problem in verdict.problems)
    assert live.current() is before
    assert live.state().site_problems == verdict.problems
    assert live.propose_base(base("2")).accepted
    assert active_configuration(live).document["revision"] == "2"
    assert live.state().site_problems
    assert live.propose_site(PLAIN).accepted
    assert live.state().site_problems == ()


def test_a_file_with_parse_errors_is_rejected() -> None:
    file, problems = parse_site(TWICE, "site.json")
    assert file is not None
    assert has_errors(problems)
    assert not LiveConfiguration(BASE).propose_site(file).accepted


@pytest.mark.parametrize(
    "document", [{}, [], None, "", base("2", models=1), base("2", providers=[{}]), {**BASE, "defaultModels": 0}]
)
def test_an_invalid_base_is_rejected_and_the_last_good_one_stays_active(document: Any) -> None:
    with pytest.raises(DocumentInvalid):
        LiveConfiguration(document)
    live = LiveConfiguration(BASE)
    assert not live.propose_base(document).accepted
    live.propose_site(PLAIN)
    before = live.current()
    verdict = live.propose_base(document, "https://gateway")
    assert not verdict.accepted
    assert {problem.file for problem in verdict.problems} == {"https://gateway"}
    assert live.current() is before
    assert live.state().base_problems == verdict.problems
    # A newer site configuration does not make the invalid base valid.
    assert live.propose_site(needing("acme")).accepted
    assert live.state().base_problems == verdict.problems
    assert live.propose_base(base("3")).accepted
    assert live.state().base_problems == ()


def test_a_base_required_by_the_site_configuration_stays_active() -> None:
    live = LiveConfiguration(with_provider("new"))
    live.propose_site(needing("new"), "site.json")
    verdict = live.propose_base(BASE)
    assert not verdict.accepted
    assert {problem.file for problem in verdict.problems} == {"site.json"}
    assert active_configuration(live).document["revision"] == "new"
    assert live.state().base_problems == verdict.problems
    # … until the site configuration no longer requires it.
    assert live.propose_site(PLAIN).accepted
    assert active_configuration(live).document["revision"] == BASE["revision"]
    assert live.state().base_problems == ()


@pytest.mark.parametrize("site_first", [True, False])
def test_a_rejected_proposal_is_activated_with_the_proposal_it_requires(site_first: bool) -> None:  # noqa: FBT001  # a case
    live = LiveConfiguration(with_provider("old"))
    live.propose_site(needing("old"))
    for site_now in (site_first, not site_first):
        assert active_configuration(live).generation == 1
        verdict = live.propose_site(needing("new")) if site_now else live.propose_base(with_provider("new"))
        assert verdict.accepted == (site_now != site_first)
    assert active_configuration(live).generation == 2
    assert active_configuration(live).document["models"][-1]["modelRef"] == "new::v1::ours"
    assert live.state().base_problems == live.state().site_problems == ()


def test_a_rejected_site_configuration_that_is_no_longer_readable_is_forgotten() -> None:
    live = LiveConfiguration(with_provider("old"))
    live.propose_site(needing("old"))
    assert not live.propose_site(needing("new")).accepted
    gone = (error("MC001", "it is gone"),)
    assert live.mark_unreadable(gone) == ProposalResult(accepted=False, problems=gone)
    assert live.propose_base(with_provider("old", "new")).accepted
    assert active_configuration(live).document["models"][-1]["modelRef"] == "old::v1::ours"
    assert live.state().site_problems == gone
    assert live.propose_site(needing("old")).accepted
    assert live.state().site_problems == ()


def test_a_rejected_site_configuration_is_evaluated_with_the_active_base() -> None:
    live = LiveConfiguration(with_provider("old"))
    live.propose_site(needing("old"))
    verdict = live.propose_site(needing("new", "third"), "site.json")
    assert len(verdict.problems) == 2
    assert live.propose_base(with_provider("old", "new")).accepted
    assert active_configuration(live).document["revision"] == "old and new"
    assert set(live.state().site_problems) < set(verdict.problems)


def test_a_rejected_base_is_evaluated_with_the_active_site_configuration() -> None:
    live = LiveConfiguration(with_provider("old", "older"))
    live.propose_site(needing("old"), "site.json")
    verdict = live.propose_base(BASE)
    assert len(verdict.problems) == 1
    assert live.propose_site(needing("old", "older"), "site.json").accepted
    assert active_configuration(live).document["revision"] == "old and older"
    assert set(live.state().base_problems) > set(verdict.problems)


def test_the_newest_base_is_used_before_anything_is_active() -> None:
    live = LiveConfiguration(BASE)
    assert not live.propose_site(needing("new")).accepted
    assert live.propose_base(with_provider("other")).accepted
    assert live.current() is None
    assert live.state().site_problems
    assert live.propose_base(with_provider("new")).accepted
    assert active_configuration(live).generation == 1
    assert live.state().site_problems == ()


def test_an_unchanged_proposal_keeps_the_generation() -> None:
    live = LiveConfiguration(BASE)
    live.propose_site(PLAIN)
    before = live.current()
    assert live.propose_site(PLAIN).accepted
    assert live.propose_base(copy.deepcopy(BASE)).accepted
    assert live.current() is before
    assert live.propose_site("// a comment moves every line\n" + PLAIN).accepted
    assert active_configuration(live).generation == 2


def test_warnings_are_returned_and_stored() -> None:
    live = LiveConfiguration(BASE)
    text = '{"modelConfiguration": {"sourcegraph": {}, "defaultModls": {}}, "modelOverrides": []}'
    verdict = live.propose_site(text, "site.json")
    assert verdict.accepted
    columns = {problem.code: problem.column for problem in verdict.problems}
    assert (columns["MC302"], columns["MC103"]) == (65, 44)
    assert active_configuration(live).warnings == verdict.problems
    assert live.propose_base(base("2")).problems == verdict.problems


def test_repr_contains_no_credential() -> None:
    server = {"type": "openai", "accessToken": "canary", "endpoint": "https://llm"}
    section = {"sourcegraph": {}, "providerOverrides": [{"id": "acme", "serverSideConfig": server}]}
    live = LiveConfiguration(BASE)
    assert live.propose_site(json.dumps({"licenseKey": "canary", "modelConfiguration": section})).accepted
    current = active_configuration(live)
    assert "canary" in json.dumps(current.document)
    site = site_of(current)
    evaluation = live.evaluate_base(base("2"))
    for part in (current, site, current.provenance, live.state(), evaluation, merge_site(BASE, site.value)):
        assert "canary" not in repr(part)


def test_changing_a_proposed_document_afterwards_changes_nothing() -> None:
    document = base("1")
    live = LiveConfiguration(document)
    live.propose_site(PLAIN)
    document["models"].clear()
    newer = base("2")
    live.propose_base(newer)
    newer["models"].clear()
    assert active_configuration(live).document["models"]
    assert live.propose_site(PLAIN + " ").accepted
    assert active_configuration(live).document["models"]


def test_a_proposal_merges_once(monkeypatch: pytest.MonkeyPatch) -> None:
    live = LiveConfiguration(BASE)
    merged: list[str] = []

    def counted(supplied: Any, site: Any) -> Any:
        merged.append(supplied["revision"])
        return merge_site(supplied, site)

    monkeypatch.setattr("modelconfig.merge.pipeline.merge_site", counted)
    assert live.propose_site(PLAIN).accepted
    assert live.activate(live.evaluate_base(base("2"))).accepted
    assert merged == [BASE["revision"], "2"]
