"""Proposals in any order and from many threads: no thread sees a partly replaced configuration."""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from modelconfig.analysis.check import check_site, evaluate_site
from modelconfig.diagnostics.problem import has_errors
from modelconfig.live.configuration import LiveConfiguration
from modelconfig.merge.pipeline import merge_site
from modelconfig.site.site_file import parse_site
from tests.helpers.live_offers import (
    BROKEN,
    PLAIN,
    UNREADABLE,
    active_configuration,
    base,
    needing,
    site_of,
    with_provider,
)
from tests.helpers.site_documents import BASE

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from modelconfig.analysis.check import CheckedSite
    from modelconfig.live.candidates import MergedConfiguration


BASES = [base("1"), with_provider("new"), with_provider("other"), base("bad", models=1)]
SITES = [PLAIN, needing("new"), needing("other"), BROKEN, UNREADABLE]
OFFERS = st.sampled_from([("base", index) for index in range(len(BASES))] + [("site", i) for i in range(len(SITES))])


@settings(max_examples=60)
@given(st.lists(OFFERS, min_size=1, max_size=7))
def test_proposals_in_any_order(offers: list[tuple[str, int]]) -> None:
    """The active configuration is consistent, was accepted, and uses the newest base and site that match."""
    live, newest_base, newest_site, generation = LiveConfiguration(BASES[0]), BASES[0], "", 0
    for kind, index in offers:
        if kind == "base":
            newest_base = BASES[index]
            verdict = live.propose_base(newest_base)
        else:
            newest_site = SITES[index]
            verdict = live.propose_site(newest_site)
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
    """Return a base and a site configuration whose marks are in every part of the result."""
    document = base(f"base {number}")
    for model in document["models"]:
        model["displayName"] = f"base {number}"
    override_model = {"modelRef": "acme::v1::ours", "displayName": f"site {number}", "capabilities": ["chat"]}
    override = {"id": "bolt", "displayName": f"site {number}"}
    section = {"sourcegraph": {}, "modelOverrides": [override_model], "providerOverrides": [override]}
    return document, json.dumps({"modelConfiguration": section})


def marks(current: MergedConfiguration) -> Iterator[tuple[str, set[str]]]:
    """Yield each part with its marks; a consistent configuration has one mark per part."""
    assert current.base is not None
    for view in (current.document, current.client):
        names = [model["displayName"] for model in view["models"]]
        yield "base", {*names[:-1], view["revision"], current.base["revision"]}
        yield (
            "site",
            {names[-1], view["providers"][1]["displayName"]}
            | {site_of(current).value["modelConfiguration"]["modelOverrides"][0]["displayName"]},
        )


def test_threads_never_see_a_partly_replaced_configuration() -> None:
    live = LiveConfiguration(BASE)
    live.propose_site(marked(0)[1])
    live.propose_base(marked(0)[0])
    done = Event()

    def read() -> int:
        last = seen = 0
        while not done.is_set() or not seen:
            current = active_configuration(live)
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
            taken += live.propose_base(document).accepted + live.propose_site(text).accepted
            assert not live.propose_site(BROKEN).accepted
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
    assert active_configuration(live).generation == 2 + taken


def test_readers_do_not_block_and_proposals_are_serialised(monkeypatch: pytest.MonkeyPatch) -> None:
    live = LiveConfiguration(BASE)
    live.propose_site(PLAIN)
    entered, leave = Event(), Event()

    def slow(supplied: Any, site: Any) -> CheckedSite:
        if not entered.is_set():
            entered.set()
            leave.wait()
        return evaluate_site(supplied, site)

    monkeypatch.setattr("modelconfig.live.candidates.evaluate_site", slow)
    first = Thread(target=live.propose_base, args=(base("2"),))
    second = Thread(target=live.propose_site, args=(needing("acme"),))
    first.start()
    try:
        entered.wait()
        second.start()
        # Long enough for a proposal that does not wait for the lock, and is lost when the first one ends.
        second.join(0.3)
        assert active_configuration(live).document["revision"] == BASE["revision"]
        assert live.state().current is live.current()
    finally:
        leave.set()
        first.join()
        second.join()
    assert active_configuration(live).document["revision"] == "2"
    assert active_configuration(live).document["models"][-1]["modelRef"] == "acme::v1::ours"
