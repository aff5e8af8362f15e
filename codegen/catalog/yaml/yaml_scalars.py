"""The value of a plain YAML scalar, restricted to what all YAML readers agree on.

YAML 1.1 (PyYAML) and YAML 1.2 (editors) disagree about `no`, `017`, `1_000`, `12:30` and more. Where they
do, or where a person may mean text, the scalar is refused with the advice to quote it. Dates stay text.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final, TypeAlias

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
_MAY_BE_NUMBER: Final = frozenset("+-.0123456789")


@dataclass(frozen=True, slots=True)
class RejectedScalar:
    """A rejected scalar without quotes: the problem's code, what the scalar may be taken for, and a hint."""

    code: str
    description: str
    hint: str


def resolve(text: str) -> Scalar | RejectedScalar:
    """Return the value of a plain scalar, or why it is rejected."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] in _MAY_BE_NUMBER:
        return _number(text)
    if text in _BOOLEAN_LIKE:
        return RejectedScalar(
            "MC009",
            "true or false to some readers of YAML and text to others",
            _quote_or_rewrite_hint(text, "true or false"),
        )
    if text == "=":
        return RejectedScalar("MC009", "a special value to some readers of YAML", f"Put it in quotes: {quote(text)}.")
    return text


def _number(text: str) -> Scalar | RejectedScalar:
    if _NUMBER.fullmatch(text):
        value = float(text)
        if not math.isfinite(value):
            return RejectedScalar(
                "MC005", "a number too large to hold", "Give a smaller number, or put it in quotes if it is text."
            )
        return int(text) if _INTEGER.fullmatch(text) else value
    if _NOT_FINITE.fullmatch(text):
        return RejectedScalar(
            "MC005", "no number that JSON can hold", "Give a finite number, or put it in quotes if it is text."
        )
    if _NUMBER_LIKE.fullmatch(text):
        return RejectedScalar(
            "MC009",
            "a number to some readers of YAML and not to others",
            _quote_or_rewrite_hint(text, "a plain decimal number"),
        )
    return text


def _quote_or_rewrite_hint(text: str, alternative: str) -> str:
    return f"Put it in quotes if it is text: {quote(text)}. Otherwise write {alternative}."
