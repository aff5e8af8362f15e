"""Times of published files: they follow the revisions, tell contents apart, and are the same everywhere."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from modelconfig.documents.revisions import Revision
from modelconfig.publish.file_times import REPRESENTATIONS, file_time

DAYS = st.dates(date(1980, 1, 1), date(2105, 12, 31))
REVISIONS = st.builds(Revision, DAYS, st.integers(1, 10))


@given(
    REVISIONS,
    REVISIONS,
    st.binary(),
    st.binary(),
    st.integers(0, REPRESENTATIONS - 1),
    st.integers(0, REPRESENTATIONS - 1),
)
def test_a_later_revision_has_a_later_time(
    one: Revision, other: Revision, first: bytes, second: bytes, form: int, another: int
) -> None:
    earlier, later = sorted([one, other])
    if earlier != later:
        assert file_time(earlier.text(), form, first) < file_time(later.text(), another, second)


@given(DAYS, st.integers(1, 9), st.binary(), st.binary())
def test_neighbours_of_one_day_do_not_overlap(day: date, number: int, first: bytes, second: bytes) -> None:
    earlier, later = Revision(day, number).text(), Revision(day, number + 1).text()
    assert file_time(earlier, REPRESENTATIONS - 1, first) < file_time(later, 0, second)


@given(st.builds(Revision, DAYS, st.integers(1, 999_999_999)), st.binary(), st.integers(0, REPRESENTATIONS - 1))
def test_a_time_is_past_when_its_day_begins_and_not_long_before(revision: Revision, content: bytes, form: int) -> None:
    midnight = datetime(revision.day.year, revision.day.month, revision.day.day, tzinfo=UTC)
    found = datetime.fromtimestamp(file_time(revision.text(), form, content), UTC)
    assert midnight - timedelta(days=1) <= found < midnight


@given(st.sampled_from(["", "-", "odd", "2026-11-22", "2026-11-22.0", "1979-12-31.1", "2106-01-01.1"]), st.binary())
def test_without_an_order_the_time_is_before_there_were_documents(revision: str, content: bytes) -> None:
    assert 2000 <= datetime.fromtimestamp(file_time(revision, 0, content), UTC).year <= 2017


@given(st.sampled_from(["2026-11-22.1", "2026-11-22.4", "2026-11-22.77", "odd"]), st.binary(), st.binary())
def test_forms_never_share_a_second(revision: str, first: bytes, second: bytes) -> None:
    times = {
        form: {file_time(revision, form, content) for content in (first, second)} for form in range(REPRESENTATIONS)
    }
    assert all(times[one].isdisjoint(times[other]) for one in times for other in times if one < other)


def test_contents_of_one_revision_spread_over_many_seconds() -> None:
    for revision, seconds in (("2026-11-22.1", 10800), ("2026-11-22.2", 5400), ("2026-11-22.400", 21)):
        found = {file_time(revision, 0, str(number).encode()) for number in range(200_000)}
        assert len(found) == seconds
    assert len({file_time("odd", 0, str(number).encode()) for number in range(10_000)}) > 9_990


def test_a_time_never_changes() -> None:
    """Machines with different versions of this package serve the same tree."""
    assert file_time("2026-11-22.1", 0, b"{}") == 1795230824
    assert file_time("-", 3, b"{}") == 1329258923
