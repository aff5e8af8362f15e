"""Choose the entity tag to send: remember it when its document is in use, and trust it for a limited time."""

from dataclasses import replace
from datetime import datetime

from modelconfig.diagnostics.problem import Problem, warning
from modelconfig.server.polling.cache import Cached
from modelconfig.server.polling.fetcher import FetchResult
from modelconfig.storage.digests import digest


class EntityTags:
    """The entity tags of the gateway's documents.

    A gateway, or a cache in front of it, that never changes the ETag would hide every newer document. So an ETag is
    sent only for some time after the last full response, and no longer once it was sent with two different contents.
    """

    def __init__(self, cached: Cached | None, trusted_seconds: float) -> None:
        """Start with the ETag of the cached document of the same address, if any."""
        self.current = cached.etag if cached is not None else None
        self._fetched = cached.fetched if cached is not None else None
        self._last = (self.current, cached.base.digest) if cached is not None else (None, "")
        """The last ETag that was received, and the digest of its content."""
        self._distrusted: str | None = None
        self._trusted_seconds = trusted_seconds

    def to_send(self, now: datetime) -> str | None:
        """Return the ETag for `If-None-Match`, or None to request the document unconditionally."""
        if self._fetched is None:
            return None
        # If the clock was set back, that moment is in the future, and its age is unknown.
        return self.current if 0 <= (now - self._fetched).total_seconds() < self._trusted_seconds else None

    def without_distrusted_etag(self, response: FetchResult) -> FetchResult:
        """Return a response, without its ETag if that came with another content before."""
        if response.body is None:
            return response
        etag, previous_content = self._last
        content = digest(response.body)
        if response.etag != self._distrusted:
            self._distrusted = None
        if response.etag is not None and response.etag == etag and content != previous_content:
            self._distrusted = etag
        self._last = (response.etag, content)
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
            "Configure the gateway, or the cache in front of it, to derive the ETag from the content. Until then, "
            "every poll requests the whole document."
        )
        return (warning("MC432", "the gateway sent the same ETag with two different documents", hint=hint),)
