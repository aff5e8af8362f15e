"""Contents that are served as they are: encoded, named and described once, then only handed out."""

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

NOT_WORTH_IT = 256
"""Bytes below which a compressed form saves nothing that a network would notice."""
_REMEMBERED = 64


class PreparedResponse(NamedTuple):
    """An answer as it goes out."""

    status: int
    headers: Headers
    body: bytes


class Representation(NamedTuple):
    """One form of a content, with the answers to those who ask for it."""

    etag: str
    whole: PreparedResponse
    unchanged: PreparedResponse
    """For those who have it already."""


class Resource:
    """The content of a path at one moment. It never changes; a newer content is another resource."""

    __slots__ = ("_chosen", "_forms", "_offered", "_settings", "body", "modified")

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
        """Hold `body`, also in `codings`, of ENCODINGS; making those takes time that grows with the content.

        `modified` is for `Last-Modified`, in UTC; `headers` are added to every answer.
        """
        self.body = body
        self.modified = modified
        self._settings = (content_type, cache_control, vary, headers)
        self._offered = tuple(codings)
        self._forms = {IDENTITY: self._form(body)}
        self._forms |= {coding: self._form(compress(coding, body), coding) for coding in self._offered}
        self._chosen: dict[str | None, Representation] = {}

    def compressed(self) -> Resource:
        """Return the same content in all codings. Takes its time: call it in a thread."""
        if len(self.body) < NOT_WORTH_IT:
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

    def select(self, accepted: str | None) -> Representation:
        """Return the form that an `Accept-Encoding` asks for."""
        found = self._chosen.get(accepted)
        if found is None:
            found = self._forms[preferred(accepted, self._offered)]
            # Clients send few different values; whoever invents new ones gets no room here.
            if len(self._chosen) < _REMEMBERED:
                self._chosen[accepted] = found
        return found

    def _form(self, data: bytes, coding: str = IDENTITY) -> Representation:
        content_type, cache_control, vary, more = self._settings
        etag = strong_etag(data)
        unchanged = [("etag", etag), ("cache-control", cache_control), ("vary", vary), *more]
        if self.modified is not None:
            unchanged.append(("last-modified", format_datetime(self.modified, usegmt=True)))
        headers = [("content-type", content_type), ("x-content-type-options", "nosniff"), *unchanged]
        headers += [("content-encoding", coding)] if coding != IDENTITY else []
        headers.append(("content-length", str(len(data))))
        return Representation(etag, PreparedResponse(200, headers, data), PreparedResponse(304, unchanged, b""))
