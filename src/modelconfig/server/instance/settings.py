"""Resolve the options of an instance, and read what it needs before it starts."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from modelconfig.documents.current_day import day_of, now
from modelconfig.errors import DocumentInvalid
from modelconfig.server.client_addresses import ClientAddresses
from modelconfig.server.instance.feature_flags import FeatureFlagFile
from modelconfig.server.instance.merged_store import MergedStore
from modelconfig.server.instance.tokens import Tokens
from modelconfig.server.polling.addresses import gateway_address
from modelconfig.server.polling.base_selection import BaseSource, embedded_base, select_base
from modelconfig.server.polling.cache import BaseCache
from modelconfig.server.polling.limits import PollingLimits
from modelconfig.storage.private_folder import PrivateFolder


class InstanceSettings:
    """The settings of one instance, with at least one token and a base to start with."""

    def __init__(  # noqa: PLR0913  # an option each, given by name
        self,
        *,
        site_config: str,
        gateway: str | None = None,
        tokens: str | None = None,
        switches: str | None = None,
        cache_dir: str | None = None,
        source: BaseSource = BaseSource.NEWEST,
        limits: PollingLimits | None = None,
        log_requests: str = "errors",
        max_document_age: float | None = None,
        clients: ClientAddresses | None = None,
        admin_page: bool = False,
        clock: Callable[[], datetime] = now,
    ) -> None:
        """Resolve the options, without any request.

        `max_document_age` is in seconds; `clock` returns the current time, and tests replace it.

        Raises DocumentInvalid with everything that prevents the start: an address that cannot be polled, no token, no
        cached document if only that is wanted, a cache folder of another user or another instance.
        """
        self.site_config, self.source, self.log_requests = site_config, source, log_requests
        self.clients, self.admin_page = clients, admin_page
        self.limits, self.clock = limits or PollingLimits(), clock
        self.max_document_age = max_document_age
        self.flags = FeatureFlagFile(switches)
        folder = None if cache_dir is None else PrivateFolder(Path(cache_dir), exclusive=True)
        self.last_good = MergedStore(folder, site_config)
        self.address, address_problem = (None, None) if gateway is None else gateway_address(gateway)
        problems = [] if address_problem is None else [address_problem]
        if folder is not None:
            problems += folder.claim()
        self.tokens = Tokens(tokens)
        self.tokens.read()
        if not len(self.tokens):
            problems += self.tokens.problems
        self.cache = BaseCache(folder)
        self.cached = None
        """The document that was loaded from the cache, if it may be used."""
        if source is not BaseSource.EMBEDDED:
            address = self.address if source.polls else None
            self.cached = self.cache.load_document(address, self.limits, day_of(clock()))
        try:
            self.in_use = select_base(source, embedded_base(), None if self.cached is None else self.cached.base)
        except DocumentInvalid as invalid:
            raise DocumentInvalid([*problems, *self.cache.problems, *invalid.problems]) from None
        if problems:
            raise DocumentInvalid(problems)
