"""The two lists of the architecture page that come from docstrings: the packages, and the modules of each.

Run `python -m tests.docs.layout_section` to write them into `docs/architecture.md`.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "architecture.md"
END = "<!-- end of the docstrings -->\n"
TOPS = ("src/modelconfig", "codegen")
_NOT_LISTED = frozenset({"__init__.py", "__main__.py"})


def packages_list() -> str:
    """Return the packages as a table with the docstring of each."""
    rows = (f"| `{_name(folder)}/` | {_summary(folder / '__init__.py')} |" for folder in _packages())
    return "\n".join(["| package | content |", "| --- | --- |", *rows])


def modules_list() -> str:
    """Return a list for each package, with a line for each of its modules."""
    lines: list[str] = []
    for folder in _packages():
        modules = sorted(file for file in folder.glob("*.py") if file.name not in _NOT_LISTED)
        if modules:
            lines += [f"\n### `{_name(folder)}/`\n", *(f"- `{file.name}`: {_summary(file)}" for file in modules)]
    return "\n".join(lines).strip()


SECTIONS = {
    "<!-- docstrings of the packages: python -m tests.docs.layout_section -->\n": packages_list,
    "<!-- docstrings of the modules: python -m tests.docs.layout_section -->\n": modules_list,
}


def with_sections(page: str) -> str:
    """Return the page with up-to-date lists. Raises ValueError if the marker of a list is missing."""
    for begin, content in SECTIONS.items():
        before, found, rest = page.partition(begin)
        _, end, after = rest.partition(END)
        if not (found and end):
            raise ValueError(f"{PAGE.name} needs the lines {begin.strip()} and {END.strip()}")
        page = f"{before}{begin}\n{content()}\n\n{END}{after}"
    return page


def by_hand(page: str) -> str:
    """Return the page without the lists."""
    for begin in SECTIONS:
        before, _, rest = page.partition(begin)
        page = before + rest.partition(END)[2]
    return page


def _packages() -> Iterator[Path]:
    """Yield the packages below the two roots, each followed by those inside it."""
    for top in TOPS:
        yield from sorted(path.parent for path in (ROOT / top).rglob("__init__.py"))


def _name(folder: Path) -> str:
    return folder.relative_to(ROOT).as_posix()


def _summary(file: Path) -> str:
    """Return the first paragraph of a module's docstring on one line."""
    text = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
    return " ".join(text.partition("\n\n")[0].split())


if __name__ == "__main__":
    PAGE.write_text(with_sections(PAGE.read_text("utf-8")), "utf-8")
