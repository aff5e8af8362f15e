"""Prepare the representations of a resource once: content codings, entity tags and headers."""

from __future__ import annotations

from email.utils import format_datetime
from typing import TYPE_CHECKING, NamedTuple

from modelconfig.publish.content_codings import ENCODINGS, compress
from modelconfig.server.http.negotiation import IDENTITY, preferred
from modelconfig.storage.digests import strong_etag

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

Headers = list[tuple[str, str]]

COMPRESSION_THRESHOLD = 256
"""Bytes below which compression saves less than one packet."""
_SELECTION_LIMIT = 64


class PreparedResponse(NamedTuple):
    """A response, ready to be sent."""

    status: int
    headers: Headers
    body: bytes


class Representation(NamedTuple):
    """One representation of a resource, with its responses."""

    etag: str
    ok: PreparedResponse
    not_modified: PreparedResponse
    """The response to a client that has this representation in its cache."""


class Resource:
    """The content of a path at one time. It never changes; newer content is another resource."""

    __slots__ = ("_codings", "_representations", "_selected", "_settings", "body", "modified")

    def __init__(
        self,
        body: bytes,
        content_type: str,
        *,
        cache_control: str,
        modified: datetime | None = None,
        vary: str = "Accept-Encoding",
        headers: Sequence[tuple[str, str]] = (),
        codings: Sequence[str] = (),
    ) -> None:
        """Prepare `body`, also in `codings`, of ENCODINGS; compressing takes time that grows with the content.

        `modified` is for `Last-Modified`, in UTC; `headers` are added to every response.
        """
        self.body = body
        self.modified = modified
        self._settings = (content_type, cache_control, vary, headers)
        self._codings = tuple(codings)
        self._representations = {IDENTITY: self._representation(body)}
        self._representations |= {
            coding: self._representation(compress(coding, body), coding) for coding in self._codings
        }
        self._selected: dict[str | None, Representation] = {}

    def compressed(self) -> Resource:
        """Return the same content in all codings. This is slow: call it in a thread."""
        if len(self.body) < COMPRESSION_THRESHOLD:
            return self
        content_type, cache_control, vary, headers = self._settings
        return Resource(
            self.body,
            content_type,
            cache_control=cache_control,
            modified=self.modified,
            vary=vary,
            headers=headers,
            codings=ENCODINGS,
        )

    def select(self, accept_encoding: str | None) -> Representation:
        """Return the representation for an `Accept-Encoding`."""
        representation = self._selected.get(accept_encoding)
        if representation is None:
            representation = self._representations[preferred(accept_encoding, self._codings)]
            # Clients send few different values; the limit bounds the memory for others.
            if len(self._selected) < _SELECTION_LIMIT:
                self._selected[accept_encoding] = representation
        return representation

    def _representation(self, data: bytes, coding: str = IDENTITY) -> Representation:
        content_type, cache_control, vary, more_headers = self._settings
        etag = strong_etag(data)
        common_headers = [("etag", etag), ("cache-control", cache_control), ("vary", vary), *more_headers]
        if self.modified is not None:
            common_headers.append(("last-modified", format_datetime(self.modified, usegmt=True)))
        headers = [("content-type", content_type), ("x-content-type-options", "nosniff"), *common_headers]
        headers += [("content-encoding", coding)] if coding != IDENTITY else []
        headers.append(("content-length", str(len(data))))
        return Representation(etag, PreparedResponse(200, headers, data), PreparedResponse(304, common_headers, b""))
