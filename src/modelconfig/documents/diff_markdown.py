"""The differences between two model configurations as Markdown, for comments on pull requests."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from modelconfig.diagnostics.phrases import count, printable, visible
from modelconfig.documents.diff import DiffKind, DocumentChange
from modelconfig.jsontext.writer import canonical

_MARKUP = re.compile(r"([\\`*_\[\]<>|~&])")


def as_markdown(changes: Sequence[DocumentChange], notes: Mapping[int, str] | None = None) -> str:
    """Return a line that counts the changed items, and a table of the changes, with a final newline.

    `notes` explain the changes at these positions. Values are code spans, so that nothing in them is Markdown.
    """
    if not changes:
        return "No differences.\n"
    headings = ["Change", "Of", "Property", "Old", "New", *(["Note"] if notes else [])]
    rows = [headings, ["---"] * len(headings)]
    for position, change in enumerate(changes):
        note = [_escaped((notes or {}).get(position, ""))] if notes else []
        rows.append([change.kind.value, _subject(change), _code(_field(change)), *_values(change), *note])
    table = "".join("|" + "".join(f" {cell} |" if cell else " |" for cell in row) + "\n" for row in rows)
    return f"{_summary(changes)}\n\n{table}"


def _summary(changes: Sequence[DocumentChange]) -> str:
    """Return how many items were added, removed and so on, such as `2 models added, 1 default changed`."""
    items = dict.fromkeys((change.subject, change.kind, change.name) for change in changes)
    counts = Counter((subject, kind) for subject, kind, _ in items)
    return ", ".join(f"{count(number, subject)} {kind.value}" for (subject, kind), number in counts.items())


def _subject(change: DocumentChange) -> str:
    return " ".join(filter(None, (change.subject.value, _code(visible(change.name)))))


def _field(change: DocumentChange) -> str:
    return "position" if change.kind is DiffKind.MOVED else visible(change.field)


def _values(change: DocumentChange) -> tuple[str, str]:
    """Return the old and the new value; of capabilities those that were removed, and those that were added."""
    if change.field == "capabilities" and isinstance(change.old, list) and isinstance(change.new, list):
        signed = (("-", change.old), ("+", change.new))
        removed, added = (" ".join(_code(sign + visible(name)) for name in names) for sign, names in signed)
        return removed, added
    return _value(change.old), _value(change.new)


def _value(value: Any) -> str:
    if value is None:
        return ""
    return _code(visible(value) if isinstance(value, str) and value.strip() else printable(canonical(value)))


def _code(text: str) -> str:
    """Return the text as a code span for the cell of a table, "" for no text."""
    if not text:
        return ""
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    padding = " " if text[0] in "` " or text[-1] in "` " else ""
    return f"{fence}{padding}{text}{padding}{fence}".replace("|", "\\|")


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", printable(text))
