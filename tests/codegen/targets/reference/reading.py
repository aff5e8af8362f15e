"""A page as a reader of Markdown shows it: headings, links, tables and text, by an independent implementation."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

OWN_HTML = frozenset({"<br>", "<code>", "</code>"})


@dataclass(slots=True)
class Shown:
    """The content of a page. A row is a list of cells, a cell is its visible text."""

    headings: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    """The kinds of everything on the page, as the parser calls them, HTML with its source."""


def read(page: str) -> Shown:
    """Read a page."""
    shown = Shown()
    cells: list[str] | None = None
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(page)
    for index, token in enumerate(tokens):
        shown.kinds.add(token.type if token.type != "html_block" else token.content)
        if token.type == "tr_open":
            cells = []
            shown.rows.append(cells)
        elif token.type == "tr_close":
            cells = None
        elif token.type == "inline":
            children = token.children or []
            text = _text(children)
            (shown.texts if cells is None else cells).append(text)
            if tokens[index - 1].type == "heading_open":
                shown.headings.append(text)
            shown.kinds.update(child.content if child.type == "html_inline" else child.type for child in children)
            shown.links += _links(children)
    return shown


def inline(text: str) -> str:
    """Return the visible text of a line of Markdown."""
    return "\n".join(read(text).texts)


def _text(children: Iterable[Token]) -> str:
    parts = []
    for child in children:
        if child.type == "html_inline":
            parts.append("\n\n" if child.content == "<br>" else "")
        elif child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        else:
            parts.append(child.content)
    return re.sub("\n{3,}", "\n\n", "".join(parts))


def _links(children: list[Token]) -> list[tuple[str, str]]:
    return [
        (children[index + 1].content, str(child.attrs["href"]))
        for index, child in enumerate(children)
        if child.type == "link_open"
    ]
