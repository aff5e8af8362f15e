"""Define the outcomes of a poll, which label the metric and appear in `/status`, and record those of past polls."""

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
    """The outcome of one attempt."""

    ACCEPTED = "accepted"
    """Another document is active."""
    SAME = "same"
    """The active document was sent again, in full."""
    UNCHANGED = "unchanged"
    """The gateway reports that nothing has changed (304)."""
    OLDER = "older"
    """The gateway's document is older than the active one, which stays."""

    UNREACHABLE = "unreachable"
    """No connection: name, route, port, proxy."""
    UNTRUSTED = "untrusted"
    """The gateway's certificate is not trusted."""
    TIMEOUT = "timeout"
    """The whole response did not arrive in time."""
    BROKEN = "broken"
    """The response is not HTTP, ends too early, or cannot be decompressed."""
    STATUS = "status"
    """A status other than 200, or 304 to an unconditional request."""
    REDIRECT = "redirect"
    """A redirect without a target, or to a target that is not allowed."""
    CONTENT_TYPE = "content_type"
    """A content type other than JSON, such as that of a sign-in page."""
    TOO_LARGE = "too_large"
    """More bytes than the limit, as sent or decompressed."""
    UNPARSABLE = "unparsable"
    """Not JSON."""
    INVALID = "invalid"
    """JSON, but not a model configuration."""
    UNMERGEABLE = "unmergeable"
    """It cannot be merged with the site configuration."""
    LINT = "lint"
    """What would be served breaks a rule."""
    SHRUNK = "shrunk"
    """Most of the models, or all, would vanish."""
    INTERNAL = "internal"
    """The server failed."""


SUCCESSES: Final = frozenset({Outcome.ACCEPTED, Outcome.SAME, Outcome.UNCHANGED, Outcome.OLDER})
"""The outcomes after which the served document is up to date."""
_REJECTIONS: Final = frozenset(
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
"""The outcomes of a response that was received and rejected."""
_STALE_MARGIN: Final = 60.0


class PollFailure(Exception):
    """A failed attempt: its outcome and problem, and the value of `Retry-After` if the gateway sent one."""

    def __init__(
        self, outcome: Outcome, problem: Problem, *, causes: Sequence[Problem] = (), retry_after: str | None = None
    ) -> None:
        super().__init__(problem.message)
        self.outcome = outcome
        self.problem = problem
        self.causes = tuple(causes)
        self.retry_after = retry_after


def poll_failure(
    outcome: Outcome, code: str, message: str, hint: str, *, retry_after: str | None = None
) -> PollFailure:
    """Return a failure with one problem."""
    return PollFailure(outcome, error(code, message, hint=hint), retry_after=retry_after)


class PollingHistory:
    """Counts and times of past polls, by the wall clock, since people read them.

    The time since the last success comes from the monotonic clock: a wall clock that is set back would hide that a
    gateway is silent, and one that is corrected after the start would make every instance stale.
    """

    def __init__(self, started: datetime, elapsed: float) -> None:
        """Start without any attempt."""
        self.outcomes: dict[str, int] = dict.fromkeys(Outcome, 0)
        self.started = started
        self.attempt: datetime | None = None
        self.success: datetime | None = None
        self.outcome: Outcome | None = None
        self.failures = 0
        self.failure: PollFailure | None = None
        self._failed_at: datetime | None = None
        self._last_good = elapsed

    def ended(self, outcome: Outcome, now: datetime, elapsed: float, failure: PollFailure | None = None) -> None:
        """Record the outcome of an attempt, with its failure if it failed."""
        self.outcomes[outcome] += 1
        self.outcome = outcome
        if outcome in SUCCESSES:
            self.success, self.failures, self._last_good = now, 0, elapsed
        else:
            self.failures += 1
            self.failure, self._failed_at = failure, now

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the last attempt; none after a success."""
        if self.failures == 0 or self.failure is None:
            return ()
        return (self.failure.problem, *self.failure.causes)

    def age(self, elapsed: float) -> float | None:
        """Return the seconds since the last success, or None."""
        return None if self.success is None else elapsed - self._last_good

    @property
    def rejected(self) -> int:
        """The number of responses that were received and rejected."""
        return sum(self.outcomes[outcome] for outcome in _REJECTIONS)

    def to_json(self, elapsed: float) -> dict[str, Any]:
        """Return the properties for `/status`; the last error stays, with its time, after a success."""
        error, age = None, self.age(elapsed)
        if self.failure is not None:
            problem = self.failure.problem
            error = {
                "outcome": self.failure.outcome.value,
                "code": problem.code,
                "message": problem.message,
                "hint": problem.hint,
                "at": stamp(self._failed_at),
            }
        return {
            "lastAttempt": stamp(self.attempt),
            "lastSuccess": stamp(self.success),
            "lastOutcome": None if self.outcome is None else self.outcome.value,
            "lastError": error,
            "consecutiveFailures": self.failures,
            "refused": self.rejected,
            "ageSeconds": None if age is None else round(age),
        }

    def stale(self, interval: float, elapsed: float) -> str | None:
        """Return a sentence if there was no success for two intervals and a margin, otherwise None."""
        if elapsed - self._last_good <= 2 * interval + _STALE_MARGIN:
            return None
        since = stamp(self.success or self.started)
        if self.success is None:
            return f"The gateway has not answered usefully since the start at {since}."
        return f"The gateway has not answered usefully since {since}."
