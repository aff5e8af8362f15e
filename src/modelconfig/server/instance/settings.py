"""Resolve the options of an instance, and read what it needs before it starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from modelconfig.errors import DocumentInvalid
from modelconfig.server.instance.tokens import Tokens
from modelconfig.server.polling.addresses import gateway_address
from modelconfig.server.polling.base_selection import BaseSource
from modelconfig.server.polling.cache import BaseCache
from modelconfig.server.polling.fetcher import PollingLimits
from modelconfig.server.polling.startup import start

if TYPE_CHECKING:
    from modelconfig.server.polling.addresses import Address
    from modelconfig.server.polling.base_selection import Base
    from modelconfig.server.polling.startup import Start


@dataclass(frozen=True, slots=True)
class InstanceSettings:
    """The settings of one instance, with at least one token and a base to start with."""

    site_config: str
    tokens_file: str | None
    tokens: Tokens
    switches_file: str | None
    address: Address | None
    source: BaseSource
    limits: PollingLimits
    cache_folder: Path | None
    cache: BaseCache | None
    start: Start
    base: Base
    """The base that `start` has chosen."""
    log_requests: str = "errors"


def resolve(  # noqa: PLR0913  # an option each, given by name
    *,
    site_config: str,
    gateway: str | None = None,
    tokens: str | None = None,
    switches: str | None = None,
    cache_dir: str | None = None,
    source: BaseSource = BaseSource.NEWEST,
    limits: PollingLimits | None = None,
    log_requests: str = "errors",
) -> InstanceSettings:
    """Return the settings for these options, without any request.

    Raises DocumentInvalid with everything that prevents the start: an address that cannot be polled, no token, no
    cached document if only that is wanted.
    """
    address, address_problem = (None, None) if gateway is None else gateway_address(gateway)
    problems = [] if address_problem is None else [address_problem]
    known_tokens = Tokens(tokens)
    known_tokens.read()
    if not len(known_tokens):
        problems += known_tokens.problems
    folder = None if cache_dir is None else Path(cache_dir)
    cache = None if folder is None else BaseCache(folder)
    started = start(source, cache, address)
    if started.base is None:
        problems += started.problems
    if problems or started.base is None:
        raise DocumentInvalid(problems)
    return InstanceSettings(
        site_config=site_config,
        tokens_file=tokens,
        tokens=known_tokens,
        switches_file=switches,
        address=address,
        source=source,
        limits=limits or PollingLimits(),
        cache_folder=folder,
        cache=cache,
        start=started,
        base=started.base,
        log_requests=log_requests,
    )
