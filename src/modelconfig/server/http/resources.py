"""Prepare the representations of a resource once: content codings, entity tags and headers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, field, replace
from datetime import datetime
from email.utils import format_datetime
from typing import NamedTuple

from modelconfig.publish.content_codings import ENCODINGS, compress
from modelconfig.server.http.negotiation import IDENTITY, preferred
from modelconfig.server.http.responses import NO_BANNER, NO_SNIFFING, Header, Reply
from modelconfig.storage.digests import strong_etag

COMPRESSION_THRESHOLD = 256
"""Bytes below which compression saves less than one packet."""
_SELECTION_LIMIT = 64


class Representation(NamedTuple):
    """One representation of a resource, with its responses."""

    etag: str
    ok: Reply
    not_modified: Reply
    """The response to a client that has this representation in its cache."""


@dataclass(eq=False)
class Resource:
    """The content of a path at one time. It never changes; newer content is another resource."""

    body: bytes
    content_type: str
    _: KW_ONLY
    cache_control: str
    modified: datetime | None = None
    """The value of `Last-Modified`, in UTC."""
    vary: str = "Accept-Encoding"
    headers: Sequence[Header] = ()
    """More headers of every response."""
    codings: Sequence[str] = ()
    """The content codings, of ENCODINGS; compressing takes time that grows with the content."""
    _selected: dict[str | None, Representation] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        """Make the representations."""
        self._representations = {coding: self._representation(coding) for coding in (IDENTITY, *self.codings)}

    def compressed(self) -> Resource:
        """Return the same content in all codings. This is slow: call it in a thread."""
        return self if len(self.body) < COMPRESSION_THRESHOLD else replace(self, codings=ENCODINGS)

    def select(self, accept_encoding: str | None) -> Representation:
        """Return the representation for an `Accept-Encoding`."""
        representation = self._selected.get(accept_encoding)
        if representation is None:
            representation = self._representations[preferred(accept_encoding, self.codings)]
            # Clients send few different values; the limit bounds the memory for others.
            if len(self._selected) < _SELECTION_LIMIT:
                self._selected[accept_encoding] = representation
        return representation

    def _representation(self, coding: str) -> Representation:
        data = self.body if coding == IDENTITY else compress(coding, self.body)
        etag = strong_etag(data)
        common_headers = [
            NO_BANNER,
            ("etag", etag),
            ("cache-control", self.cache_control),
            ("vary", self.vary),
            *self.headers,
        ]
        if self.modified is not None:
            common_headers.append(("last-modified", format_datetime(self.modified, usegmt=True)))
        headers = [("content-type", self.content_type), NO_SNIFFING, *common_headers]
        headers += [("content-encoding", coding)] if coding != IDENTITY else []
        headers.append(("content-length", str(len(data))))
        return Representation(etag, Reply(200, headers, data), Reply(304, common_headers, b""))
