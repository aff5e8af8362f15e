"""The clock of tests on a machine whose clock is before the day of the embedded document: a day after it.

Without this, every server and `publish` would report the wrong clock, and tests would depend on the current date.
"""

from __future__ import annotations

from datetime import timedelta

from modelconfig.documents import current_day


def _correct_clock() -> bool:
    """Return whether the clock of this process had to be corrected."""
    real, embedded = current_day.now, current_day.embedded_revision()
    assert embedded is not None
    wrong = embedded.moment() + timedelta(days=1) - real()
    is_wrong = wrong > timedelta(days=1)
    if is_wrong:
        current_day.now = lambda: real() + wrong
    return is_wrong


CLOCK_IS_WRONG = _correct_clock()
"""Whether the clock of this machine is wrong. Import this module before those that use the clock."""

if __name__ == "__main__":
    from modelconfig.cli.main import main

    main()
