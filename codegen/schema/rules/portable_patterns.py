"""Whether a regular expression means the same in every engine that reads our schemas."""

from __future__ import annotations

import re
import warnings

_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_QUANTIFIER = re.compile(r"[*+?]|\{\d+(?:,\d*)?\}")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_MAX_HARMLESS_REPEATS = 8
_SYNTAX_CHARACTERS = frozenset("^$\\.*+?()[]{}|/-")


def pattern_problems(pattern: str) -> list[str]:
    """Return a phrase for each reason why `pattern` is not portable."""
    problems = _engine_problems(pattern)
    if problems:
        return problems
    simplified = _CLASS.sub("c", _ESCAPE.sub("c", pattern))
    if not (pattern.startswith("^") and _ESCAPE.sub("c", pattern).endswith("$")):
        problems.append("it is not anchored with ^ and $, so engines match different parts of a string")
    if re.search(r"\(\?(?!:)", _CLASS.sub("", pattern)):
        problems.append("not every engine supports groups with (?…) other than (?:…)")
    for escaped in _ESCAPE.findall(pattern):
        if escaped not in _SYNTAX_CHARACTERS:
            problems.append(f"\\{escaped} means different characters in different engines; list the characters")
    if "." in simplified:
        problems.append(". matches different line ends in different engines; use a character class")
    if _has_top_level_alternation(simplified):
        problems.append("each anchor applies to only one of the alternatives; put the alternatives in (?:…)")
    if _may_backtrack(simplified):
        problems.append("a repeated group that itself repeats or branches may take exponential time")
    return problems


def _engine_problems(pattern: str) -> list[str]:
    import re2
    import regress

    problems = []
    try:
        with warnings.catch_warnings():
            # Python warns of a class that it will interpret differently in future; other engines may do so today.
            warnings.simplefilter("error")
            re.compile(pattern)
    except (re.error, OverflowError, RecursionError, Warning) as error:
        problems.append(f"Python rejects it: {error}")
    try:
        regress.Regex(pattern, "u")
    except Exception as error:  # noqa: BLE001 - the binding documents no narrower exception than its own
        problems.append(f"ECMAScript rejects it: {error}")
    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(pattern, options)
    except re2.error as error:
        text = error.args[0] if error.args else ""
        problems.append(f"RE2 rejects it: {text.decode() if isinstance(text, bytes) else text}")
    return problems


def _has_top_level_alternation(simplified: str) -> bool:
    """Return whether a pattern has an alternation outside its groups."""
    groups = 1
    while groups:
        simplified, groups = re.subn(r"\([^()]*\)", "g", simplified)
    return "|" in simplified


def _repeats_often(quantifier: str) -> bool:
    """Return whether a quantifier has no upper bound, or one so high that exponential backtracking is as slow."""
    if quantifier in "*+?":
        return quantifier != "?"
    maximum = quantifier.strip("{}").rpartition(",")[2]
    return not maximum or int(maximum) > _MAX_HARMLESS_REPEATS


def _may_backtrack(simplified: str) -> bool:
    """Return whether a group that is repeated often, or without bound, contains a repeat or an alternation."""
    group_may_repeat: list[bool] = []
    position = 0
    while position < len(simplified):
        character = simplified[position]
        quantifier = _QUANTIFIER.match(simplified, position)
        if character == "(":
            group_may_repeat.append(False)
        elif character == ")":
            inner = group_may_repeat.pop()
            following = _QUANTIFIER.match(simplified, position + 1)
            if following and _repeats_often(following.group()) and inner:
                return True
            if group_may_repeat and (inner or following):
                group_may_repeat[-1] = True
        elif group_may_repeat and (character == "|" or (quantifier and simplified[position - 1] not in "()")):
            group_may_repeat[-1] = True
        position += 1
    return False
