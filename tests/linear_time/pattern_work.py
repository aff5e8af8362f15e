"""Find the patterns of standard input whose work grows with the square of a text's length.

This runs as a process, because a match cannot be interrupted. Each line of the input and of the output is a JSON value:
of the input a pattern with its flags and the methods to call, of the output the number of the pattern that is next, or
a text that says where a pattern is slow.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import deque
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tests.linear_time.adversarial_inputs import Attack, attacks

if TYPE_CHECKING:
    from collections.abc import Callable

_SHORT, _LONG = 2_000, 8_000
_SUSPICIOUS_SECONDS, _SUSPICIOUS_GROWTH = 0.0005, 7.0
"""What a long text takes at least, alone and as many times as a short one (4 if linear), to be measured again."""
_LENGTHS = [1_000 * 2**doublings for doublings in range(9)]
_MEASURABLE = 0.03
"""Processor time that is much longer than the unit in which some systems count it."""
_ENOUGH_TIME = 0.5
_QUADRATIC = 3.0
"""The growth of the time with twice the letters that is quadratic."""


def findings(pattern: re.Pattern[Any], methods: set[str]) -> list[str]:
    """Return a sentence for each way to use a pattern that takes quadratic time."""
    ways = {method if method in ("match", "fullmatch", "search") else "finditer" for method in methods}
    # Iterating over all matches includes searching the first one.
    return [
        found
        for way in sorted(ways - {"search"} if "finditer" in ways else ways)
        if (found := _quadratic(pattern, way, attacks(pattern)))
    ]


def _quadratic(pattern: re.Pattern[Any], way: str, texts: list[Attack]) -> str:
    """Return a sentence on a text that takes quadratic time, "" if none does beyond doubt."""
    work = _work(pattern, way)
    for attack in texts:
        if _is_suspicious(work, attack):
            growth = _growth(work, attack)
            if len(growth) == 2 and min(growth) > _QUADRATIC:
                ratios = " and ".join(f"{ratio:.1f}" for ratio in growth)
                return f"{way} of {pattern.pattern!r} takes {ratios} times as long for twice the letters of {attack}"
    return ""


def _is_suspicious(work: Callable[[str], None], attack: Attack) -> bool:
    """Return whether a text may take more than linear time, by the clock, which also runs for other processes."""
    long, short = attack.text(_LONG), attack.text(_SHORT)
    for _ in range(3):
        seconds = _seconds(work, long, time.perf_counter)
        if seconds < _SUSPICIOUS_SECONDS:
            return False
        if seconds < _SUSPICIOUS_GROWTH * _seconds(work, short, time.perf_counter):
            return False
    return True


def _growth(work: Callable[[str], None], attack: Attack) -> list[float]:
    """Return the growth of the processor time with each of the last two doublings of a text that can be measured."""
    times: list[float] = []
    for length in _LENGTHS:
        text = attack.text(length)
        seconds = min(_seconds(work, text, time.process_time) for _ in range(3))
        times += [seconds] if seconds > _MEASURABLE else []
        if len(times) > 2 and seconds > _ENOUGH_TIME:
            break
    return [longer / shorter for shorter, longer in pairwise(times)][-2:]


def _seconds(work: Callable[[str], None], text: str, clock: Callable[[], float]) -> float:
    started = clock()
    work(text)
    return clock() - started


def _work(pattern: re.Pattern[Any], way: str) -> Callable[[str], None]:
    """Return a function that applies a pattern to a text."""
    method = getattr(pattern, way)
    encode = isinstance(pattern.pattern, bytes)

    def work(text: str) -> None:
        found = method(text.encode("latin-1", "replace") if encode else text)
        if way == "finditer":
            deque(found, maxlen=0)

    return work


def main() -> None:
    """Read, measure and print, until the processor time in the first argument is used up."""
    with suppress(ImportError):  # on Windows, where only the test ends this process
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[1]),) * 2)
    for number, line in enumerate(sys.stdin):
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        text, flags, is_bytes, methods = json.loads(line)
        pattern = re.compile(text.encode("latin-1") if is_bytes else text, flags)
        for found in findings(pattern, set(methods)):
            sys.stdout.write(f"{json.dumps(found)}\n")


if __name__ == "__main__":
    main()
