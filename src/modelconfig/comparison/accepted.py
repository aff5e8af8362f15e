"""Disagreements that the exceptions of the catalogue accept with a reason."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from modelconfig.comparison.disagreement import CODES, Disagreement
from modelconfig.diagnostics.problem import Problem, warning
from modelconfig.documents.companion.exceptions import AcceptedCode, accepted_codes


class Accepted(NamedTuple):
    """The disagreements that remain, the number of the others, and a warning for each exception without use."""

    remaining: list[Disagreement]
    number: int
    problems: list[Problem]


def accept(disagreements: Iterable[Disagreement], companion: Mapping[str, Any]) -> Accepted:
    """Leave out the disagreements that the exceptions of a valid companion accept.

    The narrowest of several exceptions for one disagreement counts as used. Pointers are into the companion.
    """
    # The others accept warnings of the build.
    exceptions = [exception for exception in accepted_codes(companion) if exception.code in CODES]
    used: set[AcceptedCode] = set()
    remaining: list[Disagreement] = []
    accepted = 0
    for one in disagreements:
        covering = next((exception for exception in exceptions if exception.covers(one.code, one.ref)), None)
        if covering is None:
            remaining.append(one)
        else:
            used.add(covering)
            accepted += 1
    unused = [
        warning(
            "MC264",
            f"unused exception: {exception.code} is not reported for {exception.scope}",
            hint="Remove it from the catalogue, unless a source that reports it is missing here.",
            pointer=exception.pointer,
        )
        for exception in exceptions
        if exception not in used
    ]
    return Accepted(remaining, accepted, unused)
