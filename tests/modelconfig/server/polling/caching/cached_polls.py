"""Poll into a cache, and read what the next start finds in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from modelconfig.server.polling.cache import BaseCache, Cached
from modelconfig.server.polling.outcomes import Outcome
from modelconfig.storage.private_folder import PrivateFolder
from tests.modelconfig.server.faults.documents import edition
from tests.modelconfig.server.polling_servers import LIMITS, NOON, Setup, address_of

if TYPE_CHECKING:
    from pathlib import Path

    from modelconfig.server.polling.limits import PollingLimits
    from tests.modelconfig.server.faults.gateway import FaultGateway

ADDRESS = address_of("https://gateway.example.com/")


def polled(gateway: FaultGateway, folder: Path, number: int = 1) -> Setup:
    """Return a poller that has cached an edition in the folder."""
    gateway.serve(edition(number))
    setup = Setup(gateway.url, folder=folder)
    assert setup.poll() is Outcome.ACCEPTED
    assert setup.cache.problems == ()
    return setup


def again(gateway: FaultGateway, folder: Path) -> tuple[str, str, list[str]]:
    """Return what the next start uses: source and revision of the document, and the codes of the cache problems."""
    setup = Setup(gateway.url, folder=folder)
    return setup.base.source, setup.revision(), [problem.code for problem in setup.cache.problems]


def load(folder: Path, limits: PollingLimits = LIMITS) -> tuple[Cached | None, list[str]]:
    """Return the content of the cache, and the messages about it."""
    cache = BaseCache(PrivateFolder(folder))
    return cache.load_document(None, limits, NOON.date()), [problem.message for problem in cache.problems]
