"""What became of the attempts so far, as `/status` and metrics tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from modelconfig.server.in_force import stamp
from modelconfig.server.polling.outcomes import SUCCESSES, Outcome, Refused

if TYPE_CHECKING:
    from datetime import datetime

    from modelconfig.problems import Problem

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


class Record:
    """Counts and moments. The clock is the wall's, since people read them."""

    def __init__(self, started: datetime) -> None:
        """Begin without any attempt."""
        self.outcomes: dict[str, int] = dict.fromkeys(Outcome, 0)
        self.started = started
        self.attempt: datetime | None = None
        self.success: datetime | None = None
        self.outcome: Outcome | None = None
        self.failures = 0
        self.failure: Refused | None = None
        self._failed: datetime | None = None

    def ended(self, outcome: Outcome, now: datetime, failure: Refused | None = None) -> None:
        """Note the end of an attempt, with what made it fail, if something did."""
        self.outcomes[outcome] += 1
        self.outcome = outcome
        if outcome in SUCCESSES:
            self.success, self.failures = now, 0
        else:
            self.failures += 1
            self.failure, self._failed = failure, now

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the latest answer; nothing after a success."""
        if self.failures == 0 or self.failure is None:
            return ()
        return (self.failure.problem, *self.failure.causes)

    def to_json(self, now: datetime) -> dict[str, Any]:
        """Return its part of the status; the last error stays there, with its time, after things went well again."""
        error = None
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
            "refused": sum(self.outcomes[outcome] for outcome in _REFUSALS),
            "ageSeconds": None if self.success is None else max(0, round((now - self.success).total_seconds())),
        }

    def stale(self, interval: float, now: datetime) -> str | None:
        """Return in a sentence that there was no success for two intervals and a little, if that is so."""
        latest = self.success or self.started
        if (now - latest).total_seconds() <= 2 * interval + _PATIENCE:
            return None
        since = stamp(latest)
        if self.success is None:
            return f"The gateway has not answered usefully since the start at {since}."
        return f"The gateway has not answered usefully since {since}."
