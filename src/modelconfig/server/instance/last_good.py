"""The last good result, kept on disk for a start at which the site configuration cannot be used.

What is kept is what clients were served: nothing of the server's side, so no credential, is written. A file that is
torn, or changed by hand, is noticed by the digest in it, and counts for nothing.
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
_LARGEST: Final = 256 << 20
"""Bytes beyond which a file is none of ours."""
_FORGOTTEN: Final = 3600.0
"""Seconds after which a file that was being written is one that nobody will finish."""


@dataclass(frozen=True, slots=True)
class LastGood:
    """A result of an earlier moment: the document as clients saw it, their features, and since when it counted."""

    document: dict[str, Any] = field(repr=False)
    switches: SiteFeatureFlags
    since: datetime

    def content(self) -> dict[str, Any]:
        """Return it as a JSON value."""
        since = self.since.astimezone(UTC).isoformat()
        return {"format": _FORMAT, "since": since, "switches": self.switches._asdict(), "document": self.document}


class LastGoodStore:
    """One file in a folder. Nothing here raises: what cannot be kept is told, and served all the same."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._written = ""
        """The digest of what the file holds, if this process knows."""
        self.problems: tuple[Problem, ...] = ()
        """What is wrong with the file as it was last read or written."""

    def load(self) -> LastGood | None:
        """Return what an earlier run has kept, if it is whole."""
        self._tidy()
        text, why = self._read()
        kept = None
        if text is not None:
            kept, why = _parsed(text)
        self.problems = () if why == "" else (self._unusable(why),)
        if kept is not None:
            self._written = _digest(kept.content())
        return kept

    def reject(self) -> None:
        """Note that what was loaded is no document that can be served."""
        self._written = ""
        self.problems = (self._unusable("it is no model configuration"),)

    def save(self, kept: LastGood) -> None:
        """Keep a result in place of the one before, unless it is the same."""
        content = kept.content()
        digest = _digest(content)
        if digest == self._written:
            return
        text = json.dumps({"sha256": digest, **content}, ensure_ascii=True, separators=(",", ":")) + "\n"
        problem = try_write({self._path: text}, mode=PRIVATE)
        if problem is None:
            self._written, self.problems = digest, ()
            return
        self._written = ""
        self._forget_older(kept)
        hint = "It is served nevertheless; a restart with a bad site configuration may find nothing to serve."
        message = f"what is served is not kept: the file {problem.message}"
        self.problems = tuple(in_file([warning("MC416", message, hint=hint)], self._path.as_posix()))

    def _forget_older(self, kept: LastGood) -> None:
        """Remove an older result that a newer one cannot replace: what was denied since would come back with it."""
        text, _ = self._read()
        found = _parsed(text)[0] if text is not None else None
        if found is None or (found.document, found.switches) != (kept.document, kept.switches):
            with contextlib.suppress(OSError):
                self._path.unlink()

    def _read(self) -> tuple[str | None, str]:
        """Return the file's text, or None and why not; the reason is empty where there is no file."""
        try:
            # A pipe of that name would otherwise keep us waiting for somebody to write.
            handle = os.open(self._path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
            with os.fdopen(handle, "rb") as stream:
                if not stat.S_ISREG(os.fstat(handle).st_mode):
                    return None, "it is no ordinary file"
                data = stream.read(_LARGEST + 1)
            return (data.decode(), "") if len(data) <= _LARGEST else (None, "it is too large")
        except FileNotFoundError:
            return None, ""
        except UnicodeDecodeError:
            return None, "it is damaged"
        except OSError as why:
            return None, os.strerror(why.errno) if why.errno else "no reason given"

    def _tidy(self) -> None:
        """Remove what a process that was killed while it wrote has left."""
        with contextlib.suppress(OSError):
            for left in self._path.parent.glob(f".{NAME}.*.tmp"):
                if time.time() - left.lstat().st_mtime > _FORGOTTEN:
                    left.unlink()

    def _unusable(self, why: str) -> Problem:
        hint = "Nothing has to be done: it is written anew with the next site configuration that can be used."
        found = warning("MC415", f"the result kept from an earlier run cannot be used: {why}", hint=hint)
        return in_file([found], self._path.as_posix())[0]


def _parsed(text: str) -> tuple[LastGood | None, str]:
    """Return the result in a text, or None and why there is none."""
    try:
        value = json.loads(text)
        expected = value.pop("sha256")
        if value["format"] != _FORMAT:
            return None, "it was written by another version"
        if _digest(value) != expected:
            return None, "its content was changed"
        since, switches = datetime.fromisoformat(value["since"]), SiteFeatureFlags(**value["switches"])
        return LastGood(value["document"], switches, since), ""
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        # Whatever it is, it says what stands in the file.
        return None, "it is damaged"


def _digest(content: dict[str, Any]) -> str:
    return sha256(canonical(content).encode("utf-8", "surrogatepass")).hexdigest()
