"""Poll the gateway periodically and check its documents. A failure is recorded, and the next attempt made later."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from modelconfig.diagnostics.problem import error
from modelconfig.server.http.logs import event
from modelconfig.server.polling import schedule
from modelconfig.server.polling.acceptance import Acceptance
from modelconfig.server.polling.base_selection import BaseSource
from modelconfig.server.polling.entity_tags import EntityTags
from modelconfig.server.polling.fetcher import fetch
from modelconfig.server.polling.outcomes import Outcome, PollFailure, PollingHistory
from modelconfig.server.served_document import now as wall_clock
from modelconfig.server.served_document import stamp

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from concurrent.futures import Executor
    from datetime import datetime

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.live.configuration import LiveConfiguration
    from modelconfig.server.polling.addresses import Address
    from modelconfig.server.polling.base_selection import Base
    from modelconfig.server.polling.cache import BaseCache
    from modelconfig.server.polling.fetcher import PollingLimits
    from modelconfig.server.polling.startup import Start

LOGGER = logging.getLogger("modelconfig.polling")

_TIMER_TOLERANCE: Final = 0.001
"""Seconds by which a timer may end early; a shorter wait is skipped."""
_DEPENDING_ON_SITE: Final = frozenset({Outcome.UNMERGEABLE, Outcome.LINT, Outcome.SHRUNK})
"""The failures that another site configuration may end."""


def _default_interval() -> schedule.Interval:
    return schedule.interval_of(None)


async def _wait(event: asyncio.Event, seconds: float | None) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)


@dataclass(frozen=True, slots=True)
class Clock:
    """The clocks, the way to wait, and the source of jitter from 0 to 1. Tests replace them."""

    clock: Callable[[], datetime] = wall_clock
    monotonic: Callable[[], float] = monotonic
    wait: Callable[[asyncio.Event, float | None], Awaitable[None]] = _wait
    jitter: Callable[[], float] = random.random


_SYSTEM_CLOCK: Final = Clock()


class Poller:
    """The polling of one address for one live configuration.

    `interval` is called before each pause, so that a change of the site configuration takes effect. `executor` has the
    one thread for all proposals to the live configuration, and runs what may take a while. `on_change` is called in the
    event loop after another base was activated.
    """

    def __init__(  # noqa: PLR0913  # each is another part of the server, and most are given by name
        self,
        address: Address,
        live: LiveConfiguration,
        start: Start,
        cache: BaseCache | None,
        limits: PollingLimits,
        *,
        source: BaseSource = BaseSource.NEWEST,
        executor: Executor | None = None,
        interval: Callable[[], schedule.Interval] = _default_interval,
        on_change: Callable[[], None] = lambda: None,
        time: Clock = _SYSTEM_CLOCK,
    ) -> None:
        """Send no request yet. `start` is what `live` started with; it must have a base."""
        if start.base is None:
            raise ValueError("there is no base to begin with")
        self.history = PollingHistory(time.clock(), time.monotonic())
        self._address, self._live, self._limits = address, live, limits
        self._acceptance = Acceptance(
            live,
            start.base,
            address,
            source=source,
            minimum_share=limits.minimum_share,
            cache=cache,
            cached=start.cached,
        )
        self._acceptance.base_problems, self._acceptance.cache_problems = start.problems, start.cache_problems
        self._tags = EntityTags(address, start.cached, limits.trusted_seconds)
        self._executor, self._interval, self._on_change = executor, interval, on_change
        self._clock, self._monotonic, self._wait, self._jitter = time.clock, time.monotonic, time.wait, time.jitter
        self._woken = asyncio.Event()
        self._poll_now = True  # the first attempt is made at once
        self._last_end, self._pause_jitter = time.monotonic(), time.jitter()
        self._retry_after: float | None = None
        self._generation = 0
        self._next: datetime | None = None
        self._logged: set[Problem] = set()

    @property
    def base(self) -> Base:
        """The base document in use, and its source."""
        return self._acceptance.base

    @property
    def outcomes(self) -> Mapping[str, int]:
        """The number of attempts by outcome, for every outcome."""
        return self.history.outcomes

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the last attempt and of the base in use."""
        return (*self._acceptance.base_problems, *self._tags.problems, *self.history.problems)

    @property
    def cache_problems(self) -> tuple[Problem, ...]:
        """The problems of the cache."""
        return self._acceptance.cache_problems

    def status(self) -> dict[str, Any]:
        """Return the properties of `/status` about polling, which contain no secret."""
        interval = self._interval()
        return {
            "enabled": interval.seconds is not None,
            "url": self._address.shown,
            "intervalSeconds": interval.seconds,
            "reason": interval.reason,
            **self.history.to_json(self._monotonic()),
            "nextAttempt": stamp(self._next),
            "etag": self._tags.current,
            "offeredRevision": self._acceptance.offered,
        }

    def stale(self) -> str | None:
        """Return a sentence if polling is enabled and has not succeeded for too long, otherwise None."""
        seconds = self._interval().seconds
        return None if seconds is None else self.history.stale(seconds, self._monotonic())

    def age(self) -> float | None:
        """Return the seconds since the last success, or None."""
        return self.history.age(self._monotonic())

    def wake(self, *, now: bool = False) -> None:
        """Compute the next attempt again after a change of the site configuration; or poll `now`."""
        self._poll_now = self._poll_now or now
        self._woken.set()

    async def run(self) -> None:
        """Poll and wait until cancelled. Start it when the server is ready."""
        while True:
            self._woken.clear()
            seconds = self._interval().seconds
            remaining = None if seconds is None else self._left(seconds)
            self._next = None if remaining is None else self._clock() + timedelta(seconds=max(0.0, remaining))
            if remaining is None or remaining > _TIMER_TOLERANCE:
                await self._wait(self._woken, remaining)
            else:
                await self.poll()

    async def poll(self) -> Outcome:
        """Make one attempt and record its outcome."""
        self._poll_now, self._next = False, None
        self.history.attempt = self._clock()
        failure = None
        try:
            outcome = await self._attempt()
        except PollFailure as rejection:
            outcome, failure = rejection.outcome, rejection
        except Exception as exception:  # the server keeps serving, and the next attempt is made
            LOGGER.debug("where polling failed", exc_info=True, extra={"fields": {}})
            outcome, failure = Outcome.INTERNAL, _internal_failure(exception)
        ended = self._clock()
        self.history.ended(outcome, ended, self._monotonic(), failure)
        # Count the pause from the end of the attempt: a slow failure may take longer than the pause.
        self._last_end, self._pause_jitter = self._monotonic(), self._jitter()
        self._retry_after = None if failure is None else schedule.retry_after(failure.retry_after, ended)
        self._generation = self._current_generation()
        self._log_attempt(outcome, failure)
        if outcome is Outcome.ACCEPTED:
            self._on_change()
        return outcome

    async def _attempt(self) -> Outcome:
        response = self._tags.without_distrusted_etag(
            await fetch(self._address, self._tags.to_send(self._clock()), self._limits)
        )
        fetched = self._clock()
        loop = asyncio.get_running_loop()
        outcome = await loop.run_in_executor(self._executor, self._acceptance.judge, response, fetched)
        # Remember the ETag last: if anything failed after it, the next response would be 304, and the document lost.
        self._tags.remember(response, fetched)
        return outcome

    def _left(self, interval: float) -> float:
        """Return the seconds until the next attempt."""
        if self._poll_now:
            return 0.0
        pause = schedule.pause(interval, self.history.failures, self._retry_after, self._pause_jitter)
        if self.history.outcome in _DEPENDING_ON_SITE and self._generation != self._current_generation():
            pause = min(pause, schedule.FIRST_PAUSE)
        return self._last_end + pause - self._monotonic()

    def _current_generation(self) -> int:
        current = self._live.current()
        return 0 if current is None else current.generation

    def _log_attempt(self, outcome: Outcome, failure: PollFailure | None) -> None:
        """Log an attempt: failures and new documents always, the rest at a lower level."""
        base = self.base
        fields: dict[str, Any] = {"gateway": self._address.shown, "outcome": outcome.value}
        if failure is not None:
            problem = failure.problem
            fields |= {"code": problem.code, "problem": problem.message, "failures": self.history.failures}
            event(LOGGER, logging.WARNING, "poll failed", **fields)
        elif outcome is Outcome.ACCEPTED:
            fields |= {"revision": base.revision, "models": base.models}
            event(LOGGER, logging.INFO, "polled document in force", **fields)
        else:
            level = logging.INFO if outcome is Outcome.OLDER else logging.DEBUG
            fields |= {"revision": base.revision, "offered": self._acceptance.offered}
            event(LOGGER, level, "nothing newer from the gateway", **fields)
        warnings = {*self._acceptance.base_problems, *self._tags.problems, *self.cache_problems}
        for problem in sorted(warnings - self._logged, key=lambda problem: problem.code):
            event(LOGGER, logging.WARNING, problem.message, code=problem.code, file=problem.file)
        self._logged = warnings


def _internal_failure(exception: Exception) -> PollFailure:
    hint = "This is a fault of the server, not of the gateway. With --log-level debug its log says where."
    return PollFailure(Outcome.INTERNAL, error("MC436", f"polling failed: {type(exception).__name__}", hint=hint))
