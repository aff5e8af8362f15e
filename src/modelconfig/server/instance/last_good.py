"""Save the last good result to disk, for a start at which the site configuration cannot be used.

Only the client view is saved: it has no server-side property, and so no credential. The digest in the file reveals a
file that is incomplete or was edited, which is not used.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from modelconfig.diagnostics.problem import in_file, warning
from modelconfig.jsontext.writer import canonical
from modelconfig.site.cody_settings import SiteFeatureFlags
from modelconfig.storage.atomic import PRIVATE, try_write

if TYPE_CHECKING:
    from pathlib import Path

    from modelconfig.diagnostics.problem import Problem

NAME: Final = "merged.json"
_FORMAT: Final = 1
_SIZE_LIMIT: Final = 256 << 20
"""Bytes above which a file is not one that this store wrote."""
_ABANDONED_SECONDS: Final = 3600.0
"""Seconds after which a temporary file was left by a process that ended."""


@dataclass(frozen=True, slots=True)
class LastGood:
    """A result: the client view of the document, the feature flags, and the time since when it was active."""

    document: dict[str, Any] = field(repr=False)
    flags: SiteFeatureFlags
    since: datetime

    def content(self) -> dict[str, Any]:
        """Return the content of the file as a JSON value, without its digest."""
        since = self.since.astimezone(UTC).isoformat()
        return {"format": _FORMAT, "since": since, "switches": self.flags._asdict(), "document": self.document}


class LastGoodStore:
    """One file in a folder. No method raises: a result that cannot be saved is reported, and served nevertheless."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._saved_digest = ""
        """The digest of the result in the file, "" if unknown."""
        self.problems: tuple[Problem, ...] = ()
        """The problems of the last read or write."""

    def load(self) -> LastGood | None:
        """Return the result of an earlier run, or None if the file is missing or damaged."""
        self._remove_abandoned()
        text, reason = self._read()
        result = None
        if text is not None:
            result, reason = _parsed(text)
        self.problems = () if reason == "" else (self._unusable(reason),)
        if result is not None:
            self._saved_digest = _digest(result.content())
        return result

    def reject(self) -> None:
        """Note that the loaded result is not a model configuration."""
        self._saved_digest = ""
        self.problems = (self._unusable("it is no model configuration"),)

    def save(self, result: LastGood) -> None:
        """Save a result in place of the previous one, unless it is the same."""
        content = result.content()
        digest = _digest(content)
        if digest == self._saved_digest:
            return
        text = json.dumps({"sha256": digest, **content}, ensure_ascii=True, separators=(",", ":")) + "\n"
        problem = try_write({self._path: text}, mode=PRIVATE)
        if problem is None:
            self._saved_digest, self.problems = digest, ()
            return
        self._saved_digest = ""
        self._forget_older(result)
        hint = "It is served nevertheless; a restart with a bad site configuration may find nothing to serve."
        message = f"what is served is not kept: the file {problem.message}"
        self.problems = tuple(in_file([warning("MC416", message, hint=hint)], self._path.as_posix()))

    def _forget_older(self, result: LastGood) -> None:
        """Remove an older result that a newer one cannot replace: it would bring back what was denied since."""
        text, _ = self._read()
        older = _parsed(text)[0] if text is not None else None
        if older is None or (older.document, older.flags) != (result.document, result.flags):
            with contextlib.suppress(OSError):
                self._path.unlink()

    def _read(self) -> tuple[str | None, str]:
        """Return the file's text, or None and the reason, which is empty if there is no file."""
        try:
            # Opening a pipe of that name would otherwise block until another process writes to it.
            handle = os.open(self._path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
            with os.fdopen(handle, "rb") as stream:
                if not stat.S_ISREG(os.fstat(handle).st_mode):
                    return None, "it is no ordinary file"
                data = stream.read(_SIZE_LIMIT + 1)
            return (data.decode(), "") if len(data) <= _SIZE_LIMIT else (None, "it is too large")
        except FileNotFoundError:
            return None, ""
        except UnicodeDecodeError:
            return None, "it is damaged"
        except OSError as failure:
            return None, os.strerror(failure.errno) if failure.errno else "no reason given"

    def _remove_abandoned(self) -> None:
        """Remove temporary files of processes that were killed while they wrote."""
        with contextlib.suppress(OSError):
            for temporary in self._path.parent.glob(f".{NAME}.*.tmp"):
                if time.time() - temporary.lstat().st_mtime > _ABANDONED_SECONDS:
                    temporary.unlink()

    def _unusable(self, reason: str) -> Problem:
        hint = "Nothing has to be done: it is written anew with the next site configuration that can be used."
        problem = warning("MC415", f"the result kept from an earlier run cannot be used: {reason}", hint=hint)
        return in_file([problem], self._path.as_posix())[0]


def _parsed(text: str) -> tuple[LastGood | None, str]:
    """Return the result in a text, or None and the reason."""
    try:
        value = json.loads(text)
        expected = value.pop("sha256")
        if value["format"] != _FORMAT:
            return None, "it was written by another version"
        if _digest(value) != expected:
            return None, "its content was changed"
        since, flags = datetime.fromisoformat(value["since"]), SiteFeatureFlags(**value["switches"])
        return LastGood(value["document"], flags, since), ""
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        # The exception would quote the file.
        return None, "it is damaged"


def _digest(content: dict[str, Any]) -> str:
    return sha256(canonical(content).encode("utf-8", "surrogatepass")).hexdigest()
