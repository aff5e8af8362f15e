"""What can become of asking a gateway, by name: each is a label of the metric, and what people read in `/status`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from modelconfig.diagnostics.problem import error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modelconfig.diagnostics.problem import Problem


class Outcome(StrEnum):
    """The end of one attempt."""

    ACCEPTED = "accepted"
    """Another document is in force."""
    SAME = "same"
    """The document that is in force came again, in full."""
    UNCHANGED = "unchanged"
    """The gateway says that nothing has changed (304)."""
    OLDER = "older"
    """What the gateway has is older than what is in force, which stays."""

    UNREACHABLE = "unreachable"
    """No connection: name, route, port, proxy."""
    UNTRUSTED = "untrusted"
    """The gateway's certificate is not one that is trusted here."""
    TIMEOUT = "timeout"
    """The whole answer did not come in time."""
    BROKEN = "broken"
    """The answer is not HTTP, ends too early, or cannot be decompressed."""
    STATUS = "status"
    """Another status than 200, or 304 without being asked for it."""
    REDIRECT = "redirect"
    """It leads to where it is not followed, or to nowhere."""
    CONTENT_TYPE = "content_type"
    """Something else than JSON by its own account, such as a page to sign in."""
    TOO_LARGE = "too_large"
    """More bytes than a document may have, as they were sent or decompressed."""
    UNPARSABLE = "unparsable"
    """Not JSON."""
    INVALID = "invalid"
    """JSON, but no model configuration."""
    UNMERGEABLE = "unmergeable"
    """It cannot be merged with the site configuration."""
    LINT = "lint"
    """What would be served breaks a rule."""
    SHRUNK = "shrunk"
    """Most of the models, or all, would vanish."""
    INTERNAL = "internal"
    """We failed."""


SUCCESSES: Final = frozenset({Outcome.ACCEPTED, Outcome.SAME, Outcome.UNCHANGED, Outcome.OLDER})
"""The outcomes after which what is served is as new as it can be."""


class Refused(Exception):
    """An attempt that failed: why, in words of ours, and what the gateway asked us to wait for."""

    def __init__(
        self, outcome: Outcome, problem: Problem, *, causes: Sequence[Problem] = (), retry_after: str | None = None
    ) -> None:
        super().__init__(problem.message)
        self.outcome = outcome
        self.problem = problem
        self.causes = tuple(causes)
        self.retry_after = retry_after


def refused(outcome: Outcome, code: str, message: str, hint: str, *, retry_after: str | None = None) -> Refused:
    """Return a failure that one problem describes."""
    return Refused(outcome, error(code, message, hint=hint), retry_after=retry_after)
