"""Whether a regular expression means the same in every engine that reads our schemas."""

import re
import warnings

_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_QUANTIFIER = re.compile(r"[*+?]|\{\d+(?:,\d*)?\}")
_INNERMOST_GROUP = re.compile(rf"\(([^()]*)\)({_QUANTIFIER.pattern})?")
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
    return [*problems, *_group_problems(simplified)]


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


def _group_problems(simplified: str) -> list[str]:
    """Return the problems of groups: an alternation outside them, and repeats that may take exponential time."""
    may_backtrack = False
    simplified = simplified.replace("(?:", "(")
    while group := _INNERMOST_GROUP.search(simplified):
        content, quantifier = group.groups()
        branches = "|" in content or _QUANTIFIER.search(content) is not None
        may_backtrack = may_backtrack or (branches and quantifier is not None and _repeats_often(quantifier))
        # The group around it repeats or branches if this one does.
        replacement = "c+" if branches or quantifier else "c"
        simplified = simplified[: group.start()] + replacement + simplified[group.end() :]
    problems = []
    if "|" in simplified:
        problems.append("each anchor applies to only one of the alternatives; put the alternatives in (?:…)")
    if may_backtrack:
        problems.append("a repeated group that itself repeats or branches may take exponential time")
    return problems


def _repeats_often(quantifier: str) -> bool:
    """Return whether a quantifier has no upper bound, or one so high that exponential backtracking is as slow."""
    if quantifier in "*+?":
        return quantifier != "?"
    maximum = quantifier.strip("{}").rpartition(",")[2]
    return not maximum or int(maximum) > _MAX_HARMLESS_REPEATS
