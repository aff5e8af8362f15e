"""When the gateway is polled: intervals, jitter, pauses after failures, `Retry-After`, and what wakes the poller."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig.schema.embedded import embedded
from modelconfig.server.polling.fetcher import fetch
from modelconfig.server.polling.outcomes import Outcome
from modelconfig.server.polling.schedule import (
    LONGEST_INTERVAL,
    LONGEST_PAUSE,
    Interval,
    backoff,
    interval_of,
    parse_interval,
    pause,
    retry_after,
)
from tests.helpers.valid_value_strategies import ValidValues
from tests.modelconfig.server.faults.documents import edition_revision
from tests.modelconfig.server.polling_servers import NOON, Setup, at

if TYPE_CHECKING:
    from modelconfig.server.polling.fetcher import FetchResult
    from tests.modelconfig.server.faults.gateway import FaultGateway

HOUR = 3600.0
RECEIVED = datetime(2026, 11, 22, 12, tzinfo=UTC)
GIVEN = ValidValues(embedded("site")).definition("PollingInterval")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("30m", 1800.0),
        ("6h", 6 * HOUR),
        ("1d", 24 * HOUR),
        ("1h30m", 1.5 * HOUR),
        ("1d2h3m4s", 26 * HOUR + 184),
        ("0007s", 7.0),
        ("0s", 1.0),
        ("never", None),
        ("999999d", LONGEST_INTERVAL),
        ("9" * 5000 + "d", LONGEST_INTERVAL),
    ],
)
def test_an_interval_is_parsed(text: str, seconds: float | None) -> None:
    assert parse_interval(text) == seconds


@pytest.mark.parametrize("text", ["", "5", "m", "1m1h", "6 h", "-1h", "1.5h", "6h\n", "Never", "٣h", "1w"])
def test_an_invalid_interval_is_rejected(text: str) -> None:
    with pytest.raises(ValueError, match="polling interval"):
        parse_interval(text)


@given(GIVEN)
def test_intervals_allowed_by_the_schema_are_parsed(text: str) -> None:
    seconds = parse_interval(text)
    assert seconds is None or 1 <= seconds <= LONGEST_INTERVAL


@pytest.mark.parametrize(
    ("site", "interval"),
    [
        (None, 6 * HOUR),
        ({}, 6 * HOUR),
        ({"completions": {}}, 6 * HOUR),
        ({"modelConfiguration": {"sourcegraph": {}}}, 6 * HOUR),
        ({"modelConfiguration": {"sourcegraph": {"pollingInterval": "30m"}}}, 1800.0),
        ({"modelConfiguration": {"sourcegraph": {"pollingInterval": None}}}, 6 * HOUR),
        ({"modelConfiguration": {"sourcegraph": {"pollingInterval": "later"}}}, 6 * HOUR),
    ],
)
def test_a_site_configuration_sets_the_interval(site: dict[str, object] | None, interval: float) -> None:
    assert interval_of(site) == Interval(interval)


@pytest.mark.parametrize(
    "section",
    [{"sourcegraph": None}, {}, {"sourcegraph": {"pollingInterval": "never"}}],
    ids=["null", "absent", "never"],
)
def test_a_site_configuration_can_disable_polling(section: dict[str, object]) -> None:
    seconds, reason = interval_of({"modelConfiguration": section})
    assert seconds is None
    assert reason.endswith(".")


def test_pauses_double_up_to_the_interval_or_an_hour() -> None:
    assert [backoff(failures, 6 * HOUR) for failures in (1, 2, 3, 10, 11, 10**9)] == [5, 10, 20, 2560, 3600, 3600]
    assert [backoff(failures, 30.0) for failures in (1, 2, 3, 4, 50)] == [5, 10, 20, 30, 30]


@given(
    interval=st.floats(1, LONGEST_INTERVAL),
    failures=st.integers(0, 10**6),
    asked=st.none() | st.floats(0, 24 * HOUR),
    jitter=st.floats(0, 1),
)
def test_a_pause_has_ten_percent_jitter_and_honours_retry_after(
    interval: float, failures: int, asked: float | None, jitter: float
) -> None:
    found = pause(interval, failures, asked, jitter)
    usual = interval if failures == 0 else backoff(failures, interval)
    if failures == 0 or asked is None:
        assert 0.89 * usual <= found <= 1.11 * usual
    else:
        assert max(asked, 0.89 * usual) <= found <= 1.11 * max(asked, usual)
    assert failures == 0 or asked is not None or found <= 1.11 * LONGEST_PAUSE


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 7 ", 7.0),
        ("0", 0.0),
        ("99999999", 24 * HOUR),
        ("9" * 60, 24 * HOUR),
        (format_datetime(datetime(2026, 11, 22, 12, 10, tzinfo=UTC), usegmt=True), 600.0),
        (format_datetime(datetime(2026, 11, 22, 11, tzinfo=UTC), usegmt=True), 0.0),
        (format_datetime(datetime(2036, 11, 22, tzinfo=UTC), usegmt=True), 24 * HOUR),
        ("Sun, 22 Nov 2026 12:00:30 -0000", 30.0),
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1e3", None),
        ("٣", None),
        ("Sun, 99 Nov 2026 12:00:30 GMT", None),
        ("Sun, 22 Nov 99999 12:00:30 GMT", None),
        ("9" * 100, None),
    ],
)
def test_retry_after_is_parsed(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, RECEIVED) == seconds


@given(st.text())
def test_any_retry_after_value_is_handled(text: str) -> None:
    found = retry_after(text, RECEIVED)
    assert found is None or 0 <= found <= 24 * HOUR


def test_it_polls_immediately_and_then_at_its_interval(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url)
    setup.times.jitter = 1.0
    setup.run_until_waited(3)
    assert setup.times.waited == [pytest.approx(6.6 * HOUR)] * 3
    assert dict(setup.poller.history.outcomes) == {
        **dict.fromkeys(Outcome, 0),
        Outcome.ACCEPTED: 1,
        Outcome.UNCHANGED: 2,
    }


def test_pauses_grow_with_each_failure_and_reset_after_a_success(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url)
    gateway.behave("down")

    async def then() -> None:
        assert setup.status()["consecutiveFailures"] == 12
        gateway.behave("good")
        await setup.woken(13, now=True)

    setup.run_until_waited(12, then)
    expected = [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 6 * HOUR]
    assert setup.times.waited == pytest.approx(expected)
    assert setup.revision() == edition_revision(1)


@pytest.mark.parametrize("wish", ["1800", format_datetime(NOON + timedelta(minutes=30), usegmt=True)])
def test_retry_after_is_honoured(gateway: FaultGateway, wish: str) -> None:
    setup = Setup(gateway.url)
    gateway.behave("unavailable", retry_after=wish)
    setup.run_until_waited(1)
    assert setup.times.waited == [pytest.approx(1800 * 1.05)]
    assert setup.status()["nextAttempt"] == at("12:31:30")


def test_a_retry_after_of_zero_does_not_cause_a_busy_loop(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url)
    gateway.behave("unavailable", retry_after="0")
    setup.run_until_waited(3)
    assert setup.times.waited == pytest.approx([5, 10, 20])


def test_it_does_not_poll_while_disabled_and_polls_immediately_when_enabled(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url, interval=Interval(None, "Not today."))

    async def then() -> None:
        status = setup.status()
        assert (status["enabled"], status["reason"], status["nextAttempt"]) == (False, "Not today.", None)
        assert setup.poller.stale() is None
        assert gateway.requests == []
        setup.interval = Interval(60.0)
        await setup.woken(2)

    setup.run_until_waited(1, then)
    assert setup.times.waited == [None, 60.0]
    assert setup.status()["enabled"] is True
    assert len(gateway.requests) == 1


def test_a_shorter_interval_starts_at_the_last_attempt(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url)
    assert setup.poll() is Outcome.ACCEPTED
    setup.times.advance(1000)
    assert setup.poller._left(6 * HOUR) == 6 * HOUR - 1000
    assert setup.poller._left(1800.0) == 800
    assert setup.poller._left(600.0) < 0
    setup.poller.wake()
    assert setup.poller._left(6 * HOUR) > 0
    setup.poller.wake(now=True)
    assert setup.poller._left(6 * HOUR) == 0


def test_the_duration_of_an_attempt_is_not_part_of_the_pause(
    gateway: FaultGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    setup = Setup(gateway.url)
    gateway.behave("down")

    async def slow(*arguments: Any) -> FetchResult:
        setup.times.advance(30)
        return await fetch(*arguments)

    monkeypatch.setattr("modelconfig.server.polling.poller.fetch", slow)
    assert setup.poll() is Outcome.UNREACHABLE
    status = setup.status()
    assert (status["lastAttempt"], status["lastError"]["at"]) == (at("12:00:00"), at("12:00:30"))
    assert setup.poller._left(6 * HOUR) == 5


def test_it_is_stale_after_two_intervals_without_success(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url, interval=Interval(600.0))
    gateway.behave("down")
    assert setup.poll() is Outcome.UNREACHABLE
    setup.times.advance(1260)
    assert setup.poller.stale() is None
    setup.times.advance(1)
    assert setup.poller.stale() == f"No poll of the gateway has succeeded since the start at {at('12:00:00')}."
    gateway.behave("good")
    assert setup.poll() is Outcome.ACCEPTED
    assert setup.poller.stale() is None
    setup.times.advance(1261)
    assert setup.poller.stale() == f"No poll of the gateway has succeeded since {at('12:21:01')}."
    assert setup.status()["ageSeconds"] == 1261


@pytest.mark.parametrize("days", [-10, 10])
def test_changing_the_clock_does_not_affect_staleness(gateway: FaultGateway, days: int) -> None:
    setup = Setup(gateway.url, interval=Interval(600.0))
    assert setup.poll() is Outcome.ACCEPTED
    setup.times.wrong = timedelta(days=days)
    setup.times.advance(1260)
    assert setup.poller.stale() is None
    assert setup.status()["ageSeconds"] == setup.poller.history.age() == 1260
    setup.times.advance(1)
    assert setup.poller.stale() == f"No poll of the gateway has succeeded since {at('12:00:00')}."
