"""Resolve the options of an instance, and read what it needs before it starts."""

from __future__ import annotations

from dataclasses import dataclass

from modelconfig.errors import DocumentInvalid
from modelconfig.server.instance.feature_flags import FeatureFlagFile
from modelconfig.server.instance.merged_store import MergedStore
from modelconfig.server.instance.tokens import Tokens
from modelconfig.server.polling.addresses import Address, gateway_address
from modelconfig.server.polling.base_selection import BaseInUse, BaseSource, embedded_base, select_base
from modelconfig.server.polling.cache import BaseCache, Cached
from modelconfig.server.polling.fetcher import PollingLimits


@dataclass(frozen=True, slots=True)
class InstanceSettings:
    """The settings of one instance, with at least one token and a base to start with."""

    site_config: str
    tokens: Tokens
    flags: FeatureFlagFile
    address: Address | None
    source: BaseSource
    limits: PollingLimits
    cache: BaseCache
    cached: Cached | None
    """The document that was loaded from the cache, if it may be used."""
    last_good: MergedStore
    in_use: BaseInUse
    log_requests: str


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
    cache = BaseCache(cache_dir)
    cached = None if source is BaseSource.EMBEDDED else cache.load_document(address if source.polls else None)
    try:
        in_use = select_base(source, embedded_base(), None if cached is None else cached.base)
    except DocumentInvalid as invalid:
        raise DocumentInvalid([*problems, *invalid.problems]) from None
    if problems:
        raise DocumentInvalid(problems)
    return InstanceSettings(
        site_config=site_config,
        tokens=known_tokens,
        flags=FeatureFlagFile(switches),
        address=address,
        source=source,
        limits=limits or PollingLimits(),
        cache=cache,
        cached=cached,
        last_good=MergedStore(cache_dir),
        in_use=in_use,
        log_requests=log_requests,
    )
