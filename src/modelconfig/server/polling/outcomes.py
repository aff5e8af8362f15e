"""Define the outcomes of a poll, which label the metric and appear in `/status`, and record those of past polls."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from modelconfig.diagnostics.problem import Problem, error
from modelconfig.server.served_document import stamp


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
    """More bytes, as sent or decompressed, or more providers, models or properties than the limits."""
    UNPARSABLE = "unparsable"
    """Not JSON."""
    INVALID = "invalid"
    """JSON, but not a model configuration."""
    UNMERGEABLE = "unmergeable"
    """It cannot be merged with the site configuration."""
    LINT = "lint"
    """The merged document would break a rule."""
    SHRUNK = "shrunk"
    """Most of the models, or all, would be lost."""
    INTERNAL = "internal"
    """The server failed."""


DEPENDING_ON_SITE: Final = frozenset({Outcome.UNMERGEABLE, Outcome.LINT, Outcome.SHRUNK})
"""The failures that another site configuration may end."""
_REJECTIONS: Final = DEPENDING_ON_SITE | {
    Outcome.CONTENT_TYPE,
    Outcome.TOO_LARGE,
    Outcome.UNPARSABLE,
    Outcome.INVALID,
}
"""The outcomes of a response that was received and rejected."""
_STALE_MARGIN: Final = 60.0


class PollFailure(Exception):
    """A failed attempt: its outcome and problem, and the value of `Retry-After` if the gateway sent one."""

    def __init__(
        self,
        outcome: Outcome,
        code: str,
        message: str,
        hint: str,
        *,
        causes: Sequence[Problem] = (),
        retry_after: str | None = None,
    ) -> None:
        super().__init__(message)
        self.outcome = outcome
        self.problem = error(code, message, hint=hint)
        self.causes = tuple(causes)
        """The problems of a rejected document."""
        self.retry_after = retry_after


class PollingHistory:
    """Counts and times of past polls, by the wall clock, since people read them.

    The time since the last success comes from the monotonic clock: a wall clock that is set back would hide that a
    gateway does not respond, and one that is corrected after the start would make every instance stale.
    """

    def __init__(self, started: datetime, monotonic: Callable[[], float]) -> None:
        """Start without any attempt. `monotonic` returns the time of the monotonic clock, in seconds."""
        self.outcomes: dict[str, int] = dict.fromkeys(Outcome, 0)
        """The number of attempts by outcome, for every outcome."""
        self.attempt: datetime | None = None
        self.outcome: Outcome | None = None
        self.failures = 0
        """The number of consecutive failures."""
        self._started = started
        self.success: datetime | None = None
        """The time of the last success."""
        self._monotonic, self._succeeded_at = monotonic, monotonic()
        self._older_since: tuple[float, datetime] | None = None
        """Since when the gateway offers an older document than the active one, by both clocks."""
        self._failure: PollFailure | None = None
        self._failed_at: datetime | None = None

    def ended(self, outcome: Outcome, now: datetime, failure: PollFailure | None = None) -> None:
        """Record the outcome of an attempt, with its failure if it failed."""
        self.outcomes[outcome] += 1
        self.outcome = outcome
        if failure is None:
            self.success, self.failures, self._succeeded_at = now, 0, self._monotonic()
            if outcome is not Outcome.OLDER:
                self._older_since = None
            elif self._older_since is None:
                self._older_since = self._monotonic(), now
        else:
            self.failures += 1
            self._failure, self._failed_at = failure, now

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the last attempt; none after a success."""
        failure = self._failure
        return (failure.problem, *failure.causes) if failure is not None and self.failures else ()

    def age(self) -> float | None:
        """Return the seconds since the last success, or None."""
        return None if self.success is None else self._monotonic() - self._succeeded_at

    @property
    def rejected(self) -> int:
        """The number of responses that were received and rejected."""
        return sum(self.outcomes[outcome] for outcome in _REJECTIONS)

    def to_json(self) -> dict[str, Any]:
        """Return the properties for `/status`; the last error stays, with its time, after a success."""
        last_error, age = None, self.age()
        if self._failure is not None:
            problem = self._failure.problem
            last_error = {
                "outcome": self._failure.outcome.value,
                "code": problem.code,
                "message": problem.message,
                "hint": problem.hint,
                "at": stamp(self._failed_at),
            }
        return {
            "lastAttempt": stamp(self.attempt),
            "lastSuccess": stamp(self.success),
            "lastOutcome": self.outcome,
            "lastError": last_error,
            "consecutiveFailures": self.failures,
            "refused": self.rejected,
            "ageSeconds": None if age is None else round(age),
        }

    def stale(self, interval: float) -> str | None:
        """Return a sentence if there was no success for two intervals and a margin, otherwise None.

        A gateway that offers older documents for two intervals counts as failing too.
        """
        if self._older_since is not None and self._monotonic() - self._older_since[0] >= 2 * interval:
            return f"The gateway offers an older document than the active one since {stamp(self._older_since[1])}."
        if self._monotonic() - self._succeeded_at <= 2 * interval + _STALE_MARGIN:
            return None
        if self.success is None:
            return f"No poll of the gateway has succeeded since the start at {stamp(self._started)}."
        return f"No poll of the gateway has succeeded since {stamp(self.success)}."
