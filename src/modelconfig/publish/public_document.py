"""Documents that everybody may read: the bytes of one, and everything that forbids to publish it.

Whoever publishes may be older than the document. So a tolerant reader decides whether it is one, and what this version
does not know goes out as it came in.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from modelconfig.diagnostics.problem import Problem, Severity, error, has_errors, in_file

if TYPE_CHECKING:
    import os

    from modelconfig.jsontext.reader import Source

_BOM = "\ufeff".encode()
# A warning where a document can still stay where it is; published, a credential is lost.
_GRAVE = "MC247"
# Readers choose the newest edition by it. Other warnings are for whoever writes a document, not who passes it on.
_OF_READERS = "MC248"


class PublicDocument(NamedTuple):
    """What became of examining one. `data` and `document` are None where the problems have errors."""

    data: bytes | None
    """The file as it is, but for a byte order mark, at which other readers stop."""
    document: dict[str, Any] | None
    problems: list[Problem]
    """With file, line and column."""
    source: Source | None
    """The text, if there is one, also of a document that is refused: for excerpts."""


def examine_public(path: str | os.PathLike[str] | None, most: int | None = None) -> PublicDocument:
    """Return a file's bytes and value if they may be published, and everything that is wrong with it.

    A path of `-` is standard input, None the embedded document; `most` as in `read_bytes`. Never raises for what the
    file is. Raises DataMissing.
    """
    from modelconfig.documents.loader import EMBEDDED, embedded_document_bytes
    from modelconfig.jsontext.reader import read_bytes

    if path is None:
        return examine_public_bytes(embedded_document_bytes(), EMBEDDED)
    data, name, problems = read_bytes(path, most)
    if data is None:
        return PublicDocument(None, None, problems, None)
    return examine_public_bytes(data, name)


def examine_public_bytes(data: bytes, name: str) -> PublicDocument:
    """Do the same with bytes that were read; `name` is the file to name in problems."""
    from modelconfig.documents.loader import examine
    from modelconfig.jsontext.positions import locate_problems

    source, value, problems = examine(data, name)
    if source is None or not isinstance(value, dict):
        return PublicDocument(None, None, problems, source)
    told = {one.pointer for one in problems}
    found = [one for one in _findings(value) if one.pointer not in told]
    problems = problems + in_file(locate_problems(found, source.text), name)
    if has_errors(problems):
        return PublicDocument(None, None, problems, source)
    return PublicDocument(data.removeprefix(_BOM), value, problems, source)


def _findings(document: dict[str, Any]) -> list[Problem]:
    from modelconfig.diagnostics.phrases import quote
    from modelconfig.documents.lint import document_rules
    from modelconfig.views.server_side_locations import server_side_locations

    hidden = [
        error(
            "MC400",
            f"{quote(name)} is for the server alone, and this document would be published",
            hint="Remove it here; it belongs in the site configuration of an instance.",
            pointer=pointer,
            at_key=True,
        )
        for pointer, name in server_side_locations(document)
    ]
    rules = [
        rule for rule in document_rules.RULES if rule.severity is Severity.ERROR or rule.code in {_GRAVE, _OF_READERS}
    ]
    ruled = document_rules.check(document, rules)
    return hidden + [replace(one, severity=Severity.ERROR) if one.code == _GRAVE else one for one in ruled]
