"""Read the file of the site configuration, propose it, and record the result."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from modelconfig.diagnostics.problem import Problem
from modelconfig.documents.current_day import now
from modelconfig.jsontext.reader import Source, read_source
from modelconfig.live.configuration import LiveConfiguration
from modelconfig.server.file_watcher import could_be_read
from modelconfig.server.served_document import stamp
from modelconfig.site.site_file import parse_site

SIZE_LIMIT: Final = 16 << 20
"""Maximum bytes of a site configuration, a thousand times the size of a long one."""


class SiteSource:
    """One file that is proposed to a live configuration. No method raises for the content of the file."""

    def __init__(self, path: str, live: LiveConfiguration) -> None:
        self.path = path
        self._live = live
        self._source: Source | None = None
        self._read_problems: tuple[Problem, ...] = ()
        self._rejected_value: Mapping[str, Any] | None = None
        self.rejections = 0
        """The number of rejected states of the file."""
        self._accepted_at: datetime | None = None
        self._rejected_at: datetime | None = None

    @property
    def rejecting(self) -> bool:
        """Whether the newest state of the file is not active; a rejected one may be by now, with another base."""
        state = self._live.state()
        active = state.current is not None and state.current.site is not None
        return not active or self._source is None or bool(state.site_problems)

    @property
    def was_read(self) -> bool:
        """Whether the newest state of the file could be read, valid or not."""
        return could_be_read(self._read_problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the newest state of the file, including warnings."""
        state = self._live.state()
        if self._source is None:
            return self._read_problems
        warnings = state.current.warnings if state.current is not None else ()
        return (*self._read_problems, *(state.site_problems or warnings))

    @property
    def value(self) -> Mapping[str, Any] | None:
        """The active site configuration, or, while none is active, the rejected one if it could be parsed."""
        current = self._live.current()
        return self._rejected_value if current is None or current.site is None else current.site.value

    def read(self, *, again: bool = False) -> bool:
        """Read the file, and propose its content if it has changed. Return whether it has changed.

        With `again` it is proposed in any case. This may be slow.
        """
        source, problems = read_source(self.path, SIZE_LIMIT)
        state_read = (source, tuple(problems))
        changed = state_read != (self._source, self._read_problems)
        if not changed and not again:
            return False
        self._source, self._read_problems = state_read
        self._rejected_value = None
        if source is None:
            accepted = self._live.mark_unreadable(self._read_problems).accepted
        else:
            accepted = self._live.propose_site(source.text, source.name).accepted
            if not accepted:
                file, _ = parse_site(source.text)
                self._rejected_value = None if file is None else file.value
        if accepted:
            self._accepted_at = now()
        else:
            self.rejections += changed
            self._rejected_at = now()
        return changed

    def note_late_acceptance(self) -> None:
        """Record the time of acceptance if a rejected state became active with another base."""
        rejected_last = self._rejected_at is not None and not (
            self._accepted_at and self._accepted_at >= self._rejected_at
        )
        if rejected_last and not self.rejecting:
            self._accepted_at = now()

    def to_json(self) -> dict[str, Any]:
        """Return the properties of `/status` about the file."""
        return {
            "file": self.path,
            "accepted": not self.rejecting,
            "refused": self.rejections,
            "lastAccepted": stamp(self._accepted_at),
            "lastRefused": stamp(self._rejected_at),
            "problems": [problem.to_json() for problem in self.problems],
        }
