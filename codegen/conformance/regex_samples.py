"""Strings that match a pattern of the dialect, and strings that just do not."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from codegen.schema.pattern_language import State, parsed, steps
from modelconfig.schema.patterns import compiled

Choose = Callable[[Sequence[Any]], Any]
"""Selects one of several characters or continuations."""

_INSERTED_CHARACTERS = (" ", "*", "é", "😀", "0", "a", "-")


def _levels(pattern: str, length: int) -> Iterator[set[State]]:
    """Yield the states after 0, 1, … characters, up to `length`."""
    states = {parsed(pattern)}
    for _ in range(length + 1):
        yield states
        states = {after for state in states for _, after in steps(state)[1]}


def lengths(pattern: str, minimum: int, maximum: int) -> Iterator[int]:
    """Yield the lengths in bounds of matching strings."""
    for length, states in enumerate(_levels(pattern, maximum)):
        if length >= minimum and any(steps(state)[0] for state in states):
            yield length


def first_lengths(pattern: str, minimum: int, maximum: int, span: int) -> list[int]:
    """Return the lengths in bounds of matching strings, from the shortest one to `span` more."""
    least = next(lengths(pattern, minimum, maximum), None)
    return [] if least is None else list(lengths(pattern, least, min(maximum, least + span)))


def match_of_length(pattern: str, length: int, choose: Choose) -> str | None:
    """Return a matching string of this length, or None if none exists."""
    levels = list(_levels(pattern, length))
    levels[-1] = {state for state in levels[-1] if steps(state)[0]}
    for number in range(length - 1, -1, -1):
        levels[number] = {
            state for state in levels[number] if any(after in levels[number + 1] for _, after in steps(state)[1])
        }
    state, text = parsed(pattern), ""
    if state not in levels[0]:
        return None
    for states in levels[1:]:
        allowed, state = choose([step for step in steps(state)[1] if step[1] in states])
        text += choose(allowed)
    return text


def shortest(pattern: str, minimum: int, maximum: int) -> str | None:
    """Return the shortest matching string with a length in bounds; the first one in the order of the pattern."""
    length = next(lengths(pattern, minimum, maximum), None)
    return None if length is None else match_of_length(pattern, length, lambda options: options[0])


def mismatches(pattern: str, text: str, minimum: int, maximum: int) -> Iterator[tuple[str, str]]:
    """Yield strings similar to a matching one that have a length in bounds and do not match, with a description."""

    def is_mismatch(changed: str) -> bool:
        return minimum <= len(changed) <= maximum and not compiled(pattern).search(changed)

    for description, position in (("at the start", 0), ("in the middle", len(text) // 2), ("at the end", len(text))):
        inserted = {character: text[:position] + character + text[position:] for character in _INSERTED_CHARACTERS}
        character = next((character for character in inserted if is_mismatch(inserted[character])), None)
        if character is not None:
            yield f"{character!r} {description}", inserted[character]
    other_changes = {"a line feed at the end": text + "\n", "empty": "", "without colons": text.replace(":", "")}
    yield from ((name, changed) for name, changed in other_changes.items() if changed != text and is_mismatch(changed))
