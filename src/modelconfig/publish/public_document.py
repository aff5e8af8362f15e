"""Check whether a document may be published, and report everything that prevents it.

This version may be older than the document. So it is validated as a consumer does, and unknown properties are published
unchanged.
"""

import os
from datetime import datetime
from typing import Any, NamedTuple

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, Severity, error, has_errors, in_file
from modelconfig.documents.companion.data_sources import embedded_sources_bytes
from modelconfig.documents.current_day import clock_problems, day_of
from modelconfig.documents.lint import document_rules
from modelconfig.documents.loader import EMBEDDED, embedded_document_bytes, examine
from modelconfig.documents.revisions import future_revision
from modelconfig.jsontext.positions import locate_problems
from modelconfig.jsontext.reader import Source, read_bytes
from modelconfig.views.client_view import server_side_locations

_BOM = "\ufeff".encode()
# Readers choose the newest document by its revision. Other warnings concern authors, not publishers.
_REVISION_RULE = "MC248"


class PublicDocument(NamedTuple):
    """The result of examining a document. `data` and `document` are None if the problems have errors."""

    data: bytes | None
    """The bytes of the file, without a byte order mark, which other parsers reject."""
    document: dict[str, Any] | None
    problems: list[Problem]
    """With file, line and column."""
    source: Source | None
    """The text, if it can be decoded, also of a rejected document: for excerpts."""

    @property
    def sources(self) -> bytes | None:
        """The companion of the embedded document, also if it was read from a file; None for any other document.

        Raises DataMissing.
        """
        return embedded_sources_bytes() if self.data == embedded_document_bytes() else None


def examine_public(
    path: str | os.PathLike[str] | None, limit: int | None = None, now: datetime | None = None
) -> PublicDocument:
    """Return the bytes and the value of a file if it may be published, and all of its problems.

    A path of `-` is standard input, None the embedded document; `limit` is the maximum size in bytes. `now` is the time
    of publication; without it, any revision is allowed. The content of the file never raises. Raises DataMissing.
    """
    if path is None:
        return examine_public_bytes(embedded_document_bytes(), EMBEDDED, now)
    data, name, problems = read_bytes(path, limit)
    if data is None:
        return PublicDocument(None, None, problems, None)
    return examine_public_bytes(data, name, now)


def examine_public_bytes(data: bytes, name: str, now: datetime | None = None) -> PublicDocument:
    """Examine bytes that were read; `name` is the file to name in problems."""
    source, value, problems = examine(data, name)
    if source is None or not isinstance(value, dict):
        return PublicDocument(None, None, problems, source)
    reported_pointers = {problem.pointer for problem in problems}
    findings = [problem for problem in _findings(value, now) if problem.pointer not in reported_pointers]
    problems = problems + in_file(locate_problems(findings, source.text), name)
    if now is not None:
        problems += clock_problems(now)
    if has_errors(problems):
        return PublicDocument(None, None, problems, source)
    return PublicDocument(data.removeprefix(_BOM), value, problems, source)


def _findings(document: dict[str, Any], now: datetime | None) -> list[Problem]:
    future = None if now is None else future_revision(document.get("revision"), day_of(now))
    server_side = [
        error(
            "MC400",
            f"{quote(name)} is a server-side property, not allowed in a public document",
            hint="Remove the property; configure it in the site configuration of an instance.",
            pointer=pointer,
            at_key=True,
        )
        for pointer, name in server_side_locations(document)
    ]
    rules = [rule for rule in document_rules.RULES if rule.severity is Severity.ERROR or rule.code == _REVISION_RULE]
    return ([] if future is None else [future]) + server_side + document_rules.check(document, rules)
