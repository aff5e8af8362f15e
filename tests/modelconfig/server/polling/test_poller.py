"""The poller in the event loop of a server with the real clock: concurrency, waking and stopping."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from modelconfig.live.configuration import LiveConfiguration
from modelconfig.server.polling.acceptance import PollingSettings
from modelconfig.server.polling.base_selection import BaseInUse, BaseSource, embedded_base
from modelconfig.server.polling.cache import BaseCache
from modelconfig.server.polling.outcomes import Outcome
from modelconfig.server.polling.poller import Poller
from modelconfig.server.polling.schedule import Interval
from modelconfig.server.runner import _loop_factory
from tests.modelconfig.server.faults.documents import edition, edition_revision, supplied
from tests.modelconfig.server.polling_servers import IMPATIENT, LIMITS, SITE, Setup, address_of

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from tests.modelconfig.server.faults.gateway import FaultGateway

PATIENCE = 30.0


def run(work: Coroutine[Any, Any, None]) -> None:
    """Run in the event loop that servers use."""
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        runner.run(work)


async def until(condition: Callable[[], Any]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110  # what is waited for happens in another thread, or is no event
            await asyncio.sleep(0.005)


def real(gateway: FaultGateway, executor: ThreadPoolExecutor, seconds: float, revisions: list[str]) -> Poller:
    """Return a poller with the real clock that records the revision after each change."""
    in_use = BaseInUse(embedded_base())
    live = LiveConfiguration(in_use.base.document)
    assert live.propose_site(SITE).accepted

    async def changed() -> None:
        revisions.append(in_use.base.revision)

    return Poller(
        PollingSettings(address_of(gateway.url), BaseSource.NEWEST, LIMITS, in_use, BaseCache(None), None),
        live,
        executor=executor,
        interval=lambda: Interval(seconds),
        on_change=changed,
    )


def test_the_poller_follows_the_gateway_and_can_be_woken(gateway: FaultGateway) -> None:
    revisions: list[str] = []

    async def go() -> None:
        with ThreadPoolExecutor(1) as executor:
            poller = real(gateway, executor, 0.05, revisions)
            task = asyncio.create_task(poller.run())
            await until(lambda: len(revisions) == 1)
            gateway.serve(edition(2))
            await until(lambda: len(revisions) == 2)
            gateway.behave("html")
            await until(lambda: poller.status()["consecutiveFailures"] >= 2)
            gateway.serve(edition(3))
            await until(lambda: len(revisions) == 3)
            poller._interval = lambda: Interval(3600.0)
            await until(lambda: poller._next is not None)
            asked = len(gateway.requests)
            poller.wake(now=True)
            await until(lambda: len(gateway.requests) > asked)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    run(go())
    assert revisions == [edition_revision(1), edition_revision(2), edition_revision(3)]


@pytest.mark.parametrize("behaviour", ["hangs", "hangs_in_body", "drips", "huge"])
def test_the_poller_stops_immediately_during_a_response(gateway: FaultGateway, behaviour: str) -> None:
    gateway.behave(behaviour)

    async def go() -> None:
        with ThreadPoolExecutor(1) as executor:
            poller = real(gateway, executor, 60, [])
            poller._limits = LIMITS if behaviour != "huge" else LIMITS.__class__(max_size=1 << 40)
            task = asyncio.create_task(poller.run())
            await until(lambda: gateway.requests)
            await asyncio.sleep(0.02)
            task.cancel()
            async with asyncio.timeout(PATIENCE):
                await asyncio.gather(task, return_exceptions=True)
            assert task.cancelled()

    run(go())


def test_other_tasks_continue_while_a_gateway_hangs(gateway: FaultGateway) -> None:
    gateway.behave("hangs")
    setup = Setup(gateway.url, limits=IMPATIENT)

    async def go() -> None:
        polling = asyncio.create_task(setup.poller.poll())
        turns = 0
        while not polling.done():
            await asyncio.sleep(0)
            turns += 1
        assert await polling is Outcome.TIMEOUT
        assert turns > 10

    run(go())


def test_the_number_of_reported_problems_is_limited(gateway: FaultGateway) -> None:
    setup = Setup(gateway.url, limits=LIMITS.__class__())
    gateway.serve(json.dumps({**supplied(), "models": [{"modelRef": number} for number in range(10_000)]}).encode())
    assert setup.poll() is Outcome.INVALID
    assert len(setup.poller.problems) == 21
