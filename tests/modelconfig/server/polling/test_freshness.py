"""No document prevents later updates: revisions in the future, wrong clocks, and gateways with older documents."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from modelconfig.documents.current_day import clock_problems
from modelconfig.server.polling.base_selection import BaseSource
from modelconfig.server.polling.outcomes import Outcome
from modelconfig.server.polling.schedule import Interval
from modelconfig.storage.private_folder import NAME
from tests.modelconfig.server.faults.documents import as_bytes, edition, edition_revision, older, supplied
from tests.modelconfig.server.polling_servers import DAY, NOON, YEARS, Setup, at, clock, codes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.modelconfig.server.faults.gateway import FaultGateway

FAR = datetime(9999, 12, 31, tzinfo=UTC)


def ahead(days: int) -> str:
    """Return a revision of a day after the day of the tests' clock."""
    return f"{NOON.date() + days * DAY}.1"


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
