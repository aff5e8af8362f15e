"""Collect and decompress the body of a response as it arrives, up to the size limit of a document."""

from __future__ import annotations

import zlib
from typing import Final

from modelconfig.server.polling.http_errors import DAMAGED_HINT
from modelconfig.server.polling.outcomes import Outcome, PollFailure

_GZIP_WINDOW: Final = 16 + zlib.MAX_WBITS
_MEMBER_LIMIT: Final = 100
"""Gzip members that a body may have: tools write a few, an attacker millions of empty ones."""


class BodyDecoder:
    """The body so far. It never holds more than `limit` bytes and a chunk."""

    def __init__(self, coding: str, limit: int) -> None:
        """Expect a content coding of the request: identity or gzip. Raises PollFailure for another."""
        name = coding.strip().lower().removeprefix("x-")
        if name not in ("", "identity", "gzip"):
            hint = "Configure the gateway to send the document uncompressed or with gzip, as the request allows."
            raise PollFailure(Outcome.BROKEN, "MC424", "the response has a content coding that was not requested", hint)
        self._decompressor = zlib.decompressobj(_GZIP_WINDOW) if name == "gzip" else None
        self._limit = limit
        self._members = 1
        self._body = bytearray()
        self._received = 0

    def feed(self, chunk: bytes) -> None:
        """Add the next chunk. Raises PollFailure if the body is too large or cannot be decompressed."""
        self._received += len(chunk)
        if self._received > self._limit:
            raise _too_large("the response", self._limit)
        if self._decompressor is None:
            self._body += chunk
            return
        try:
            self._decompress(chunk, self._decompressor)
        except zlib.error:
            raise _damaged("cannot be decompressed") from None

    def end(self) -> bytes:
        """Return the body. Raises PollFailure if the compressed data is incomplete."""
        if self._decompressor is not None and not self._decompressor.eof:
            raise _damaged("ends too early")
        return bytes(self._body)

    def _decompress(self, chunk: bytes, decompressor: zlib._Decompress) -> None:
        while chunk:
            if decompressor.eof:
                self._members += 1
                if self._members > _MEMBER_LIMIT:
                    raise _damaged("has too many gzip members")
                self._decompressor = decompressor = zlib.decompressobj(_GZIP_WINDOW)
            # One byte above the limit shows that the body is too large; 0 would mean no limit.
            self._body += decompressor.decompress(chunk, self._limit - len(self._body) + 1)
            if len(self._body) > self._limit:
                raise _too_large("the decompressed response", self._limit)
            chunk = decompressor.unused_data or decompressor.unconsumed_tail


def _too_large(subject: str, limit: int) -> PollFailure:
    """Return the failure of a response that is larger than the limit, in bytes."""
    hint = "Check the document of the gateway. If it is correct, raise --poll-max-size."
    return PollFailure(Outcome.TOO_LARGE, "MC428", f"{subject} is larger than {limit} bytes", hint)


def _damaged(reason: str) -> PollFailure:
    return PollFailure(Outcome.BROKEN, "MC424", f"the response is damaged: its gzip data {reason}", DAMAGED_HINT)
