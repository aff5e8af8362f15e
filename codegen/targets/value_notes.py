"""Sentences that follow a description in every language: limits of the value, who receives it, its default."""

from collections.abc import Callable

from codegen.ir import model as ir
from modelconfig.jsontext.writer import canonical

_LARGEST_INTEGER = 2**53 - 1
"""The default bound of integers, which is not shown."""

Markup = Callable[[str], str]


def code_words(text: str) -> str:
    """Return text in backticks: the markup of code in comments that are plain text."""
    return f"`{text}`"


def property_notes(prop: ir.Property, code: Markup = code_words, strong: Markup = str) -> list[str]:
    """Return the limits and annotations of a property, a sentence each; `code` and `strong` mark up words."""
    annotations = prop.annotations
    notes = limits_notes(prop.limits, prop.type, code)
    if annotations.references:
        notes.append(f"The value must be present at {code(annotations.references)}.")
    if annotations.client_copy_of:
        notes.append(f"Sent to clients only: a copy of {code(annotations.client_copy_of)}.")
    if annotations.client_required:
        notes.append("Always present in the client view.")
    if annotations.server_side:
        notes.append(f"{strong('Server-side')}: never sent to clients.")
    return notes + _secret_note(strong, secret=annotations.secret)


def definition_notes(definition: ir.Definition, code: Markup = code_words, strong: Markup = str) -> list[str]:
    """Return the limits and the annotation of an alias, a sentence each; nothing for another definition."""
    if not isinstance(definition, ir.Alias):
        return []
    return limits_notes(definition.limits, definition.type, code) + _secret_note(strong, secret=definition.secret)


def version_notes(prop: ir.Property) -> list[str]:
    """Return the documented default of a property, and since when it exists, for languages without tags for them."""
    default = [f"Default where absent: {prop.default_json}."] if prop.default_json is not None else []
    return default + ([f"Since contract {prop.since}."] if prop.since else [])


def limits_notes(limits: ir.Limits, kind: ir.Type, code: Markup) -> list[str]:
    """Return a sentence for each limit that is not a default."""
    return [f"{phrase[:1].upper()}{phrase[1:]}." for phrase in _phrases(limits, kind, code)]


def _secret_note(strong: Markup, *, secret: bool) -> list[str]:
    return [f"{strong('Secret')}: masked in all output; do not log it."] if secret else []


def _phrases(limits: ir.Limits, kind: ir.Type, code: Markup) -> list[str]:
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
        inner_phrases = _phrases(limits.inner, inner, code)
        phrases += [f"each {_part(kind)}: {', '.join(inner_phrases)}"] if inner_phrases else []
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
