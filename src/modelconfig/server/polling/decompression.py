"""Collect and decompress the body of a response as it arrives, up to the size limit of a document."""

from __future__ import annotations

import zlib
from typing import Final

from modelconfig.server.polling.outcomes import Outcome, PollFailure, poll_failure

IDENTITY: Final = "identity"
GZIP: Final = "gzip"

_GZIP_WINDOW = 16 + zlib.MAX_WBITS
_MEMBER_LIMIT = 100
"""Gzip members that a body may have: tools write a few, an attacker millions of empty ones."""


class BodyDecoder:
    """The body so far. It never holds more than `limit` bytes and a chunk."""

    def __init__(self, coding: str, limit: int) -> None:
        """Expect a content coding of the request: identity or gzip. Raises PollFailure for another."""
        name = coding.strip().lower().removeprefix("x-")
        if name not in ("", IDENTITY, GZIP):
            hint = "Let the gateway send the document as it is, or with gzip, as the request allows."
            raise poll_failure(Outcome.BROKEN, "MC424", "the answer has a content coding that was not asked for", hint)
        self._decompressor = zlib.decompressobj(_GZIP_WINDOW) if name == GZIP else None
        self._limit = limit
        self._members = 1
        self._body = bytearray()
        self.received = 0

    def feed(self, chunk: bytes) -> None:
        """Add the next chunk. Raises PollFailure if the body is too large or cannot be decompressed."""
        self.received += len(chunk)
        if self.received > self._limit:
            raise too_large("the answer", self._limit)
        if self._decompressor is None:
            self._body += chunk
            return
        try:
            self._decompress(chunk)
        except zlib.error:
            raise _damaged("what it sent as gzip cannot be decompressed") from None

    def end(self) -> bytes:
        """Return the body. Raises PollFailure if the compressed data is incomplete."""
        if self._decompressor is not None and not self._decompressor.eof:
            raise _damaged("what it sent as gzip ends too early")
        return bytes(self._body)

    def _decompress(self, chunk: bytes) -> None:
        while chunk and self._decompressor is not None:
            if self._decompressor.eof:
                self._members += 1
                if self._members > _MEMBER_LIMIT:
                    raise _damaged("what it sent as gzip has too many parts")
                self._decompressor = zlib.decompressobj(_GZIP_WINDOW)
            # One byte above the limit shows that the body is too large; 0 would mean no limit.
            self._body += self._decompressor.decompress(chunk, self._limit - len(self._body) + 1)
            if len(self._body) > self._limit:
                raise too_large("what the answer decompresses to", self._limit)
            chunk = self._decompressor.unused_data or self._decompressor.unconsumed_tail


def too_large(subject: str, limit: int) -> PollFailure:
    """Return the failure of a response that is larger than the limit."""
    hint = "Look at what the gateway serves there. If it is right, raise --poll-max-size."
    return poll_failure(Outcome.TOO_LARGE, "MC428", f"{subject} is larger than {limit} bytes", hint)


def _damaged(subject: str) -> PollFailure:
    hint = "Look at the gateway and at the proxies in between: something cuts or changes answers."
    return poll_failure(Outcome.BROKEN, "MC424", f"the gateway's answer is damaged: {subject}", hint)
