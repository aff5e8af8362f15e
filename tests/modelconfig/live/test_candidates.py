"""A base that is evaluated before it is activated, and a result saved by an earlier run."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from modelconfig.diagnostics.problem import has_errors
from modelconfig.live.configuration import LiveConfiguration
from modelconfig.live.proposals import ProposalResult
from modelconfig.merge.pipeline import merge_site
from modelconfig.views.client_view import client_view
from tests.helpers.live_offers import BROKEN, PLAIN, active_configuration, base, needing, with_provider
from tests.helpers.site_documents import BASE


def test_evaluating_a_base_changes_nothing_and_returns_the_result() -> None:
    live = LiveConfiguration(BASE)
    unneeded = live.evaluate_base(base("2"))
    assert (unneeded.accepted, unneeded.merged, unneeded.base) == (True, None, base("2"))
    live.propose_site(PLAIN)
    before = live.state()
    evaluation = live.evaluate_base(base("2"), "https://gateway")
    assert live.state() is before
    assert evaluation.accepted
    assert evaluation.merged == merge_site(base("2"), json.loads(PLAIN)).document
    # An evaluation without activation has no effect: the next site configuration is merged with the old base.
    assert live.propose_site(PLAIN + " ").accepted
    assert active_configuration(live).document["revision"] == BASE["revision"]
    assert live.activate(evaluation) == ProposalResult(accepted=True, problems=evaluation.problems)
    assert active_configuration(live).document == evaluation.merged
    assert active_configuration(live).generation == 3


@pytest.mark.parametrize(("document", "is_one"), [({}, False), (BASE, True)])
def test_a_base_rejected_by_evaluation_is_reported_and_not_retried(document: Any, is_one: bool) -> None:  # noqa: FBT001  # a case
    live = LiveConfiguration(with_provider("new"))
    live.propose_site(needing("new"))
    before = live.current()
    evaluation = live.evaluate_base(document, "https://gateway")
    assert (evaluation.accepted, evaluation.merged, evaluation.base is not None) == (False, None, is_one)
    assert has_errors(evaluation.problems)
    assert live.state().base_problems == evaluation.problems
    assert live.current() is before
    assert live.propose_site(PLAIN).accepted
    assert active_configuration(live).document["revision"] == "new"
    assert live.state().base_problems == evaluation.problems
    assert live.propose_base(base("3")).accepted
    assert live.state().base_problems == ()


def test_an_evaluated_base_is_activated_with_the_site_configuration_of_that_moment() -> None:
    live = LiveConfiguration(with_provider("new"))
    live.propose_site(PLAIN)
    evaluation = live.evaluate_base(BASE)
    assert live.propose_site(needing("new"), "site.json").accepted
    verdict = live.activate(evaluation)
    assert not verdict.accepted
    assert {problem.file for problem in verdict.problems} == {"site.json"}
    assert active_configuration(live).document["revision"] == "new"
    newer = live.evaluate_base(with_provider("new", "newer"))
    live.propose_site(needing("new", "newer"))
    assert live.activate(newer).accepted
    refs = [model["modelRef"] for model in active_configuration(live).document["models"]]
    assert refs[-2:] == ["new::v1::ours", "newer::v1::ours"]
    assert live.state().site_problems == ()


def test_the_same_site_configuration_is_proposed_between_evaluation_and_activation() -> None:
    live = LiveConfiguration(BASE)
    live.propose_site(PLAIN)
    evaluation = live.evaluate_base(base("2"))
    live.propose_site(BROKEN)
    live.propose_site(PLAIN)
    assert live.activate(evaluation).accepted
    assert live.state().site_problems == live.state().base_problems == ()


LAST_GOOD = {**BASE, "revision": "kept", "models": BASE["models"][:1]}


def test_a_saved_result_is_active_until_a_proposal_is_accepted() -> None:
    live = LiveConfiguration(BASE)
    last_good = copy.deepcopy(LAST_GOOD)
    assert live.restore(last_good, "merged.json") == ProposalResult(accepted=True)
    last_good["models"].clear()
    current = active_configuration(live)
    assert (current.document, current.client) == (LAST_GOOD, client_view(LAST_GOOD))
    assert (current.generation, current.base, current.site) == (1, None, None)
    # Neither an invalid site configuration nor a base alone replaces it.
    assert not live.propose_site(BROKEN).accepted
    assert live.propose_base(base("2")).accepted
    assert live.current() is current
    assert live.state().site_problems
    assert live.propose_site(PLAIN).accepted
    assert active_configuration(live).document["revision"] == "2"
    assert active_configuration(live).generation == 2


def test_a_saved_result_never_replaces_an_active_configuration() -> None:
    live = LiveConfiguration(BASE)
    live.propose_site(PLAIN)
    before = live.current()
    assert live.restore(LAST_GOOD) == ProposalResult(accepted=False)
    assert live.current() is before


@pytest.mark.parametrize("document", [{}, [], None, {**LAST_GOOD, "models": 1}])
def test_only_merged_documents_are_restored(document: Any) -> None:
    live = LiveConfiguration(BASE)
    verdict = live.restore(document, "merged.json")
    assert not verdict.accepted
    assert {problem.file for problem in verdict.problems} == {"merged.json"}
    assert live.current() is None
