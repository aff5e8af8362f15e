"""The entity tag to ask with: remembered when what it stands for is in use, and not believed for ever."""

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


class Tags:
    """What the gateway has called its documents.

    A gateway, or a cache in front of it, that never changes the tag would keep us from every newer document. So a tag
    is sent only for some time after the last full answer, and one that has stood for two contents is sent no more.
    """

    def __init__(self, address: Address, cached: Cached | None, trusted_seconds: float) -> None:
        """Begin with the tag of the cached document, if that came from the same address."""
        known = cached is not None and cached.address == address.digest
        self.current = cached.etag if cached is not None and known else None
        self._full = cached.fetched if cached is not None and known else None
        self._seen = (self.current, cached.base.digest) if cached is not None and known else None
        self._distrusted: str | None = None
        self._trusted_seconds = trusted_seconds

    def to_send(self, now: datetime) -> str | None:
        """Return the tag to ask with, or None to ask for the document whatever it is."""
        if self.current is None or self._full is None:
            return None
        # A clock that was set back makes a moment in the future, of which nobody knows how long ago it was.
        return self.current if 0 <= (now - self._full).total_seconds() < self._trusted_seconds else None

    def examined(self, answer: FetchResult) -> FetchResult:
        """Return an answer, without its tag if that has stood for something else."""
        if answer.body is None:
            return answer
        content = digest(answer.body)
        if answer.etag is not None and self._seen is not None:
            tag, before = self._seen
            if tag == answer.etag and content != before:
                self._distrusted = answer.etag
        if answer.etag != self._distrusted:
            self._distrusted = None
        self._seen = (answer.etag, content)
        return answer if self._distrusted is None else replace(answer, etag=None)

    def remember(self, answer: FetchResult, now: datetime) -> None:
        """Ask with an answer's tag from now on: what came with it has been judged and needs not come again."""
        if answer.body is not None:
            self.current, self._full = answer.etag, now

    @property
    def problems(self) -> tuple[Problem, ...]:
        """A warning while the gateway's tags cannot be relied on."""
        if self._distrusted is None:
            return ()
        hint = (
            "Let the gateway, or the cache in front of it, make the ETag from the content. Until then all is fetched."
        )
        return (warning("MC432", "the gateway has sent the same ETag with another document", hint=hint),)
