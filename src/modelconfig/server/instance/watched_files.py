"""Record what became of the states of a watched file: the problems of the newest one, and how many were rejected."""

from collections.abc import Sequence
from typing import Any

from modelconfig.diagnostics.problem import Problem
from modelconfig.server.file_watcher import could_be_read


class WatchedFile:
    """A file of which an invalid state changes nothing, so that the last valid one stays active."""

    def __init__(self, path: str | None) -> None:
        """Read nothing. `path` is None if no file is named."""
        self.path = path
        self.problems: tuple[Problem, ...] = ()
        """The problems of the newest state of the file."""
        self.rejecting = False
        """Whether the newest state of the file is rejected."""
        self.rejections = 0
        """The number of rejected states of the file."""

    def note(self, problems: Sequence[Problem], *, rejecting: bool) -> None:
        """Record that a state of the file was read. The same state may be read twice, and is counted once."""
        self.rejections += rejecting and tuple(problems) != self.problems
        self.rejecting, self.problems = rejecting, tuple(problems)

    @property
    def was_read(self) -> bool:
        """Whether the newest state of the file could be read, valid or not."""
        return could_be_read(self.problems)

    def to_json(self) -> dict[str, Any]:
        """Return the properties of `/status` about the file."""
        problems = [problem.to_json() for problem in self.problems]
        return {"file": self.path, "refused": self.rejections, "problems": problems}
