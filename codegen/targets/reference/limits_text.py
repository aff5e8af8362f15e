"""Limits of a value as sentences."""

from codegen.ir import model as ir
from codegen.targets.reference.markdown_text import code
from modelconfig.jsontext.writer import canonical

_LARGEST_INTEGER = 2**53 - 1
"""The default bound of integers, which is not shown."""


def limits_text(limits: ir.Limits, kind: ir.Type) -> list[str]:
    """Return a sentence for each limit that is not a default."""
    return [f"{phrase[:1].upper()}{phrase[1:]}." for phrase in _phrases(limits, kind)]


def _phrases(limits: ir.Limits, kind: ir.Type) -> list[str]:
    phrases = [*_range(limits)]
    phrases += _count(limits.min_length, limits.max_length, "character")
    phrases += _count(limits.min_count, limits.max_count, _part(kind))
    if limits.pattern:
        phrases.append(f"matches {code(limits.pattern)}")
    if limits.unique:
        phrases.append("items are unique")
    if limits.unique_by:
        phrases.append(f"no two items have the same {' and '.join(code(name) for name in limits.unique_by)}")
    if limits.inner and isinstance(kind, (ir.Array, ir.Map)):
        inner = kind.items if isinstance(kind, ir.Array) else kind.values
        phrases.append(f"each {_part(kind)}: {', '.join(_phrases(limits.inner, inner))}")
    return phrases


def _part(kind: ir.Type) -> str:
    return "property" if isinstance(kind, ir.Map) else "item"


def _range(limits: ir.Limits) -> list[str]:
    low = None if limits.minimum == -_LARGEST_INTEGER else limits.minimum
    high = None if limits.maximum == _LARGEST_INTEGER else limits.maximum
    bounds = (
        ("at least", low),
        ("more than", limits.exclusive_minimum),
        ("at most", high),
        ("less than", limits.exclusive_maximum),
    )
    return [f"{words} {canonical(value)}" for words, value in bounds if value is not None]


def _count(low: int | None, high: int | None, noun: str) -> list[str]:
    if low is not None and low == high:
        return [f"exactly {_counted(low, noun)}"]
    bounds = (("at least", low or None), ("at most", high))
    return [f"{words} {_counted(number, noun)}" for words, number in bounds if number is not None]


def _counted(number: int, noun: str) -> str:
    plural = f"{noun}s" if noun != "property" else "properties"
    return f"{number:,} {noun if number == 1 else plural}"
