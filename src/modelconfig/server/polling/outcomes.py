"""What can become of asking a gateway, by name: each is a label of the metric, and what people read in `/status`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from modelconfig.diagnostics.problem import error
from modelconfig.server.served_document import stamp

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

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
_REFUSALS: Final = frozenset(
    {
        Outcome.CONTENT_TYPE,
        Outcome.TOO_LARGE,
        Outcome.UNPARSABLE,
        Outcome.INVALID,
        Outcome.UNMERGEABLE,
        Outcome.LINT,
        Outcome.SHRUNK,
    }
)
"""The outcomes of an answer that was there and was not taken."""
_PATIENCE: Final = 60.0


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


class PollingHistory:
    """Counts and moments. The clock is the wall's, since people read them.

    How long ago a success was is told by the other clock, which nobody sets: one that was set back would hide that a
    gateway is silent, and one that is set right after the start would make every instance stale.
    """

    def __init__(self, started: datetime, elapsed: float) -> None:
        """Begin without any attempt."""
        self.outcomes: dict[str, int] = dict.fromkeys(Outcome, 0)
        self.started = started
        self.attempt: datetime | None = None
        self.success: datetime | None = None
        self.outcome: Outcome | None = None
        self.failures = 0
        self.failure: Refused | None = None
        self._failed: datetime | None = None
        self._well = elapsed

    def ended(self, outcome: Outcome, now: datetime, elapsed: float, failure: Refused | None = None) -> None:
        """Note the end of an attempt, with what made it fail, if something did."""
        self.outcomes[outcome] += 1
        self.outcome = outcome
        if outcome in SUCCESSES:
            self.success, self.failures, self._well = now, 0, elapsed
        else:
            self.failures += 1
            self.failure, self._failed = failure, now

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the latest answer; nothing after a success."""
        if self.failures == 0 or self.failure is None:
            return ()
        return (self.failure.problem, *self.failure.causes)

    def age(self, elapsed: float) -> float | None:
        """Return the seconds since the last success, if there was one."""
        return None if self.success is None else elapsed - self._well

    @property
    def refused(self) -> int:
        """How many answers were there and were not taken."""
        return sum(self.outcomes[outcome] for outcome in _REFUSALS)

    def to_json(self, elapsed: float) -> dict[str, Any]:
        """Return its part of the status; the last error stays there, with its time, after things went well again."""
        error, age = None, self.age(elapsed)
        if self.failure is not None:
            problem = self.failure.problem
            error = {
                "outcome": self.failure.outcome.value,
                "code": problem.code,
                "message": problem.message,
                "hint": problem.hint,
                "at": stamp(self._failed),
            }
        return {
            "lastAttempt": stamp(self.attempt),
            "lastSuccess": stamp(self.success),
            "lastOutcome": None if self.outcome is None else self.outcome.value,
            "lastError": error,
            "consecutiveFailures": self.failures,
            "refused": self.refused,
            "ageSeconds": None if age is None else round(age),
        }

    def stale(self, interval: float, elapsed: float) -> str | None:
        """Return in a sentence that there was no success for two intervals and a little, if that is so."""
        if elapsed - self._well <= 2 * interval + _PATIENCE:
            return None
        since = stamp(self.success or self.started)
        if self.success is None:
            return f"The gateway has not answered usefully since the start at {since}."
        return f"The gateway has not answered usefully since {since}."
