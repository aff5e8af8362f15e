"""No document prevents later updates: revisions in the future, wrong clocks, and documents that an instance kept."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig.documents.current_day import clock_problems
from modelconfig.server.polling.base_selection import NO_SIZES, BaseSource, embedded_base
from modelconfig.server.polling.fetcher import FetchResult
from modelconfig.server.polling.outcomes import Outcome
from modelconfig.server.polling.schedule import Interval
from modelconfig.storage.private_folder import NAME
from tests.modelconfig.server.faults.documents import as_bytes, edition, edition_revision, older, shrunken, supplied
from tests.modelconfig.server.polling_servers import NOON, Setup, Times, address_of, at

if TYPE_CHECKING:
    from pathlib import Path

    from tests.modelconfig.server.faults.gateway import FaultGateway

DAY = timedelta(days=1)
YEARS = timedelta(days=3650)
FAR = datetime(9999, 12, 31, tzinfo=UTC)


def ahead(days: int) -> str:
    """Return a revision of a day after the day of the tests' clock."""
    return f"{NOON.date() + days * DAY}.1"


def codes(setup: Setup) -> list[str]:
    return [problem.code for problem in (*setup.poller.problems, *setup.cache.problems)]


def clock(wrong: timedelta) -> Times:
    """Return a clock that is wrong by this time."""
    times = Times()
    times.wrong = wrong
    return times


@pytest.mark.parametrize("source", [BaseSource.NEWEST, BaseSource.POLLED])
@pytest.mark.parametrize("revision", [ahead(3), ahead(4), "9999-12-31.1", "9999-12-31.999999999"])
def test_a_revision_in_the_future_is_rejected(
    gateway: FaultGateway, tmp_path: Path, revision: str, source: BaseSource
) -> None:
    gateway.serve(edition(1, revision=revision))
    setup = Setup(gateway.url, folder=tmp_path, source=source)
    for _ in range(2):
        assert setup.poll() is Outcome.INVALID
        assert codes(setup) == ["MC463"]
        assert revision in setup.status()["lastError"]["message"]
        assert setup.revision() == supplied()["revision"]
    assert not (tmp_path / NAME / "base.json").exists()
    assert "if-none-match" not in gateway.requests[-1].headers
    gateway.serve(edition(2))
    assert setup.poll() is Outcome.ACCEPTED
    assert codes(setup) == []


@pytest.mark.parametrize("days", [0, 1, 2])
def test_a_revision_of_the_next_two_days_is_accepted(gateway: FaultGateway, days: int) -> None:
    gateway.serve(edition(1, revision=f"{NOON.date() + days * DAY}.86399"))
    assert Setup(gateway.url).poll() is Outcome.ACCEPTED


def test_a_rejected_revision_is_accepted_when_its_day_is_near(gateway: FaultGateway) -> None:
    gateway.serve(edition(1, revision=ahead(5)))
    setup = Setup(gateway.url)
    for _ in range(3):
        assert setup.poll() is Outcome.INVALID
        setup.times.advance(DAY.total_seconds())
    assert setup.poll() is Outcome.ACCEPTED


@pytest.mark.parametrize("source", [BaseSource.NEWEST, BaseSource.POLLED])
def test_a_cached_document_with_a_revision_in_the_future_is_not_used(
    gateway: FaultGateway, tmp_path: Path, source: BaseSource
) -> None:
    gateway.serve(edition(1, revision="9999-12-31.1"))
    earlier = Setup(gateway.url, folder=tmp_path, times=clock(FAR - NOON))
    assert earlier.poll() is Outcome.ACCEPTED
    setup = Setup(gateway.url, folder=tmp_path, source=source)
    assert (setup.base.source, setup.revision()) == (BaseSource.EMBEDDED, supplied()["revision"])
    assert codes(setup) == ["MC433"]
    assert '"9999-12-31.1" is more than 2 days ahead' in setup.cache.problems[0].message
    assert setup.poll() is Outcome.INVALID
    assert "if-none-match" not in gateway.requests[-1].headers
    gateway.serve(edition(1))
    assert setup.poll() is Outcome.ACCEPTED
    assert codes(setup) == []
    assert (tmp_path / NAME / "base.json").read_bytes() == as_bytes(edition(1))


def test_a_document_that_was_accepted_with_a_wrong_clock_is_replaced(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url, times=clock(YEARS))
    gateway.serve(edition(1, revision=f"{NOON.date() + YEARS}.1"))
    assert setup.poll() is Outcome.ACCEPTED
    gateway.serve(edition(2))
    assert setup.poll() is Outcome.OLDER
    setup.times.wrong = timedelta()
    assert setup.poll() is Outcome.ACCEPTED
    assert setup.revision() == edition_revision(2)


def test_a_clock_before_the_embedded_document_counts_as_its_day(gateway: FaultGateway, tmp_path: Path) -> None:
    setup = Setup(gateway.url, folder=tmp_path, times=clock(-YEARS))
    assert setup.revision() == supplied()["revision"]
    gateway.serve(edition(1, revision=ahead(3)))
    assert setup.poll() is Outcome.INVALID
    gateway.serve(edition(1, revision=ahead(2)))
    assert setup.poll() is Outcome.ACCEPTED
    assert Setup(gateway.url, folder=tmp_path, times=clock(-YEARS)).base.source is BaseSource.CACHED


@pytest.mark.parametrize(
    ("wrong", "found"), [(-YEARS, ["MC464"]), (-DAY, ["MC464"]), (timedelta(), []), (DAY, []), (YEARS, [])]
)
def test_a_clock_before_the_embedded_document_is_reported(wrong: timedelta, found: list[str]) -> None:
    assert [problem.code for problem in clock_problems(NOON + wrong)] == found


def test_an_older_document_is_a_warning_at_once_and_stale_after_two_intervals(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url, interval=Interval(600.0))
    gateway.serve(edition(2))
    assert setup.poll() is Outcome.ACCEPTED
    assert (codes(setup), setup.poller.stale()) == ([], None)
    gateway.serve(edition(1))
    for stale in (False, False, True, True):
        assert setup.poll() is Outcome.OLDER
        assert codes(setup) == ["MC465"]
        [warning] = setup.poller.problems
        assert edition_revision(1) in warning.message
        assert edition_revision(2) in warning.message
        since = f"The gateway offers an older document than the active one since {at('12:00:00')}."
        assert setup.poller.stale() == (since if stale else None)
        setup.times.advance(600)
    # A failing gateway is not known to offer a newer document.
    gateway.behave("down")
    assert setup.poll() is Outcome.UNREACHABLE
    assert codes(setup) == ["MC465", "MC421"]
    assert setup.poller.stale() is not None
    gateway.serve(edition(2))
    assert setup.poll() is Outcome.UNCHANGED
    assert (codes(setup), setup.poller.stale()) == ([], None)


@pytest.mark.parametrize("number", [3, 2])
def test_a_gateway_that_has_the_active_document_again_offers_no_older_one(gateway: FaultGateway, number: int) -> None:
    setup = Setup(gateway.url, interval=Interval(600.0))
    gateway.serve(edition(2))
    setup.poll()
    gateway.serve(edition(1))
    assert setup.poll() is Outcome.OLDER
    setup.times.advance(1200)
    gateway.serve(edition(number), ETag='"other"')
    assert setup.poll() in (Outcome.ACCEPTED, Outcome.SAME)
    assert (codes(setup), setup.poller.stale()) == ([], None)


def test_a_gateway_that_is_older_than_the_embedded_document_is_reported(gateway: FaultGateway, tmp_path: Path) -> None:
    """As after an update of the instance: the cached document, which the gateway still has, is not in use."""
    gateway.serve(older())
    assert Setup(gateway.url, folder=tmp_path, source=BaseSource.POLLED).poll() is Outcome.ACCEPTED
    setup = Setup(gateway.url, folder=tmp_path)
    assert setup.base.source is BaseSource.EMBEDDED
    assert setup.poll() is Outcome.OLDER
    assert codes(setup) == ["MC465"]


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
