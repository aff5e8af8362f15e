"""The file of the site configuration, as an instance reads it: what became of its newest state, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from modelconfig.jsontext.reader import read_source
from modelconfig.server.served_document import now
from modelconfig.site.site_file import parse_site

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.live.configuration import LiveConfiguration

LARGEST: Final = 16 << 20
"""Bytes of a site configuration, a thousand times those of a long one: every look at it takes memory and time."""


class SiteSource:
    """Reads one file and offers it to a live configuration. Nothing here raises for what the file is."""

    def __init__(self, path: str, live: LiveConfiguration) -> None:
        self.path = path
        self._live = live
        self._seen: object = None
        self._reading: tuple[Problem, ...] = ()
        self._unreadable = False
        self._unmerged: Mapping[str, Any] | None = None
        self.refused = 0
        """How often another state of the file was refused."""
        self.accepted_at: datetime | None = None
        self.refused_at: datetime | None = None

    @property
    def accepted(self) -> bool:
        """Whether the newest state of the file is in force; what was refused may be by now, with another base."""
        state = self._live.state()
        in_force = state.current is not None and state.current.site is not None
        return in_force and not self._unreadable and not state.site_problems

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the newest state of the file, warnings included."""
        state = self._live.state()
        if self._unreadable:
            return self._reading
        warnings = state.current.warnings if state.current is not None else ()
        return (*self._reading, *(state.site_problems or warnings))

    @property
    def value(self) -> Mapping[str, Any] | None:
        """The site configuration that counts, or, while none does, the one that was refused, if it is one at all."""
        current = self._live.current()
        return self._unmerged if current is None or current.site is None else current.site.value

    def read(self, *, again: bool = False) -> bool:
        """Read the file, and offer what it holds unless it was so before. Return whether it was something else.

        With `again` it is offered in any case. May take a while.
        """
        source, problems = read_source(self.path, LARGEST)
        seen = (None if source is None else source.text, tuple(problems))
        changed = seen != self._seen
        if not changed and not again:
            return False
        self._seen, self._reading, self._unreadable = seen, tuple(problems), source is None
        accepted = False
        if source is None:
            self._live.mark_unreadable(tuple(problems))
        else:
            accepted = self._live.propose_site(source.text, source.name).accepted
            file, _ = (None, []) if accepted else parse_site(source.text)
            self._unmerged = None if file is None else file.value
        if accepted:
            self.accepted_at = now()
        else:
            self.refused += changed
            self.refused_at = now()
        return changed

    def settle(self) -> None:
        """Note it when what was refused is in force after all: another base has what it needs."""
        if (
            self.accepted
            and self.refused_at is not None
            and not (self.accepted_at and self.accepted_at >= self.refused_at)
        ):
            self.accepted_at = now()
