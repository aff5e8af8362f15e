"""The revision of the next build, and how it is written into `catalog.yaml`."""

from datetime import date

from codegen.catalog.yaml.yaml_reader import YamlDocument
from modelconfig.documents import revisions
from modelconfig.documents.revisions import Revision

_BEFORE_ALL = Revision(date.min, 0)


def next_revision(stored: str, published: str, today: date) -> str:
    """Return the first revision of `today`, or the next one if `stored` or `published` is of that day or later."""
    latest = max(_parsed(stored), _parsed(published))
    if latest.day >= today:
        return Revision(latest.day, latest.number + 1).text()
    return Revision(today, 1).text()


def is_newer(stored: str, published: str) -> bool:
    """Return whether the catalogue's revision is later than the published one, which may be any text."""
    return _parsed(stored) > _parsed(published)


def with_revision(document: YamlDocument, revision: str) -> str:
    """Replace the revision in the text of `catalog.yaml`; keep its quotes."""
    node = document.find("/revision")
    old = document.text[node.start : node.end]
    quote_mark = old[:1] if old[:1] in {'"', "'"} else ""
    # A block scalar includes the line break after it.
    line_end = "\n" if old.endswith("\n") else ""
    return f"{document.text[: node.start]}{quote_mark}{revision}{quote_mark}{line_end}{document.text[node.end :]}"


def _parsed(text: str) -> Revision:
    return revisions.parse(text) or _BEFORE_ALL
