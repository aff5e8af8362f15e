"""Rule MC155: a regular expression means the same in every engine that reads the schemas."""

import re
import warnings
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from codegen.schema.loader import SchemaFile, Sources
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers

_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]?")
_QUANTIFIER = re.compile(r"[*+?]|\{\d+(?:,\d*)?\}")
_INNERMOST_GROUP = re.compile(rf"\(([^()]*)\)({_QUANTIFIER.pattern})?")
_LAZY = re.compile(rf"(?:{_QUANTIFIER.pattern})\?")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_MAX_HARMLESS_REPEATS = 8
_CLASSES = {"d": "[0-9]", "w": "[A-Za-z0-9_]", "s": "[ ]"}
_SYNTAX_CHARACTERS = frozenset("^$\\.*+?()[]{}|/-")
_TOKEN = re.compile(r"\(\?:|\{(?P<least>\d+)(?:,(?P<most>\d*))?\}|.", re.DOTALL)
# RE2 rejects more, also if nested repeats together reach it. What else RE2 lacks, other rules report.
_MAX_REPEATS = 1000
_MAX_LENGTH = 1000


class Reason(NamedTuple):
    """A reason why a pattern is not portable, as a phrase, and what to write instead."""

    text: str
    hint: str


def unportable_pattern(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC155: Report a pattern that Python, ECMAScript and RE2 interpret differently."""
    for pointer, node in file.nodes:
        for reason in pattern_problems(node["pattern"]) if "pattern" in node else ():
            message = f"the pattern is not portable: {reason.text}"
            yield error("MC155", message, hint=reason.hint, pointer=pointers.join(pointer, "pattern"))


@cache
def pattern_problems(pattern: str) -> tuple[Reason, ...]:
    """Return the reasons why `pattern` is not portable."""
    if len(pattern) > _MAX_LENGTH:
        text = f"it has more than {_MAX_LENGTH} characters, so that engines may fail to read it"
        return (Reason(text, "Use a shorter pattern, or an enumeration."),)
    if problems := _engine_problems(pattern):
        hint = "Use only characters, classes in brackets, groups in (?:…), and repeats such as + or {1,9}."
        return tuple(Reason(text, hint) for text in problems)
    literal = _ESCAPE.sub("c", pattern)
    simplified = _CLASS.sub("c", literal)
    reasons = []
    if not (pattern.startswith("^") and literal.endswith("$")):
        text = "it is not anchored with ^ and $, so engines match different parts of a string"
        reasons.append(Reason(text, "Start the pattern with ^, and end it with $."))
    elif re.search(r"[$^]", simplified[1:-1]):
        text = "it has an anchor inside, where ^ and $ can only fail or do nothing"
        reasons.append(Reason(text, "Write ^ once at the start and $ once at the end; escape them elsewhere."))
    if re.search(r"\(\?(?!:)", simplified):
        text = "not every engine supports groups with (?…) other than (?:…)"
        reasons.append(Reason(text, "Write the group with (?:…)."))
    for escaped in _ESCAPE.findall(pattern):
        if escaped not in _SYNTAX_CHARACTERS:
            hint = f"Write {_CLASSES.get(escaped, 'the characters themselves, or a class with them in brackets')}."
            reasons.append(Reason(f"\\{escaped} means different characters in different engines", hint))
    if "." in simplified:
        hint = "Write a class in brackets with the characters, or a negated class with all others."
        reasons.append(Reason(". matches different line ends in different engines", hint))
    if _LAZY.search(simplified):
        hint = "Remove the ? after the quantifier."
        reasons.append(Reason("a lazy quantifier matches the same strings in an anchored pattern", hint))
    return (*reasons, *_re2_problems(literal, simplified), *_group_problems(simplified))


def _engine_problems(pattern: str) -> list[str]:
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
    return problems


def _re2_problems(literal: str, simplified: str) -> Iterator[Reason]:
    """Yield why RE2 rejects a pattern that the other engines accept."""
    names = (literal.find("[:", one.start() + 1, one.end()) for one in _CLASS.finditer(literal))
    if any(name >= 0 and ":]" in literal[name + 2 :] for name in names):
        yield Reason("[: in a class starts the name of a class in RE2", r"Escape the bracket in the class: \[.")
    if _largest_repeat(simplified) > _MAX_REPEATS:
        text = f"RE2 rejects more than {_MAX_REPEATS} repeats, those of groups around a repeat included"
        yield Reason(text, "Lower the limit of the repeat, or use maxLength.")


def _largest_repeat(simplified: str) -> int:
    """Return how often the pattern repeats a character at most, by numbers: * and + count once."""
    last, groups = 1, [1]
    for token in _TOKEN.finditer(simplified):
        if token[0] in {"(", "(?:"}:
            last = 1
            groups.append(last)
        elif token[0] == ")":
            last = groups.pop()
        elif token["least"]:
            last *= max(int(token["most"] or token["least"]), 1)
        elif token[0] not in "*+?":
            last = 1
        groups[-1] = max(groups[-1], last)
    return groups[0]


def _group_problems(simplified: str) -> list[Reason]:
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
        text = "each anchor applies to only one of the alternatives"
        problems.append(Reason(text, "Put the alternatives into one group (?:…) between the anchors."))
    if may_backtrack:
        text = "a repeated group that itself repeats or branches may take exponential time"
        problems.append(Reason(text, f"Repeat a class instead, or the group at most {_MAX_HARMLESS_REPEATS} times."))
    return problems


def _repeats_often(quantifier: str) -> bool:
    """Return whether a quantifier has no upper bound, or one so high that exponential backtracking is as slow."""
    if quantifier in "*+?":
        return quantifier != "?"
    maximum = quantifier.strip("{}").rpartition(",")[2]
    return not maximum or int(maximum) > _MAX_HARMLESS_REPEATS


RULES = (unportable_pattern,)
