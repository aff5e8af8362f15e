"""The value of a plain YAML scalar, restricted to what all YAML readers agree on.

YAML 1.1 (PyYAML) and YAML 1.2 (editors) disagree about `no`, `017`, `1_000`, `12:30` and more. Where they
do, or where a person may mean a string, the scalar is rejected with the hint to quote it. Dates are strings.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from modelconfig.diagnostics.phrases import quote

Scalar: TypeAlias = "str | int | float | bool | None"

_CONSTANTS: Final[dict[str, bool | None]] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_BOOLEAN_LIKE: Final = frozenset(
    spelling for word in ("yes", "no", "on", "off", "y", "n") for spelling in (word, word.capitalize(), word.upper())
)
_NUMBER_LIKE: Final = re.compile(
    r"""[-+]? (?: 0b[01_]+ | 0o[0-7]+ | 0x[0-9a-fA-F_]+         # other bases
                | [0-9][0-9_]* (?: :[0-5]?[0-9] )+ (?: \.[0-9_]* )?  # base 60, a time of day
                | [0-9][0-9_]* (?: \.[0-9_]* )? (?: [eE][-+]?[0-9]+ )?  # leading zero or plus, underscores
                | \.[0-9][0-9_]* (?: [eE][-+]?[0-9]+ )? )""",
    re.VERBOSE,
)


class RejectedScalar(NamedTuple):
    """A rejected scalar without quotes: the problem's code, the reason as a predicate, and a hint."""

    code: str
    reason: str
    hint: str


@lru_cache(1000)
def resolve(text: str) -> Scalar | RejectedScalar:
    """Return the value of a plain scalar, or why it is rejected."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text in _BOOLEAN_LIKE:
        return _ambiguous(text, "a boolean", "write true or false")
    if text == "=":
        return _ambiguous(text, "a special value", "remove it")
    if _NUMBER.fullmatch(text):
        value = float(text)
        if not math.isfinite(value):
            hint = "Write a smaller number, or put it in quotes if it is a string."
            return RejectedScalar("MC005", "is out of the range of a 64-bit floating point number", hint)
        return int(text) if _INTEGER.fullmatch(text) else value
    if _NOT_FINITE.fullmatch(text):
        hint = "Write a finite number, or put it in quotes if it is a string."
        return RejectedScalar("MC005", "is not a JSON number", hint)
    return _ambiguous(text, "a number", "write a decimal number") if _NUMBER_LIKE.fullmatch(text) else text


def _ambiguous(text: str, kind: str, alternative: str) -> RejectedScalar:
    hint = f"Put it in quotes if it is a string: {quote(text)}. Otherwise {alternative}."
    return RejectedScalar("MC009", f"without quotes is {kind} to some YAML readers and a string to others", hint)
