"""The layout section of the architecture page, made from the docstrings of packages and modules.

Run `python -m tests.docs.layout_section` to write it into `docs/architecture.md`.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "architecture.md"
BEGIN = "<!-- The lists below are docstrings: python -m tests.docs.layout_section -->\n"
END = "<!-- End of the lists -->\n"
_NOT_LISTED = frozenset({"__init__.py", "__main__.py"})


def layout_section() -> str:
    """Return the section: a list for each package, with a line for each of its modules."""
    return "\n".join(line for top in ("src/modelconfig", "codegen") for line in _package(ROOT / top)) + "\n"


def with_section(page: str) -> str:
    """Return the page with the section as it should be. Raises ValueError if the page has no place for it."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{PAGE.name} needs the lines {BEGIN.strip()} and {END.strip()}")
    return f"{before}{begin}\n{layout_section()}\n{end}{after}"


def _package(folder: Path) -> Iterator[str]:
    """Yield the lines of one package and of the packages inside it."""
    yield f"\n**`{folder.relative_to(ROOT).as_posix()}/`**: {_summary(folder / '__init__.py')}\n"
    modules = sorted(file for file in folder.glob("*.py") if file.name not in _NOT_LISTED)
    yield from (f"- `{file.name}`: {_summary(file)}" for file in modules)
    for inner in sorted(path.parent for path in folder.glob("*/__init__.py")):
        yield from _package(inner)


def _summary(file: Path) -> str:
    """Return the first paragraph of a module's docstring on one line."""
    text = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
    return " ".join(text.partition("\n\n")[0].split())


if __name__ == "__main__":
    PAGE.write_text(with_section(PAGE.read_text("utf-8")), "utf-8")
