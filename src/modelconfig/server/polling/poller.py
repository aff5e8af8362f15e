"""Asks the gateway again and again, and has its answers judged. It never fails: it notes why, and asks later."""

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
from modelconfig.server.polling.entity_tags import Tags
from modelconfig.server.polling.fetcher import fetch
from modelconfig.server.polling.outcomes import Outcome, PollingHistory, Refused
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

_TICK: Final = 0.001
"""Seconds that are not worth another wait: timers may end a little early."""
_DEPENDING_ON_SITE: Final = frozenset({Outcome.UNMERGEABLE, Outcome.LINT, Outcome.SHRUNK})
"""The failures that another site configuration may end."""


def _default_interval() -> schedule.Interval:
    return schedule.interval_of(None)


async def _wait(event: asyncio.Event, seconds: float | None) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)


@dataclass(frozen=True, slots=True)
class Clock:
    """What time it is, how waiting is done, and where between 0 and 1 luck falls. Tests have their own."""

    clock: Callable[[], datetime] = wall_clock
    monotonic: Callable[[], float] = monotonic
    wait: Callable[[asyncio.Event, float | None], Awaitable[None]] = _wait
    jitter: Callable[[], float] = random.random


_USUAL: Final = Clock()


class Poller:
    """Polls one address for one live configuration.

    `interval` is asked before each pause, so that a change of the site configuration counts from then on. `executor`
    runs what takes a while; it has one thread and is the one for all offers to the live configuration. `on_change` is
    called in the event loop after another base was put in force.
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
        time: Clock = _USUAL,
    ) -> None:
        """Ask nobody yet. `start` is what `live` began with; it must have a base."""
        if start.base is None:
            raise ValueError("there is no base to begin with")
        self.record = PollingHistory(time.clock(), time.monotonic())
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
        self._tags = Tags(address, start.cached, limits.trusted_seconds)
        self._executor, self._interval, self._on_change = executor, interval, on_change
        self._clock, self._monotonic, self._wait, self._luck = time.clock, time.monotonic, time.wait, time.jitter
        self._woken = asyncio.Event()
        self._forced = True  # the first attempt is made at once
        self._ended, self._lucky = time.monotonic(), time.jitter()
        self._asked: float | None = None
        self._generation = 0
        self._next: datetime | None = None
        self._told: set[Problem] = set()

    @property
    def base(self) -> Base:
        """The supplied document in use, and where it comes from."""
        return self._acceptance.base

    @property
    def outcomes(self) -> Mapping[str, int]:
        """How often attempts ended in which way, every way included."""
        return self.record.outcomes

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with what the gateway answers, and what to say of the base in use."""
        return (*self._acceptance.base_problems, *self._tags.problems, *self.record.problems)

    @property
    def cache_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the cache."""
        return self._acceptance.cache_problems

    def status(self) -> dict[str, Any]:
        """Return what people are told about polling; nothing of it is secret."""
        interval = self._interval()
        return {
            "enabled": interval.seconds is not None,
            "url": self._address.shown,
            "intervalSeconds": interval.seconds,
            "reason": interval.reason,
            **self.record.to_json(self._monotonic()),
            "nextAttempt": stamp(self._next),
            "etag": self._tags.current,
            "offeredRevision": self._acceptance.offered,
        }

    def stale(self) -> str | None:
        """Return in a sentence that the gateway has not answered for too long, if it is to be asked at all."""
        seconds = self._interval().seconds
        return None if seconds is None else self.record.stale(seconds, self._monotonic())

    def age(self) -> float | None:
        """Return the seconds since the gateway last answered usefully, if it ever has."""
        return self.record.age(self._monotonic())

    def wake(self, *, now: bool = False) -> None:
        """Reckon anew when to ask, since the site configuration has changed; or ask `now`, since somebody wants it."""
        self._forced = self._forced or now
        self._woken.set()

    async def run(self) -> None:
        """Ask, wait, and ask again, until cancelled. To be begun when the server is ready."""
        while True:
            self._woken.clear()
            seconds = self._interval().seconds
            left = None if seconds is None else self._left(seconds)
            self._next = None if left is None else self._clock() + timedelta(seconds=max(0.0, left))
            if left is None or left > _TICK:
                await self._wait(self._woken, left)
            else:
                await self.poll()

    async def poll(self) -> Outcome:
        """Make one attempt and note how it ended."""
        self._forced, self._next = False, None
        self.record.attempt = self._clock()
        failure = None
        try:
            outcome = await self._attempt()
        except Refused as why:
            outcome, failure = why.outcome, why
        except Exception as why:  # whatever it is, what is served goes on and the next attempt is made
            LOGGER.debug("where polling failed", exc_info=True, extra={"fields": {}})
            outcome, failure = Outcome.INTERNAL, _internal(why)
        ended = self._clock()
        self.record.ended(outcome, ended, self._monotonic(), failure)
        # From the end: a gateway that lets us wait for half a minute is not asked again after five seconds of these.
        self._ended, self._lucky = self._monotonic(), self._luck()
        self._asked = None if failure is None else schedule.retry_after(failure.retry_after, ended)
        self._generation = self._current_generation()
        self._tell(outcome, failure)
        if outcome is Outcome.ACCEPTED:
            self._on_change()
        return outcome

    async def _attempt(self) -> Outcome:
        answer = self._tags.examined(await fetch(self._address, self._tags.to_send(self._clock()), self._limits))
        fetched = self._clock()
        loop = asyncio.get_running_loop()
        outcome = await loop.run_in_executor(self._executor, self._acceptance.judge, answer, fetched)
        # Last of all: had anything before failed, the next answer would be "unchanged", and the document lost.
        self._tags.remember(answer, fetched)
        return outcome

    def _left(self, interval: float) -> float:
        """Return the seconds until the next attempt."""
        if self._forced:
            return 0.0
        pause = schedule.pause(interval, self.record.failures, self._asked, self._lucky)
        if self.record.outcome in _DEPENDING_ON_SITE and self._generation != self._current_generation():
            pause = min(pause, schedule.FIRST_PAUSE)
        return self._ended + pause - self._monotonic()

    def _current_generation(self) -> int:
        current = self._live.current()
        return 0 if current is None else current.generation

    def _tell(self, outcome: Outcome, failure: Refused | None) -> None:
        """Log an attempt: failures always, what is new, and nothing of the rest but to those who look for faults."""
        base = self.base
        fields: dict[str, Any] = {"gateway": self._address.shown, "outcome": outcome.value}
        if failure is not None:
            problem = failure.problem
            fields |= {"code": problem.code, "problem": problem.message, "failures": self.record.failures}
            event(LOGGER, logging.WARNING, "poll failed", **fields)
        elif outcome is Outcome.ACCEPTED:
            fields |= {"revision": base.revision, "models": base.models}
            event(LOGGER, logging.INFO, "polled document in force", **fields)
        else:
            level = logging.INFO if outcome is Outcome.OLDER else logging.DEBUG
            fields |= {"revision": base.revision, "offered": self._acceptance.offered}
            event(LOGGER, level, "nothing newer from the gateway", **fields)
        warnings = {*self._acceptance.base_problems, *self._tags.problems, *self.cache_problems}
        for one in sorted(warnings - self._told, key=lambda found: found.code):
            event(LOGGER, logging.WARNING, one.message, code=one.code, file=one.file)
        self._told = warnings


def _internal(why: Exception) -> Refused:
    hint = "This is a fault of the server, not of the gateway. With --log-level debug its log says where."
    return Refused(Outcome.INTERNAL, error("MC436", f"polling failed: {type(why).__name__}", hint=hint))
