"""Choose the entity tag to send: remember it when its document is in use, and trust it for a limited time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from modelconfig.diagnostics.problem import Problem, warning
from modelconfig.storage.digests import digest

if TYPE_CHECKING:
    from datetime import datetime

    from modelconfig.server.polling.addresses import Address
    from modelconfig.server.polling.cache import Cached
    from modelconfig.server.polling.fetcher import FetchResult


class EntityTags:
    """The entity tags of the gateway's documents.

    A gateway, or a cache in front of it, that never changes the ETag would hide every newer document. So an ETag is
    sent only for some time after the last full response, and no longer once it was sent with two different contents.
    """

    def __init__(self, address: Address, cached: Cached | None, trusted_seconds: float) -> None:
        """Start with the ETag of the cached document, if that came from the same address."""
        known = cached is not None and cached.address == address.digest
        self.current = cached.etag if cached is not None and known else None
        self._fetched = cached.fetched if cached is not None and known else None
        self._seen = (self.current, cached.base.digest) if cached is not None and known else None
        self._distrusted: str | None = None
        self._trusted_seconds = trusted_seconds

    def to_send(self, now: datetime) -> str | None:
        """Return the ETag for `If-None-Match`, or None to request the document unconditionally."""
        if self.current is None or self._fetched is None:
            return None
        # If the clock was set back, that moment is in the future, and its age is unknown.
        return self.current if 0 <= (now - self._fetched).total_seconds() < self._trusted_seconds else None

    def without_distrusted_etag(self, response: FetchResult) -> FetchResult:
        """Return a response, without its ETag if that came with another content before."""
        if response.body is None:
            return response
        content = digest(response.body)
        if response.etag is not None and self._seen is not None:
            etag, previous = self._seen
            if etag == response.etag and content != previous:
                self._distrusted = response.etag
        if response.etag != self._distrusted:
            self._distrusted = None
        self._seen = (response.etag, content)
        return response if self._distrusted is None else replace(response, etag=None)

    def remember(self, response: FetchResult, now: datetime) -> None:
        """Send the ETag of a response from now on: its document was checked and need not be sent again."""
        if response.body is not None:
            self.current, self._fetched = response.etag, now

    @property
    def problems(self) -> tuple[Problem, ...]:
        """A warning while the gateway's ETags are not reliable."""
        if self._distrusted is None:
            return ()
        hint = (
            "Let the gateway, or the cache in front of it, make the ETag from the content. Until then all is fetched."
        )
        return (warning("MC432", "the gateway has sent the same ETag with another document", hint=hint),)
