"""A poller configured as in an instance, with a clock that tests control."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from modelconfig.documents.current_day import day_of
from modelconfig.live.configuration import LiveConfiguration
from modelconfig.server.polling.acceptance import PollingSettings
from modelconfig.server.polling.addresses import Address, gateway_address
from modelconfig.server.polling.base_selection import Base, BaseSource, embedded_base, select_base
from modelconfig.server.polling.cache import BaseCache
from modelconfig.server.polling.limits import PollingLimits
from modelconfig.server.polling.poller import Clock, Poller
from modelconfig.server.polling.schedule import Interval
from modelconfig.storage.private_folder import PrivateFolder
from tests.modelconfig.server.faults.documents import embedded_revision

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from modelconfig.server.polling.outcomes import Outcome

SITE = '{"modelConfiguration": {"sourcegraph": {}}}'
LIMITS = PollingLimits(connect_seconds=5, total_seconds=30, max_size=1 << 20)
"""Limits that every correct response meets, also on a busy machine."""
IMPATIENT = PollingLimits(connect_seconds=0.3, total_seconds=0.3, max_size=1 << 20)
"""Limits for responses that never arrive."""
NOON = datetime.combine(embedded_revision().day, time(12), UTC)
"""Noon of the day of the embedded document."""
DAY = timedelta(days=1)
YEARS = timedelta(days=3650)


def at(clock: str) -> str:
    """Return a time of that day as it is shown."""
    return f"{NOON.date()}T{clock}Z"


def address_of(url: str) -> Address:
    address, problem = gateway_address(url)
    assert address is not None, problem
    return address


class Times:
    """A clock that only a test or waiting advances; waiting does so as often as the test allows."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now
        self.wrong = timedelta()
        """The offset of the wall clock from `now`."""
        self.waited: list[float | None] = []
        self.allowed = 1
        self.used_up = asyncio.Event()
        self.jitter = 0.5

    def advance(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def wall(self) -> datetime:
        """Return the time of the wall clock."""
        return self.now + self.wrong

    def elapsed(self) -> float:
        return (self.now - NOON).total_seconds()

    async def wait(self, woken: asyncio.Event, seconds: float | None) -> None:
        self.waited.append(seconds)
        if len(self.waited) >= self.allowed:
            self.used_up.set()
            await woken.wait()
        elif seconds is not None:
            self.advance(seconds)

    def clockwork(self) -> Clock:
        return Clock(self.wall, self.elapsed, self.wait, lambda: self.jitter)


SIX_HOURS = Interval(6 * 3600.0)


class Setup:
    """The polling part of an instance. It starts with the embedded or the cached document."""

    def __init__(
        self,
        url: str,
        *,
        site: str | None = SITE,
        folder: Path | None = None,
        source: BaseSource = BaseSource.NEWEST,
        limits: PollingLimits = LIMITS,
        times: Times | None = None,
        interval: Interval = SIX_HOURS,
    ) -> None:
        address = address_of(url)
        self.times = times or Times()
        self.cache = BaseCache(None if folder is None else PrivateFolder(folder))
        cached = self.cache.load_document(address if source.polls else None, limits, day_of(self.times.wall()))
        self.in_use = select_base(source, embedded_base(), None if cached is None else cached.base)
        self.live = LiveConfiguration(self.base.document)
        if site is not None:
            assert self.live.propose_site(site).accepted
        self.interval = interval
        self.changes = 0
        self.poller = Poller(
            PollingSettings(address, source, limits, self.in_use, self.cache, cached),
            self.live,
            executor=None,
            interval=lambda: self.interval,
            on_change=self._changed,
            clock=self.times.clockwork(),
        )

    async def _changed(self) -> None:
        self.changes += 1

    @property
    def base(self) -> Base:
        """Return the active base document."""
        return self.in_use.base

    def poll(self) -> Outcome:
        """Make one attempt."""
        return asyncio.run(self.poller.poll())

    def run_until_waited(self, times: int, then: Callable[[], Awaitable[None]] | None = None) -> None:
        """Run the poller until it has waited this many times, then call `then`, and stop it."""

        async def go() -> None:
            self.times.allowed = times
            self.times.used_up.clear()
            task = asyncio.create_task(self.poller.run())
            await self.times.used_up.wait()
            if then is not None:
                await then()
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

        asyncio.run(go())

    async def woken(self, times: int, *, now: bool = False) -> None:
        """Wake the poller within `then`, and run it until it waits again, for this time."""
        self.times.allowed = times
        self.times.used_up.clear()
        self.poller.wake(now=now)
        await self.times.used_up.wait()

    def served(self) -> dict[str, Any]:
        """Return the active merged document."""
        current = self.live.current()
        assert current is not None
        return current.document

    def revision(self) -> str:
        """Return the active revision."""
        return str(self.served()["revision"])

    def status(self) -> dict[str, Any]:
        return self.poller.status()


def clock(wrong: timedelta) -> Times:
    """Return a clock that is wrong by this time."""
    times = Times()
    times.wrong = wrong
    return times


def codes(setup: Setup) -> list[str]:
    """Return the codes of the problems that an instance reports about polling and its cache."""
    return [problem.code for problem in (*setup.poller.problems, *setup.cache.problems)]
