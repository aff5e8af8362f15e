"""Cache the last accepted document on disk for the next run, with a second file that says where it was polled.

Each of the two files is written atomically, one after the other. The digest shows a pair that does not belong together;
then the document is still used, since only accepted documents are cached, and the metadata is not.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from modelconfig.diagnostics.phrases import printable
from modelconfig.diagnostics.problem import has_errors, in_file, warning
from modelconfig.server.polling.base_selection import CACHED, Base
from modelconfig.server.served_document import stamp
from modelconfig.storage.atomic import PRIVATE, try_write
from modelconfig.storage.digests import digest

if TYPE_CHECKING:
    from pathlib import Path

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.server.polling.addresses import Address

DOCUMENT: Final = "base.json"
METADATA: Final = "base.meta.json"

_SIZE_LIMIT: Final = 64 << 20
"""Bytes above which a file is not one that this cache wrote, whatever limit an operator has set."""
_METADATA_LIMIT: Final = 64 << 10
_ABANDONED_SECONDS: Final = 3600.0
"""Seconds after which a temporary file was left by a process that ended."""


@dataclass(frozen=True, slots=True)
class Cached:
    """A document of an earlier run. `address` is the digest of the polled address, "" if it is unknown."""

    base: Base
    address: str = ""
    etag: str | None = None
    fetched: datetime | None = None


class BaseCache:
    """Two files in a folder. No method raises: a server works without a cache."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._document, self._metadata = folder / DOCUMENT, folder / METADATA

    def load(self) -> tuple[Cached | None, list[Problem]]:
        """Return the document of an earlier run if it can be used, and the problems."""
        self._remove_abandoned()
        data, reason = _read(self._document, _SIZE_LIMIT)
        if data is None:
            if reason == "":
                return None, []
            return None, [_unusable(self._document, f"the cached document cannot be read: {reason}")]
        document, reason = _document(data)
        if document is None:
            return None, [_unusable(self._document, f"the cached document is damaged: {reason}")]
        base = Base(CACHED, document, digest(data))
        metadata, reason = self._load_metadata(base.digest)
        if metadata is None:
            message = f"what is known about the cached document is lost: {reason}"
            return Cached(base), [_unusable(self._metadata, message)]
        return Cached(base, metadata["address"], metadata["etag"], metadata["fetched"]), []

    def save(
        self, base: Base, text: str, *, address: Address, etag: str | None, last_modified: str | None, fetched: datetime
    ) -> list[Problem]:
        """Save a document for the next run; return why that failed, if it did."""
        metadata = {
            "url": address.shown,
            "address": address.digest,
            "etag": etag,
            "lastModified": last_modified,
            "sha256": base.digest,
            "fetched": stamp(fetched),
        }
        # Private: what a self-hosted gateway offers is not for every user of this machine.
        contents = {self._document: text, self._metadata: json.dumps(metadata, indent=2) + "\n"}
        problem = try_write(contents, mode=PRIVATE)
        if problem is None:
            return []
        hint = "It is served nevertheless, until the next start. Give the cache folder rights and room."
        message = f"the polled document is not kept: it {problem.message}"
        return in_file([warning("MC434", message, hint=hint)], problem.file)

    def _load_metadata(self, expected: str) -> tuple[dict[str, Any] | None, str]:
        """Return the metadata of the document, or why it cannot be used."""
        data, reason = _read(self._metadata, _METADATA_LIMIT)
        if data is None:
            return None, reason or "the file is missing"
        try:
            metadata = json.loads(data)
            fetched = datetime.fromisoformat(metadata["fetched"])
            values = {"address": metadata["address"], "etag": metadata["etag"], "fetched": fetched.astimezone(UTC)}
            valid = isinstance(metadata["address"], str) and isinstance(metadata["etag"], str | None)
        except (ValueError, TypeError, KeyError, RecursionError, OverflowError):
            return None, "the file is damaged"
        if not valid:
            return None, "the file is damaged"
        return (values, "") if metadata.get("sha256") == expected else (None, "it is about another document")

    def _remove_abandoned(self) -> None:
        """Remove temporary files of processes that were killed while they wrote."""
        with contextlib.suppress(OSError):
            for name in (DOCUMENT, METADATA):
                for temporary in self.folder.glob(f".{name}.*.tmp"):
                    if time.time() - temporary.lstat().st_mtime > _ABANDONED_SECONDS:
                        temporary.unlink()


def _read(path: Path, limit: int) -> tuple[bytes | None, str]:
    """Return a file's bytes, or None and the reason, which is empty if there is no file."""
    try:
        # Opening a pipe of that name would otherwise block until another process writes to it.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                return None, "it is no ordinary file"
            data = stream.read(limit + 1)
    except FileNotFoundError:
        return None, ""
    except OSError as failure:
        return None, os.strerror(failure.errno) if failure.errno else "no reason given"
    return (data, "") if len(data) <= limit else (None, "it is too large")


def _document(data: bytes) -> tuple[dict[str, Any] | None, str]:
    """Return the model configuration in the bytes, or their first problem."""
    from modelconfig.documents.loader import examine

    _, value, problems = examine(data, DOCUMENT, 1)
    if has_errors(problems):
        return None, printable(problems[0].message)
    document: dict[str, Any] = value
    return document, ""


def _unusable(path: Path, message: str) -> Problem:
    hint = "Nothing has to be done: it is written anew with the next document that the gateway offers."
    return in_file([warning("MC433", message, hint=hint)], path.as_posix())[0]
