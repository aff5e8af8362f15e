"""What was polled, kept on disk for the next run: the document, and beside it where it came from.

Each of the two files appears whole or not at all, one after the other. A pair that does not belong together is noticed
by the digest; then the document still counts, since only accepted ones get there, and what is said about it does not.
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
ABOUT: Final = "base.meta.json"

_LARGEST: Final = 64 << 20
"""Bytes beyond which a file is none of ours, whatever limit an operator has set."""
_LONGEST_ABOUT: Final = 64 << 10
_FORGOTTEN: Final = 3600.0
"""Seconds after which a file that was being written is one that nobody will finish."""


@dataclass(frozen=True, slots=True)
class Cached:
    """A document of an earlier run. `address` is the digest of where it was polled, "" where that is not known."""

    base: Base
    address: str = ""
    etag: str | None = None
    fetched: datetime | None = None


class BaseCache:
    """Two files in a folder. Nothing here raises: a cache that does not work is a nuisance, not a failure."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._document, self._about = folder / DOCUMENT, folder / ABOUT

    def load(self) -> tuple[Cached | None, list[Problem]]:
        """Return what an earlier run left, if it can be used, and what is wrong with it."""
        self._tidy()
        data, why = _read(self._document, _LARGEST)
        if data is None:
            return None, [] if why == "" else [_unusable(self._document, f"the cached document cannot be read: {why}")]
        document, why = _document(data)
        if document is None:
            return None, [_unusable(self._document, f"the cached document is damaged: {why}")]
        base = Base(CACHED, document, digest(data))
        about, why = self._load_about(base.digest)
        if about is None:
            return Cached(base), [_unusable(self._about, f"what is known about the cached document is lost: {why}")]
        return Cached(base, about["address"], about["etag"], about["fetched"]), []

    def save(
        self, base: Base, text: str, *, address: Address, etag: str | None, last_modified: str | None, fetched: datetime
    ) -> list[Problem]:
        """Keep a document for the next run; return why that is not possible, if so."""
        about = {
            "url": address.shown,
            "address": address.digest,
            "etag": etag,
            "lastModified": last_modified,
            "sha256": base.digest,
            "fetched": stamp(fetched),
        }
        # Private: what a self-hosted gateway offers is not for every user of this machine.
        contents = {self._document: text, self._about: json.dumps(about, indent=2) + "\n"}
        problem = try_write(contents, mode=PRIVATE)
        if problem is None:
            return []
        hint = "It is served nevertheless, until the next start. Give the cache folder rights and room."
        message = f"the polled document is not kept: it {problem.message}"
        return in_file([warning("MC434", message, hint=hint)], problem.file)

    def _load_about(self, expected: str) -> tuple[dict[str, Any] | None, str]:
        """Return what was noted beside the document, or why it does not count."""
        data, why = _read(self._about, _LONGEST_ABOUT)
        if data is None:
            return None, why or "the file is missing"
        try:
            about = json.loads(data)
            fetched = datetime.fromisoformat(about["fetched"])
            found = {"address": about["address"], "etag": about["etag"], "fetched": fetched.astimezone(UTC)}
            sound = isinstance(about["address"], str) and isinstance(about["etag"], str | None)
        except (ValueError, TypeError, KeyError, RecursionError, OverflowError):
            return None, "the file is damaged"
        if not sound:
            return None, "the file is damaged"
        return (found, "") if about.get("sha256") == expected else (None, "it is about another document")

    def _tidy(self) -> None:
        """Remove what a process that was killed while it wrote has left."""
        with contextlib.suppress(OSError):
            for name in (DOCUMENT, ABOUT):
                for left in self.folder.glob(f".{name}.*.tmp"):
                    if time.time() - left.lstat().st_mtime > _FORGOTTEN:
                        left.unlink()


def _read(path: Path, largest: int) -> tuple[bytes | None, str]:
    """Return a file's bytes, or None and why not; the reason is empty where there is no file."""
    try:
        # A pipe of that name would otherwise keep us waiting for somebody to write.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode):
                return None, "it is no ordinary file"
            data = stream.read(largest + 1)
    except FileNotFoundError:
        return None, ""
    except OSError as why:
        return None, os.strerror(why.errno) if why.errno else "no reason given"
    return (data, "") if len(data) <= largest else (None, "it is too large")


def _document(data: bytes) -> tuple[dict[str, Any] | None, str]:
    """Return the model configuration in the bytes, or what is the first thing wrong with them."""
    from modelconfig.documents.loader import examine

    _, value, problems = examine(data, DOCUMENT, 1)
    if has_errors(problems):
        return None, printable(problems[0].message)
    document: dict[str, Any] = value
    return document, ""


def _unusable(path: Path, message: str) -> Problem:
    hint = "Nothing has to be done: it is written anew with the next document that the gateway offers."
    return in_file([warning("MC433", message, hint=hint)], path.as_posix())[0]
