"""Check the built documentation site: it needs no other host and no JavaScript, and its search finds every page.

The session `docs` runs `python -m tests.docs.built_site FOLDER` after each build.
"""

from __future__ import annotations

import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_INDEX = "searchindex.js"
_LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "link": "href"}
"""The attribute of each element whose value a browser loads when it shows the page."""
_NOT_LOADED = frozenset({"canonical", "next", "prev", "index", "search"})
"""The relations of `link` that a browser loads only for a person."""
_WITHOUT_SOURCE = frozenset({"index.html", "search.html", "genindex.html", "py-modindex.html"})
"""The pages that are made from no source: the redirect to the first page, the search, the indexes."""
_OTHER_HOST = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
_CSS_ADDRESS = re.compile(r"(?:url\(|@import)\s*[\"']?\s*(?:https?:)?//", re.IGNORECASE)


def problems_of(site: Path) -> Iterator[str]:
    """Yield a line for each fault of a built site."""
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    for name in pages:
        page = _BuiltPage((site / name).read_text("utf-8"))
        yield from (
            f"{name}: loads {address} from another host" for address in page.loaded if _OTHER_HOST.match(address)
        )
        if not page.headings and name not in _WITHOUT_SOURCE:
            yield f"{name}: has no heading without JavaScript"
    for style in sorted(site.rglob("*.css")):
        if _CSS_ADDRESS.search(style.read_text("utf-8")):
            yield f"{style.relative_to(site).as_posix()}: loads a file from another host"
    if not any(
        Path(address.partition("?")[0]).name == _INDEX for address in _BuiltPage(_read(site / "search.html")).loaded
    ):
        yield f"search.html: does not load {_INDEX}"
    yield from _problems_of_index(site, frozenset(pages))


def _problems_of_index(site: Path, pages: frozenset[str]) -> Iterator[str]:
    """Yield the pages that no word of a title leads to in the index of the search."""
    index = json.loads(_read(site / _INDEX).removeprefix("Search.setIndex(").removesuffix(")"))
    found: set[int] = set()
    for places in index["titleterms"].values():
        found.update(places if isinstance(places, list) else [places])
    indexed = {f"{name}.html" for number, name in enumerate(index["docnames"]) if number in found}
    for name in sorted(pages - indexed - _WITHOUT_SOURCE):
        yield f"{name}: the search does not find it by its title"


class _BuiltPage(HTMLParser):
    """The addresses that a page loads, and the number of its main headings."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.headings = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect an element."""
        attributes = dict(attrs)
        self.headings += tag == "h1"
        address = attributes.get(_LOADED.get(tag, "")) or ""
        if address and not _NOT_LOADED.intersection((attributes.get("rel") or "").split()):
            self.loaded.append(address)


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


def main() -> int:
    """Print the faults of the site in a folder; return 1 if there are any."""
    problems = list(problems_of(Path(sys.argv[1])))
    lines = problems or ["The site needs no other host, and the search finds every page."]
    sys.stdout.write("\n".join([*lines, ""]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
