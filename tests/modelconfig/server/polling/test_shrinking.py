"""A document does not shrink in steps: it is compared with the largest of the last seven days."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig.server.polling.base_selection import NO_SIZES, BaseSource, embedded_base
from modelconfig.server.polling.fetcher import FetchResult
from modelconfig.server.polling.outcomes import Outcome
from modelconfig.storage.private_folder import NAME
from tests.modelconfig.server.faults.documents import edition, edition_revision, shrunken, supplied
from tests.modelconfig.server.polling_servers import DAY, NOON, YEARS, Setup, address_of, clock, codes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.modelconfig.server.faults.gateway import FaultGateway


def shrink(gateway: FaultGateway, setup: Setup, number: int, models: int) -> Outcome:
    """Poll a document with this number of models, newer than those of lower numbers."""
    gateway.serve({**shrunken(models), "revision": edition_revision(number)})
    return setup.poll()


@pytest.mark.parametrize("restart", [False, True])
def test_a_document_does_not_shrink_in_steps(gateway: FaultGateway, tmp_path: Path, *, restart: bool) -> None:
    models = len(supplied()["models"])
    half = (models + 1) // 2
    setup = Setup(gateway.url, folder=tmp_path)
    assert shrink(gateway, setup, 1, half) is Outcome.ACCEPTED
    times = setup.times
    for day in range(7):
        if restart:
            setup = Setup(gateway.url, folder=tmp_path, times=times)
            assert setup.base.models == half
        assert shrink(gateway, setup, 2 + day, half - 1) is Outcome.SHRUNK
        message = setup.status()["lastError"]["message"]
        assert message.endswith(f"it would keep only {half - 1} of {models} models, the most of the last seven days")
        times.advance(DAY.total_seconds())
    assert shrink(gateway, setup, 10, half - 1) is Outcome.SHRUNK
    times.advance(1)
    assert shrink(gateway, setup, 11, half - 1) is Outcome.ACCEPTED
    # Of the next seven days, the largest is the half.
    assert shrink(gateway, setup, 12, (half + 1) // 2) is Outcome.ACCEPTED
    assert shrink(gateway, setup, 13, (half + 1) // 2 - 1) is Outcome.SHRUNK


def test_a_restored_document_may_be_as_large_as_before(gateway: FaultGateway) -> None:
    models = len(supplied()["models"])
    setup = Setup(gateway.url)
    for number in range(1, 9):
        assert shrink(gateway, setup, number, models if number % 2 else models // 2 + 1) is Outcome.ACCEPTED
    assert len(setup.poller._acceptance._sizes.replaced) == 1


@given(st.lists(st.tuples(st.integers(0, 3 * 86400), st.integers(0, 60)), max_size=60))
def test_no_size_of_the_last_seven_days_is_forgotten(steps: list[tuple[int, int]]) -> None:
    """Compare with a list of everything: what is counted was in use in the last seven days and an hour."""
    time, sizes, current = NOON, NO_SIZES, 60
    replaced: list[tuple[datetime, int]] = []
    for seconds, models in steps:
        time += timedelta(seconds=seconds)
        sizes = sizes.at(time)
        window = [
            max([current, *(size for when, size in replaced if time - when <= days)])
            for days in (7 * DAY, 7 * DAY + timedelta(hours=1))
        ]
        assert window[0] <= sizes.largest(current) <= window[1]
        assert len(sizes.replaced) <= 7 * 24 + 1
        replaced.append((time, current))
        sizes, current = sizes.after(current, time), models


def test_many_sizes_fit_into_the_metadata(gateway: FaultGateway, tmp_path: Path) -> None:
    setup = Setup(gateway.url, folder=tmp_path)
    sizes = NO_SIZES
    for number in range(10_000):
        sizes = sizes.at(NOON + timedelta(seconds=60 * number)).after(10_000 - number, NOON + timedelta(minutes=number))
    setup.poller._acceptance._sizes = sizes
    setup.times.advance(10_000 * 60)
    gateway.serve(edition(1))
    setup.cache.save_document(
        embedded_base(), FetchResult(b"{}", None, None), address_of(gateway.url), setup.times.now, sizes
    )
    assert (tmp_path / NAME / "base.meta.json").stat().st_size < 32 << 10


def test_a_clock_that_was_wrong_does_not_prolong_the_seven_days(gateway: FaultGateway, tmp_path: Path) -> None:
    models = len(supplied()["models"])
    half = (models + 1) // 2
    setup = Setup(gateway.url, folder=tmp_path, times=clock(YEARS))
    assert shrink(gateway, setup, 1, half) is Outcome.ACCEPTED
    setup.times.wrong = timedelta()
    assert shrink(gateway, setup, 2, half - 1) is Outcome.SHRUNK
    setup.times.advance(7 * DAY.total_seconds() + 1)
    assert shrink(gateway, setup, 3, half - 1) is Outcome.ACCEPTED


def test_the_merged_document_does_not_shrink_in_steps(gateway: FaultGateway) -> None:
    """The number of models in the base stays, but those that the filters allow become fewer."""

    def offer(number: int, left: int) -> Outcome:
        document = edition(number)
        allowed = [model for model in document["models"] if model["modelRef"].startswith("anthropic::")]
        chat = [model for model in allowed if "chat" in model["capabilities"] and model["status"] != "deprecated"]
        for at_, model in enumerate(one for one in allowed if one not in chat[:left]):
            model["modelRef"] = f"mistral::v1::filler-{at_}"
        document["defaultModels"] = dict.fromkeys(document["defaultModels"], chat[0]["modelRef"])
        gateway.serve(document)
        return setup.poll()

    def site(*patterns: str) -> str:
        return json.dumps({"modelConfiguration": {"sourcegraph": {"modelFilters": {"allow": patterns}}}})

    setup = Setup(gateway.url, site=site("anthropic::*"))
    served = len(setup.served()["models"])
    half = (served + 1) // 2
    assert offer(1, half) is Outcome.ACCEPTED
    assert len(setup.served()["models"]) == half
    assert offer(2, half - 1) is Outcome.SHRUNK
    assert "merged with the site configuration" in setup.status()["lastError"]["message"]
    # Another site configuration has its own models: what its filters remove is intended.
    [*few] = setup.served()["defaultModels"].values()
    assert setup.live.propose_site(site(*few)).accepted
    assert len(setup.served()["models"]) < half / 2
    assert offer(3, half) is Outcome.ACCEPTED


@pytest.mark.parametrize("replaced", ['"x"', "[1]", '[{"time": "x", "models": 1}]', '[{"models": 1}]', "7"])
def test_damaged_sizes_are_reported_and_the_document_is_used(
    gateway: FaultGateway, tmp_path: Path, replaced: str
) -> None:
    gateway.serve(edition(1))
    assert Setup(gateway.url, folder=tmp_path).poll() is Outcome.ACCEPTED
    file = tmp_path / NAME / "base.meta.json"
    metadata = {**json.loads(file.read_text("utf-8")), "replaced": json.loads(replaced)}
    file.write_text(json.dumps(metadata))
    setup = Setup(gateway.url, folder=tmp_path)
    assert (setup.base.source, codes(setup)) == (BaseSource.CACHED, ["MC433"])


def test_a_cached_document_that_is_embedded_too_keeps_its_entity_tag_and_sizes(
    gateway: FaultGateway, tmp_path: Path
) -> None:
    models = len(supplied()["models"])
    larger = edition(1, revision="2026-01-01.1")
    larger["models"] += [
        {**larger["models"][0], "modelRef": f"{larger['providers'][0]['id']}::v1::more-{number}"}
        for number in range(models)
    ]
    gateway.serve(larger)
    setup = Setup(gateway.url, folder=tmp_path, source=BaseSource.POLLED)
    assert setup.poll() is Outcome.ACCEPTED
    gateway.serve(supplied())
    assert setup.poll() is Outcome.ACCEPTED
    again = Setup(gateway.url, folder=tmp_path)
    assert again.base.source is BaseSource.EMBEDDED
    assert again.poll() is Outcome.UNCHANGED
    assert shrink(gateway, again, 2, models - 1) is Outcome.SHRUNK
    assert f"only {models - 1} of {2 * models} models" in again.status()["lastError"]["message"]
