"""Syntax errors of PyYAML as messages with a hint and an offset."""

import re
from typing import Any, Final

_DIRECTIVE: Final = re.compile("^%", re.MULTILINE)
# By what PyYAML was reading.
_MESSAGES: Final = {
    "flow sequence": ("unterminated list: expected a comma or `]`", "Close the list with `]`."),
    "flow mapping": ("unterminated mapping: expected a comma or `}`", "Close the mapping with `}`."),
    "quoted scalar": (
        "unterminated string, or an unknown escape in it",
        "Close it with the same quote; write `\\\\` for a backslash in double quotes.",
    ),
    "block mapping": (
        "this line is not part of the mapping around it",
        "Indent it like the other properties, and write each as `name: value`.",
    ),
    "block collection": (
        "this line is not part of the list around it",
        "Start an item with `- `, and indent it like the other items.",
    ),
    "block scalar": ("invalid indentation of a block of text", "Indent every line of it by the same number of spaces."),
    "simple key": (
        "this line is not `name: value`",
        "Put a colon and a space after the name, or indent the line as part of the value above.",
    ),
    "plain scalar": ("invalid continuation of a string without quotes", "Put the string in quotes."),
}


def explain(yaml_error: Any, text: str) -> tuple[str, str, int]:
    """Return message, hint and offset for an error of PyYAML."""
    mark = getattr(yaml_error, "problem_mark", None)
    offset = min(mark.index, max(len(text) - 1, 0)) if mark is not None else 0
    line_start = text.rfind("\n", 0, offset) + 1
    before = text[line_start:offset]
    if text.startswith("\t", offset) or ("\t" in before and not before.strip()):
        return "YAML does not allow tabs as indentation", "Indent with spaces.", text.index("\t", line_start)
    problem, context = yaml_error.problem or "", yaml_error.context or ""
    if "cannot start any token" in problem:
        return f"a string without quotes cannot start with `{text[offset]}`", "Put the string in quotes.", offset
    if "mapping values are not allowed" in problem:
        return "unexpected colon", "Put a string with a colon in quotes, or check the indentation.", offset
    directive = _DIRECTIVE.search(text)
    if directive and ("directive" in context or "document start" in problem):
        message = "YAML directives are not allowed"
        return message, "Remove the line, or put a string that starts with `%` in quotes.", directive.start()
    for construct, (message, hint) in _MESSAGES.items():
        if construct in context or construct in problem:
            # For an unclosed bracket or quote, report where it opens, not the end of the file.
            opening = yaml_error.context_mark if construct.startswith(("flow", "quoted")) else None
            return message, hint, opening.index if opening else offset
    return "invalid YAML", "Check indentation, quotes and brackets here and above.", offset
