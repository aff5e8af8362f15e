"""Syntax errors of PyYAML as problems in our wording."""

from __future__ import annotations

import re
from typing import Any, Final

_DIRECTIVE: Final = re.compile("^%", re.MULTILINE)

_OPEN_ENDED: Final = {
    "flow sequence": (
        "a list that begins with `[` is not closed, or an item is not followed by a comma",
        "Close it with `]`.",
    ),
    "flow mapping": (
        "a mapping that begins with `{` is not closed, or a member is not followed by a comma",
        "Close it with `}`.",
    ),
    "quoted scalar": (
        "a quoted text is not closed, or has an escape that YAML does not know",
        "Close it with the same quote; write `\\\\` for a backslash in double quotes.",
    ),
    "block mapping": (
        "this line does not fit into the mapping around it",
        "Indent it like its neighbours, and give each member as `name: value`.",
    ),
    "block collection": (
        "this line does not fit into the list around it",
        "Begin an item with `- `, and indent it like its neighbours.",
    ),
    "block scalar": (
        "this block of text is not indented rightly",
        "Indent every line of it by the same number of spaces.",
    ),
    "simple key": (
        "this line is not `name: value`",
        "Put a colon and a space after the name, or indent the line as part of the value above.",
    ),
    "plain scalar": ("this text cannot go on like this without quotes", "Put it in quotes."),
}


def explain(yaml_error: Any, text: str) -> tuple[str, str, int]:
    """Return message, hint and offset for an error of PyYAML."""
    mark = getattr(yaml_error, "problem_mark", None)
    offset = min(mark.index, max(len(text) - 1, 0)) if mark is not None else 0
    if text.startswith("\t", offset) or _follows_tab(text, offset):
        return "a tab cannot indent in YAML", "Indent with spaces.", _tab_offset(text, offset)
    problem, context = yaml_error.problem or "", yaml_error.context or ""
    if "cannot start any token" in problem:
        character = text[offset]
        return f"a text without quotes cannot begin with `{character}`", "Put the text in quotes.", offset
    if "mapping values are not allowed" in problem:
        return "a colon is not expected here", "Put a text with a colon in quotes, or check the indentation.", offset
    context_mark: Any = getattr(yaml_error, "context_mark", None)
    directive = _DIRECTIVE.search(text)
    if directive and ("directive" in context or "document start" in problem):
        return "a line that begins with `%` is a directive", "Remove it, or put the text in quotes.", directive.start()
    for construct, (message, hint) in _OPEN_ENDED.items():
        if construct in context or construct in problem:
            # For an unclosed bracket or quote, report where it opens, not the end of the file.
            opening_mark = context_mark if construct.startswith(("flow", "quoted")) else None
            return message, hint, opening_mark.index if opening_mark else offset
    return "this is not YAML", "Check indentation, quotes and brackets at and above this place.", offset


def _follows_tab(text: str, offset: int) -> bool:
    """Return whether only white space with a tab is between the line's beginning and the offset."""
    before = text[text.rfind("\n", 0, offset) + 1 : offset]
    return "\t" in before and not before.strip()


def _tab_offset(text: str, offset: int) -> int:
    return text.index("\t", text.rfind("\n", 0, offset) + 1)
