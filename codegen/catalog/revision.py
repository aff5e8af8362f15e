"""The revision of the next build, and how it is written into `catalog.yaml`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from modelconfig.documents import revisions
from modelconfig.documents.revisions import Revision

if TYPE_CHECKING:
    from codegen.catalog.yaml.yaml_reader import YamlDocument

_BEFORE_ALL = Revision(date.min, 0)


def next_revision(stored: str, published: str, today: date) -> str:
    """Return the first revision of `today`, or the next one where the known two are of that day or later."""
    latest = max(_parsed(stored), _parsed(published))
    if latest.day >= today:
        return Revision(latest.day, latest.number + 1).text()
    return Revision(today, 1).text()


def is_newer(stored: str, published: str) -> bool:
    """Return whether the catalogue's revision comes after the published one, which may be any text."""
    return _parsed(stored) > _parsed(published)


def with_revision(document: YamlDocument, revision: str) -> str:
    """Return the text of `catalog.yaml` with another revision; its quotes, if any, are kept."""
    node, _, _ = document.find("/revision")
    old = document.text[node.start : node.end]
    mark = old[:1] if old[:1] in {'"', "'"} else ""
    # A block scalar takes the line break after it along.
    end = "\n" if old.endswith("\n") else ""
    return f"{document.text[: node.start]}{mark}{revision}{mark}{end}{document.text[node.end :]}"


def _parsed(text: str) -> Revision:
    return revisions.parse(text) or _BEFORE_ALL
