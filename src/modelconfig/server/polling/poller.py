"""Poll the gateway periodically and check its documents. A failure is recorded, and the next attempt made later."""

import asyncio
import contextlib
import logging
import random
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from modelconfig.diagnostics.problem import Problem
from modelconfig.documents.current_day import now
from modelconfig.live.configuration import LiveConfiguration
from modelconfig.server.http.logs import event
from modelconfig.server.polling import schedule
from modelconfig.server.polling.acceptance import Acceptance, PollingSettings
from modelconfig.server.polling.entity_tags import EntityTags
from modelconfig.server.polling.fetcher import fetch
from modelconfig.server.polling.outcomes import DEPENDING_ON_SITE, Outcome, PollFailure, PollingHistory
from modelconfig.server.served_document import stamp

LOGGER = logging.getLogger("modelconfig.polling")

_TIMER_TOLERANCE: Final = 0.001
"""Seconds by which a timer may end early; a shorter wait is skipped."""


async def _wait(woken: asyncio.Event, seconds: float | None) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(woken.wait(), seconds)


@dataclass(frozen=True, slots=True)
class Clock:
    """The clocks, the way to wait, and the source of jitter from 0 to 1. Tests replace them."""

    wall: Callable[[], datetime] = now
    monotonic: Callable[[], float] = time.monotonic
    wait: Callable[[asyncio.Event, float | None], Awaitable[None]] = _wait
    jitter: Callable[[], float] = random.random


class Poller:
    """The polling of one address for one live configuration.

    `interval` is called before each pause, so that a change of the site configuration takes effect. `executor` has the
    one thread for all proposals to the live configuration, and runs what may take a while. `on_change` is awaited
    after another base was activated.
    """

    def __init__(
        self,
        settings: PollingSettings,
        live: LiveConfiguration,
        *,
        executor: Executor | None,
        interval: Callable[[], schedule.Interval],
        on_change: Callable[[], Awaitable[None]],
        clock: Clock | None = None,
    ) -> None:
        """Send no request yet. The base in use is the one of `live`."""
        self._clock = clock or Clock()
        self.history = PollingHistory(self._clock.wall(), self._clock.monotonic)
        self._address, self._in_use, self._cache = settings.address, settings.in_use, settings.cache
        self._live, self._limits = live, settings.limits
        self._acceptance = Acceptance(settings, live)
        self._tags = EntityTags(settings.cached_in_use, settings.limits.trusted_seconds)
        self._executor, self._interval, self._on_change = executor, interval, on_change
        self._woken = asyncio.Event()
        self._poll_now = True  # the first attempt is made at once
        self._last_end, self._pause_jitter = self._clock.monotonic(), self._clock.jitter()
        self._retry_after: float | None = None
        self._generation = 0
        self._next: datetime | None = None
        self._logged: set[Problem] = set()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the base in use and of the last attempt."""
        return (*self._warnings, *self.history.problems)

    @property
    def _warnings(self) -> tuple[Problem, ...]:
        return (*self._in_use.problems, *self._address.problems, *self._acceptance.older, *self._tags.problems)

    def status(self) -> dict[str, Any]:
        """Return the properties of `/status` about polling, which contain no secret."""
        interval = self._interval()
        return {
            "enabled": interval.seconds is not None,
            "url": self._address.shown,
            "intervalSeconds": interval.seconds,
            "reason": interval.reason,
            **self.history.to_json(),
            "nextAttempt": stamp(self._next),
            "etag": self._tags.current,
            "offeredRevision": self._acceptance.offered,
        }

    def stale(self) -> str | None:
        """Return a sentence if polling is enabled and has not succeeded for too long, otherwise None."""
        seconds = self._interval().seconds
        return None if seconds is None else self.history.stale(seconds)

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
            self._next = None if remaining is None else self._clock.wall() + timedelta(seconds=max(0.0, remaining))
            if remaining is None or remaining > _TIMER_TOLERANCE:
                await self._clock.wait(self._woken, remaining)
            else:
                await self.poll()

    async def poll(self) -> Outcome:
        """Make one attempt and record its outcome."""
        self._poll_now, self._next = False, None
        self.history.attempt = self._clock.wall()
        failure = None
        try:
            outcome = await self._attempt()
        except PollFailure as poll_failure:
            outcome, failure = poll_failure.outcome, poll_failure
        except Exception as exception:  # the server keeps serving, and the next attempt is made
            LOGGER.debug("polling failed here", exc_info=True, extra={"fields": {}})
            hint = "Restart with --log-level debug and report the logged traceback: this is a bug of the instance."
            failure = PollFailure(Outcome.INTERNAL, "MC436", f"polling failed: {type(exception).__name__}", hint)
            outcome = failure.outcome
        ended = self._clock.wall()
        past_failures = self.history.failures
        self.history.ended(outcome, ended, failure)
        if past_failures and failure is None:
            fields = {"gateway": self._address.shown, "failures": past_failures}
            event(LOGGER, logging.INFO, "polling succeeds again", **fields)
        # Count the pause from the end of the attempt: a slow failure may take longer than the pause.
        self._last_end, self._pause_jitter = self._clock.monotonic(), self._clock.jitter()
        self._retry_after = None if failure is None else schedule.retry_after(failure.retry_after, ended)
        self._generation = self._current_generation()
        self._log_attempt(outcome, failure)
        if outcome is Outcome.ACCEPTED:
            await self._on_change()
        return outcome

    async def _attempt(self) -> Outcome:
        response = await fetch(self._address, self._tags.to_send(self._clock.wall()), self._limits)
        response = self._tags.without_distrusted_etag(response)
        fetched = self._clock.wall()
        loop = asyncio.get_running_loop()
        outcome = await loop.run_in_executor(self._executor, self._acceptance.judge, response, fetched)
        # Remember the ETag last: if anything failed after it, the next response would be 304, and the document lost.
        # Of an older document it is not remembered, so that 304 always means that the active one is up to date.
        if outcome is not Outcome.OLDER:
            self._tags.remember(response, fetched)
        return outcome

    def _left(self, interval: float) -> float:
        """Return the seconds until the next attempt."""
        if self._poll_now:
            return 0.0
        pause = schedule.pause(interval, self.history.failures, self._retry_after, self._pause_jitter)
        if self.history.outcome in DEPENDING_ON_SITE and self._generation != self._current_generation():
            pause = min(pause, schedule.FIRST_PAUSE)
        return self._last_end + pause - self._clock.monotonic()

    def _current_generation(self) -> int:
        current = self._live.current()
        return 0 if current is None else current.generation

    def _log_attempt(self, outcome: Outcome, failure: PollFailure | None) -> None:
        """Log an attempt: failures and new documents always, the rest at a lower level."""
        base = self._in_use.base
        fields: dict[str, Any] = {"gateway": self._address.shown, "outcome": outcome.value}
        if failure is not None:
            problem = failure.problem
            fields |= {"code": problem.code, "problem": problem.message, "failures": self.history.failures}
            event(LOGGER, logging.WARNING, "poll failed", **fields)
        elif outcome is Outcome.ACCEPTED:
            fields |= {"revision": base.revision, "models": base.models}
            event(LOGGER, logging.INFO, "polled document active", **fields)
        else:
            level = logging.INFO if outcome is Outcome.OLDER else logging.DEBUG
            fields |= {"revision": base.revision, "offered": self._acceptance.offered}
            event(LOGGER, level, "nothing newer from the gateway", **fields)
        warnings = {*self._warnings, *self._cache.problems}
        for problem in sorted(warnings - self._logged, key=lambda problem: problem.code):
            event(LOGGER, logging.WARNING, problem.message, code=problem.code, file=problem.file)
        self._logged = warnings
