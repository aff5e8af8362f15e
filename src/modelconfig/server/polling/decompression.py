"""The body of an answer, piece by piece as it arrives, decompressed no further than a document may be large."""

from __future__ import annotations

import zlib
from typing import Final

from modelconfig.server.polling.outcomes import Outcome, Refused, refused

IDENTITY: Final = "identity"
GZIP: Final = "gzip"

_WITH_HEADER = 16 + zlib.MAX_WBITS
_MOST_MEMBERS = 100
"""Compressed parts that may follow each other: tools write a few, an attacker millions of empty ones."""


class Unpacker:
    """Collects a body. Whatever is fed, it holds no more than `largest` bytes and a piece."""

    def __init__(self, coding: str, largest: int) -> None:
        """Expect a content coding: identity or gzip, the ones that were asked for. Raises Refused for another."""
        name = coding.strip().lower().removeprefix("x-")
        if name not in ("", IDENTITY, GZIP):
            hint = "Let the gateway send the document as it is, or with gzip, as the request allows."
            raise refused(Outcome.BROKEN, "MC424", "the answer has a content coding that was not asked for", hint)
        self._unpacking = zlib.decompressobj(_WITH_HEADER) if name == GZIP else None
        self._largest = largest
        self._members = 1
        self._body = bytearray()
        self.received = 0

    def feed(self, piece: bytes) -> None:
        """Take the next piece. Raises Refused when the body is too large or cannot be decompressed."""
        self.received += len(piece)
        if self.received > self._largest:
            raise too_large("the answer", self._largest)
        if self._unpacking is None:
            self._body += piece
            return
        try:
            self._unpack(piece)
        except zlib.error:
            raise _corrupt("what it sent as gzip cannot be decompressed") from None

    def end(self) -> bytes:
        """Return the body. Raises Refused when the compressed data had no end."""
        if self._unpacking is not None and not self._unpacking.eof:
            raise _corrupt("what it sent as gzip ends too early")
        return bytes(self._body)

    def _unpack(self, piece: bytes) -> None:
        while piece and self._unpacking is not None:
            if self._unpacking.eof:
                self._members += 1
                if self._members > _MOST_MEMBERS:
                    raise _corrupt("what it sent as gzip has too many parts")
                self._unpacking = zlib.decompressobj(_WITH_HEADER)
            # One byte beyond the limit is enough to know; 0 would mean no limit.
            self._body += self._unpacking.decompress(piece, self._largest - len(self._body) + 1)
            if len(self._body) > self._largest:
                raise too_large("what the answer decompresses to", self._largest)
            piece = self._unpacking.unused_data or self._unpacking.unconsumed_tail


def too_large(what: str, largest: int) -> Refused:
    """Return the failure of an answer that is larger than any document should be."""
    hint = "Look at what the gateway serves there. If it is right, raise --poll-max-size."
    return refused(Outcome.TOO_LARGE, "MC428", f"{what} is larger than {largest} bytes", hint)


def _corrupt(what: str) -> Refused:
    hint = "Look at the gateway and at the proxies in between: something cuts or changes answers."
    return refused(Outcome.BROKEN, "MC424", f"the gateway's answer is damaged: {what}", hint)
