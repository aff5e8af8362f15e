"""The configuration in force: replaced as a whole, kept when what is newer does not work, and never seen half made."""

from __future__ import annotations

import copy
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelconfig.errors import DocumentInvalid
from modelconfig.live import LiveConfiguration, Verdict
from modelconfig.merge import merge_site
from modelconfig.problems import error, has_errors
from modelconfig.site.checks import check_site, weigh_site
from modelconfig.site.reading import parse_site
from modelconfig.views import client_view
from tests.site_documents import BASE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.live import Current
    from modelconfig.site.checks import Weighed
    from modelconfig.site.reading import SiteFile

PLAIN = '{"modelConfiguration": {"sourcegraph": {}}}'
BROKEN = '{"modelConfiguration": {"sourcegraph": {}, "modelOverrides": [{"modelRef": "new::v1::x"}]}}'
UNREADABLE = '{"modelConfiguration": '
TWICE = '{"modelConfiguration": {"sourcegraph": null}, "modelConfiguration": {"sourcegraph": {}}}'


def base(revision: str, **members: Any) -> dict[str, Any]:
    return {**copy.deepcopy(BASE), "revision": revision, **members}


def needing(*providers: str) -> str:
    """A site configuration with a model of each provider, which a base has to have."""
    models = [{"modelRef": f"{provider}::v1::ours", "capabilities": ["chat"]} for provider in providers]
    return json.dumps({"modelConfiguration": {"sourcegraph": {}, "modelOverrides": models}})


def with_provider(*providers: str) -> dict[str, Any]:
    added = [{"id": provider} for provider in providers]
    return base(" and ".join(providers), providers=[*BASE["providers"], *added])


def in_force(live: LiveConfiguration) -> Current:
    current = live.current()
    assert current is not None
    return current


def site_of(current: Current) -> SiteFile:
    assert current.site is not None
    return current.site


def test_nothing_is_in_force_before_a_site_configuration() -> None:
    live = LiveConfiguration(BASE)
    assert live.current() is None
    assert live.offer_base(base("2")).accepted
    assert live.current() is None
    assert live.state().base_problems == live.state().site_problems == ()


def test_an_instance_without_a_configuration_offers_an_empty_one() -> None:
    live = LiveConfiguration(BASE)
    assert live.offer_site("{}").accepted
    assert in_force(live).document["models"][0] == BASE["models"][0]


def test_what_is_in_force_is_what_merging_gives() -> None:
    live = LiveConfiguration(BASE)
    verdict = live.offer_site(PLAIN, "site.json")
    assert verdict.accepted
    current = in_force(live)
    merged = merge_site(BASE, json.loads(PLAIN))
    assert current.document == merged.document
    assert current.client == client_view(current.document)
    assert (current.generation, current.base, site_of(current).name) == (1, BASE, "site.json")
    assert verdict.problems == current.warnings


@pytest.mark.parametrize("text", [BROKEN, UNREADABLE, TWICE, "[]", "", '{"modelConfiguration": {"sourcegraph": 1}}'])
def test_a_bad_site_configuration_is_refused_and_the_last_good_one_stays(text: str) -> None:
    live = LiveConfiguration(BASE)
    live.offer_site(PLAIN)
    before = live.current()
    verdict = live.offer_site(text, "bad.json")
    assert not verdict.accepted
    assert has_errors(verdict.problems)
    assert {problem.file for problem in verdict.problems} == {"bad.json"}
    assert all(problem.line for problem in verdict.problems)
    assert live.current() is before
    assert live.state().site_problems == verdict.problems
    assert live.offer_base(base("2")).accepted
    assert in_force(live).document["revision"] == "2"
    assert live.state().site_problems
    assert live.offer_site(PLAIN).accepted
    assert live.state().site_problems == ()


def test_a_file_that_was_read_with_errors_is_refused() -> None:
    file, problems = parse_site(TWICE, "site.json")
    assert file is not None
    assert has_errors(problems)
    assert not LiveConfiguration(BASE).offer_site(file).accepted


@pytest.mark.parametrize(
    "document", [{}, [], None, "", base("2", models=1), base("2", providers=[{}]), {**BASE, "defaultModels": 0}]
)
def test_a_bad_base_is_refused_and_the_last_good_one_stays(document: Any) -> None:
    with pytest.raises(DocumentInvalid):
        LiveConfiguration(document)
    live = LiveConfiguration(BASE)
    assert not live.offer_base(document).accepted
    live.offer_site(PLAIN)
    before = live.current()
    verdict = live.offer_base(document, "https://gateway")
    assert not verdict.accepted
    assert {problem.file for problem in verdict.problems} == {"https://gateway"}
    assert live.current() is before
    assert live.state().base_problems == verdict.problems
    # A newer site configuration makes the bad base no better.
    assert live.offer_site(needing("acme")).accepted
    assert live.state().base_problems == verdict.problems
    assert live.offer_base(base("3")).accepted
    assert live.state().base_problems == ()


def test_a_base_that_the_site_configuration_cannot_do_without_stays() -> None:
    live = LiveConfiguration(with_provider("new"))
    live.offer_site(needing("new"), "site.json")
    verdict = live.offer_base(BASE)
    assert not verdict.accepted
    assert {problem.file for problem in verdict.problems} == {"site.json"}
    assert in_force(live).document["revision"] == "new"
    assert live.state().base_problems == verdict.problems
    # … until the configuration no longer needs it.
    assert live.offer_site(PLAIN).accepted
    assert in_force(live).document["revision"] == BASE["revision"]
    assert live.state().base_problems == ()


@pytest.mark.parametrize("site_first", [True, False])
def test_what_was_refused_comes_into_force_with_what_it_needs(site_first: bool) -> None:  # noqa: FBT001  # a case
    live = LiveConfiguration(with_provider("old"))
    live.offer_site(needing("old"))
    for site_now in (site_first, not site_first):
        assert in_force(live).generation == 1
        verdict = live.offer_site(needing("new")) if site_now else live.offer_base(with_provider("new"))
        assert verdict.accepted == (site_now != site_first)
    assert in_force(live).generation == 2
    assert in_force(live).document["models"][-1]["modelRef"] == "new::v1::ours"
    assert live.state().base_problems == live.state().site_problems == ()


def test_a_refused_site_configuration_that_cannot_be_read_any_more_is_forgotten() -> None:
    live = LiveConfiguration(with_provider("old"))
    live.offer_site(needing("old"))
    assert not live.offer_site(needing("new")).accepted
    gone = (error("MC001", "it is gone"),)
    assert live.miss_site(gone) == Verdict(accepted=False, problems=gone)
    assert live.offer_base(with_provider("old", "new")).accepted
    assert in_force(live).document["models"][-1]["modelRef"] == "old::v1::ours"
    assert live.state().site_problems == gone
    assert live.offer_site(needing("old")).accepted
    assert live.state().site_problems == ()


def test_a_refused_site_configuration_is_judged_by_the_base_in_force() -> None:
    live = LiveConfiguration(with_provider("old"))
    live.offer_site(needing("old"))
    verdict = live.offer_site(needing("new", "third"), "site.json")
    assert len(verdict.problems) == 2
    assert live.offer_base(with_provider("old", "new")).accepted
    assert in_force(live).document["revision"] == "old and new"
    assert set(live.state().site_problems) < set(verdict.problems)


def test_a_refused_base_is_judged_by_the_site_configuration_in_force() -> None:
    live = LiveConfiguration(with_provider("old", "older"))
    live.offer_site(needing("old"), "site.json")
    verdict = live.offer_base(BASE)
    assert len(verdict.problems) == 1
    assert live.offer_site(needing("old", "older"), "site.json").accepted
    assert in_force(live).document["revision"] == "old and older"
    assert set(live.state().base_problems) > set(verdict.problems)


def test_before_anything_is_in_force_the_newest_base_counts() -> None:
    live = LiveConfiguration(BASE)
    assert not live.offer_site(needing("new")).accepted
    assert live.offer_base(with_provider("other")).accepted
    assert live.current() is None
    assert live.state().site_problems
    assert live.offer_base(with_provider("new")).accepted
    assert in_force(live).generation == 1
    assert live.state().site_problems == ()


def test_the_same_again_is_the_same_generation() -> None:
    live = LiveConfiguration(BASE)
    live.offer_site(PLAIN)
    before = live.current()
    assert live.offer_site(PLAIN).accepted
    assert live.offer_base(copy.deepcopy(BASE)).accepted
    assert live.current() is before
    assert live.offer_site("// a comment moves every line\n" + PLAIN).accepted
    assert in_force(live).generation == 2


def test_warnings_are_told_and_kept() -> None:
    live = LiveConfiguration(BASE)
    text = '{"modelConfiguration": {"sourcegraph": {}, "defaultModls": {}}, "modelOverrides": []}'
    verdict = live.offer_site(text, "site.json")
    assert verdict.accepted
    told = {problem.code: problem.column for problem in verdict.problems}
    assert (told["MC302"], told["MC103"]) == (65, 44)
    assert in_force(live).warnings == verdict.problems
    assert live.offer_base(base("2")).problems == verdict.problems


def test_no_credential_is_in_what_is_printed_of_it() -> None:
    server = {"type": "openai", "accessToken": "canary", "endpoint": "https://llm"}
    section = {"sourcegraph": {}, "providerOverrides": [{"id": "acme", "serverSideConfig": server}]}
    live = LiveConfiguration(BASE)
    assert live.offer_site(json.dumps({"licenseKey": "canary", "modelConfiguration": section})).accepted
    current = in_force(live)
    assert "canary" in json.dumps(current.document)
    site = site_of(current)
    weighed = live.weigh_base(base("2"))
    for part in (current, site, current.provenance, live.state(), weighed, merge_site(BASE, site.value)):
        assert "canary" not in repr(part)


def test_changing_an_offered_document_afterwards_changes_nothing() -> None:
    document = base("1")
    live = LiveConfiguration(document)
    live.offer_site(PLAIN)
    document["models"].clear()
    newer = base("2")
    live.offer_base(newer)
    newer["models"].clear()
    assert in_force(live).document["models"]
    assert live.offer_site(PLAIN + " ").accepted
    assert in_force(live).document["models"]


def test_an_offer_merges_once(monkeypatch: pytest.MonkeyPatch) -> None:
    live = LiveConfiguration(BASE)
    merged: list[str] = []

    def counted(supplied: Any, site: Any) -> Any:
        merged.append(supplied["revision"])
        return merge_site(supplied, site)

    monkeypatch.setattr("modelconfig.merge.merge_site", counted)
    assert live.offer_site(PLAIN).accepted
    assert live.take(live.weigh_base(base("2"))).accepted
    assert merged == [BASE["revision"], "2"]


def test_weighing_a_base_changes_nothing_and_shows_what_would_be() -> None:
    live = LiveConfiguration(BASE)
    unneeded = live.weigh_base(base("2"))
    assert (unneeded.accepted, unneeded.merged, unneeded.base) == (True, None, base("2"))
    live.offer_site(PLAIN)
    before = live.state()
    weighed = live.weigh_base(base("2"), "https://gateway")
    assert live.state() is before
    assert weighed.accepted
    assert weighed.merged == merge_site(base("2"), json.loads(PLAIN)).document
    # Who does not take it has left no trace of it: the next site configuration goes with the old one.
    assert live.offer_site(PLAIN + " ").accepted
    assert in_force(live).document["revision"] == BASE["revision"]
    assert live.take(weighed) == Verdict(accepted=True, problems=weighed.problems)
    assert in_force(live).document == weighed.merged
    assert in_force(live).generation == 3


@pytest.mark.parametrize(("document", "is_one"), [({}, False), (BASE, True)])
def test_a_base_that_is_refused_when_weighed_is_told_of_and_not_tried_again(document: Any, is_one: bool) -> None:  # noqa: FBT001  # a case
    live = LiveConfiguration(with_provider("new"))
    live.offer_site(needing("new"))
    before = live.current()
    weighed = live.weigh_base(document, "https://gateway")
    assert (weighed.accepted, weighed.merged, weighed.base is not None) == (False, None, is_one)
    assert has_errors(weighed.problems)
    assert live.state().base_problems == weighed.problems
    assert live.current() is before
    assert live.offer_site(PLAIN).accepted
    assert in_force(live).document["revision"] == "new"
    assert live.state().base_problems == weighed.problems
    assert live.offer_base(base("3")).accepted
    assert live.state().base_problems == ()


def test_a_weighed_base_is_taken_with_the_site_configuration_of_that_moment() -> None:
    live = LiveConfiguration(with_provider("new"))
    live.offer_site(PLAIN)
    weighed = live.weigh_base(BASE)
    assert live.offer_site(needing("new"), "site.json").accepted
    verdict = live.take(weighed)
    assert not verdict.accepted
    assert {problem.file for problem in verdict.problems} == {"site.json"}
    assert in_force(live).document["revision"] == "new"
    newer = live.weigh_base(with_provider("new", "newer"))
    live.offer_site(needing("new", "newer"))
    assert live.take(newer).accepted
    refs = [model["modelRef"] for model in in_force(live).document["models"]]
    assert refs[-2:] == ["new::v1::ours", "newer::v1::ours"]
    assert live.state().site_problems == ()


def test_the_same_site_configuration_offered_again_between_weighing_and_taking() -> None:
    live = LiveConfiguration(BASE)
    live.offer_site(PLAIN)
    weighed = live.weigh_base(base("2"))
    live.offer_site(BROKEN)
    live.offer_site(PLAIN)
    assert live.take(weighed).accepted
    assert live.state().site_problems == live.state().base_problems == ()


KEPT = {**BASE, "revision": "kept", "models": BASE["models"][:1]}


def test_a_kept_result_is_in_force_until_something_is_accepted() -> None:
    live = LiveConfiguration(BASE)
    kept = copy.deepcopy(KEPT)
    assert live.restore(kept, "merged.json") == Verdict(accepted=True)
    kept["models"].clear()
    current = in_force(live)
    assert (current.document, current.client) == (KEPT, client_view(KEPT))
    assert (current.generation, current.base, current.site) == (1, None, None)
    # Neither a bad site configuration nor a base on its own takes its place.
    assert not live.offer_site(BROKEN).accepted
    assert live.offer_base(base("2")).accepted
    assert live.current() is current
    assert live.state().site_problems
    assert live.offer_site(PLAIN).accepted
    assert in_force(live).document["revision"] == "2"
    assert in_force(live).generation == 2


def test_a_kept_result_never_replaces_anything() -> None:
    live = LiveConfiguration(BASE)
    live.offer_site(PLAIN)
    before = live.current()
    assert live.restore(KEPT) == Verdict(accepted=False)
    assert live.current() is before


@pytest.mark.parametrize("document", [{}, [], None, {**KEPT, "models": 1}])
def test_what_is_no_merged_document_is_not_restored(document: Any) -> None:
    live = LiveConfiguration(BASE)
    verdict = live.restore(document, "merged.json")
    assert not verdict.accepted
    assert {problem.file for problem in verdict.problems} == {"merged.json"}
    assert live.current() is None


BASES = [base("1"), with_provider("new"), with_provider("other"), base("bad", models=1)]
SITES = [PLAIN, needing("new"), needing("other"), BROKEN, UNREADABLE]
OFFERS = st.sampled_from([("base", index) for index in range(len(BASES))] + [("site", i) for i in range(len(SITES))])


@settings(max_examples=60)
@given(st.lists(OFFERS, min_size=1, max_size=7))
def test_whatever_comes_in_whatever_order(offers: list[tuple[str, int]]) -> None:
    """What is in force fits together, is what an accepted offer said, and is the newest of both where these fit."""
    live, newest_base, newest_site, generation = LiveConfiguration(BASES[0]), BASES[0], "", 0
    for kind, index in offers:
        if kind == "base":
            newest_base = BASES[index]
            verdict = live.offer_base(newest_base)
        else:
            newest_site = SITES[index]
            verdict = live.offer_site(newest_site)
        state = live.state()
        if not verdict.accepted:
            assert has_errors(verdict.problems)
        if state.current is None:
            continue
        site, supplied = site_of(state.current), state.current.base
        assert supplied is not None
        assert state.current.document == merge_site(supplied, site.value).document
        assert state.current.generation >= generation
        generation = state.current.generation
        newest_in_force = (supplied == newest_base, site.text == newest_site)
        assert verdict.accepted == newest_in_force[kind == "site"]
        assert newest_in_force == (not state.base_problems, not state.site_problems)
        assert newest_in_force == (True, True) or not fit(newest_base, newest_site)


def fit(document: dict[str, Any], text: str) -> bool:
    file, problems = parse_site(text)
    return file is not None and not has_errors([*problems, *check_site(document, file.value)])


def marked(number: int) -> tuple[dict[str, Any], str]:
    """A base and a site configuration whose marks show in every part of the result."""
    document = base(f"base {number}")
    for model in document["models"]:
        model["displayName"] = f"base {number}"
    ours = {"modelRef": "acme::v1::ours", "displayName": f"site {number}", "capabilities": ["chat"]}
    override = {"id": "bolt", "displayName": f"site {number}"}
    section = {"sourcegraph": {}, "modelOverrides": [ours], "providerOverrides": [override]}
    return document, json.dumps({"modelConfiguration": section})


def marks(current: Current) -> Iterator[tuple[str, set[str]]]:
    """Each mark of a configuration, which must be one, with all of its places."""
    assert current.base is not None
    for view in (current.document, current.client):
        names = [model["displayName"] for model in view["models"]]
        yield "base", {*names[:-1], view["revision"], current.base["revision"]}
        yield (
            "site",
            {names[-1], view["providers"][1]["displayName"]}
            | {site_of(current).value["modelConfiguration"]["modelOverrides"][0]["displayName"]},
        )


def test_many_threads_never_see_a_torn_configuration() -> None:
    live = LiveConfiguration(BASE)
    live.offer_site(marked(0)[1])
    live.offer_base(marked(0)[0])
    done = Event()

    def read() -> int:
        last = seen = 0
        while not done.is_set() or not seen:
            current = in_force(live)
            assert current.generation >= last
            seen += current.generation != last
            last = current.generation
            for kind, found in marks(current):
                assert len(found) == 1, found
                assert next(iter(found)).startswith(kind)
        return seen

    def write(number: int) -> int:
        taken = 0
        for step in range(12):
            document, text = marked(number * 100 + step)
            taken += live.offer_base(document).accepted + live.offer_site(text).accepted
            assert not live.offer_site(BROKEN).accepted
        return taken

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(12) as threads:
            readers = [threads.submit(read) for _ in range(8)]
            writers = [threads.submit(write, number) for number in range(1, 5)]
            try:
                taken = sum(writer.result() for writer in writers)
            finally:
                done.set()
            assert all(reader.result() for reader in readers)
    finally:
        sys.setswitchinterval(interval)
    assert taken == 4 * 12 * 2
    assert in_force(live).generation == 2 + taken


def test_readers_wait_for_nobody_and_offers_for_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    live = LiveConfiguration(BASE)
    live.offer_site(PLAIN)
    entered, leave = Event(), Event()

    def slow(supplied: Any, site: Any) -> Weighed:
        if not entered.is_set():
            entered.set()
            leave.wait()
        return weigh_site(supplied, site)

    monkeypatch.setattr("modelconfig.weighing.weigh_site", slow)
    first = Thread(target=live.offer_base, args=(base("2"),))
    second = Thread(target=live.offer_site, args=(needing("acme"),))
    first.start()
    try:
        entered.wait()
        second.start()
        # Long enough for an offer that does not wait its turn, and is lost when the first one ends.
        second.join(0.3)
        assert in_force(live).document["revision"] == BASE["revision"]
        assert live.state().current is live.current()
    finally:
        leave.set()
        first.join()
        second.join()
    assert in_force(live).document["revision"] == "2"
    assert in_force(live).document["models"][-1]["modelRef"] == "acme::v1::ours"
