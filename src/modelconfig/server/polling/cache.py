"""Cache the last accepted document on disk for the next run, with a second file that says where it was polled.

If the second file does not belong to the document, the document is still used, since only accepted documents are
cached, and the metadata is not.
"""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from typing import ClassVar, Final

from modelconfig.diagnostics.phrases import printable
from modelconfig.diagnostics.problem import has_errors
from modelconfig.server.polling.addresses import Address
from modelconfig.server.polling.base_selection import NO_SIZES, Base, BaseSource, RecentSizes, base_of, unacceptable
from modelconfig.server.polling.fetcher import FetchResult
from modelconfig.server.polling.limits import PollingLimits
from modelconfig.server.served_document import stamp
from modelconfig.storage.last_good import LastGoodStore, Unusable, verified

DOCUMENT: Final = "base.json"
METADATA: Final = "base.meta.json"

_METADATA_LIMIT: Final = 64 << 10


@dataclass(frozen=True, slots=True)
class Cached:
    """A document of an earlier run. `address` is the digest of the polled address, None if it is unknown."""

    base: Base
    address: str | None = None
    etag: str | None = None
    fetched: datetime | None = None
    sizes: RecentSizes = NO_SIZES
    """Of the documents before this one."""


class BaseCache(LastGoodStore):
    """The cache in a folder; without a folder nothing is cached."""

    subjects: ClassVar = {DOCUMENT: "the cached document", METADATA: "the metadata of the cached document"}
    unusable = "MC433", "No action needed; it will be rewritten with the next document of the gateway."
    unsaved = "MC434", "Make the cache folder writable. The document is served until the next restart."

    def load_document(self, address: Address | None, limits: PollingLimits, day: date) -> Cached | None:
        """Return the document of an earlier run if it would be accepted as a polled document on this day.

        With an address, a document that was polled from another one is not used: an operator who has changed the
        gateway does not want its documents, however new.
        """
        parse = partial(_base, limits, day)
        base = self.load(DOCUMENT, limits.max_size, parse, limited_by="--poll-max-size")
        if base is None:
            return None
        cached = self.load(METADATA, _METADATA_LIMIT, lambda data: _with_metadata(base, data), required=True)
        if cached is None:
            return Cached(base)
        if address is not None and cached.address != address.digest:
            self.reject(DOCUMENT, "it was polled from another address")
            return None
        self.saved = base.digest, cached.etag
        return cached

    def save_document(
        self,
        base: Base,
        response: FetchResult,
        address: Address,
        fetched: datetime,
        sizes: RecentSizes = NO_SIZES,
    ) -> None:
        """Save the document of a response, and its metadata, for the next run."""
        metadata = {
            "url": address.shown,
            "address": address.digest,
            "etag": response.etag,
            "lastModified": response.last_modified,
            "sha256": base.digest,
            "fetched": stamp(fetched),
            "replaced": [{"time": stamp(time), "models": size} for time, size in sizes.replaced],
        }
        text = json.dumps(metadata, indent=2) + "\n"
        self.save({DOCUMENT: response.body or b"", METADATA: text}, (base.digest, response.etag))


def _base(limits: PollingLimits, day: date, data: bytes) -> Base:
    """Return the model configuration in the bytes. Raises Unusable with the first problem."""
    from modelconfig.documents.loader import examine

    excess = limits.excess(data)
    if excess is not None:
        raise Unusable(excess)
    _, value, problems = examine(data, DOCUMENT, 1)
    if has_errors(problems):
        raise Unusable(printable(problems[0].message))
    base = base_of(BaseSource.CACHED, value, data, DOCUMENT)
    problem = unacceptable(base, limits, day)
    if problem is not None:
        raise Unusable(problem.message)
    return base


def _with_metadata(base: Base, data: bytes) -> Cached:
    """Return a document with its metadata. Raises Unusable if that is about another document, else as parsers do."""
    metadata = verified(data, lambda _: base.digest)
    address, etag = metadata["address"], metadata["etag"]
    if not isinstance(address, str) or not isinstance(etag, str | None):
        raise TypeError(METADATA)
    # Earlier versions did not write the sizes.
    replaced = [(_time(item["time"]), int(item["models"])) for item in metadata.get("replaced", ())]
    return Cached(base, address, etag, _time(metadata["fetched"]), RecentSizes(tuple(replaced)))


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
