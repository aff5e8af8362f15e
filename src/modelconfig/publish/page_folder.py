"""The page as files: what stands in a folder that any web server, or a browser from disk, can show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import error, in_file
from modelconfig.publish.page.page_headers import page_headers
from modelconfig.publish.page.page_renderer import GENERATOR, render_page
from modelconfig.storage.atomic import os_errors_as_problems, write_all

if TYPE_CHECKING:
    from pathlib import Path

    from modelconfig.diagnostics.problem import Problem

PAGE = "index.html"
DOCUMENT = "models.json"
HEADERS = "_headers"
"""What HTTP should say of the page, in the form that hosts of static sites read."""
READABLE = 0o644
"""A web server reads the files as somebody else."""

_MARK = f'<meta name="generator" content="{GENERATOR}">'.encode()
_BEGINNING = 1 << 14


def page_files(data: bytes, document: dict[str, Any]) -> dict[str, bytes]:
    """Return the files by name, the page last: it links to the others. `data` is the document as it was read."""
    page = render_page(document, data_url=DOCUMENT)
    fields = [*page_headers(page), ("x-content-type-options", "nosniff")]
    lines = [line for path in ("/", f"/{PAGE}") for line in (path, *(f"  {name}: {value}" for name, value in fields))]
    return {DOCUMENT: data, HEADERS: ("\n".join(lines) + "\n").encode(), PAGE: page}


def write_page(folder: Path, files: dict[str, bytes]) -> tuple[list[str], list[Problem]]:
    """Write what differs; return the names of what was written, and why nothing was if there are problems.

    A file that an earlier run has not written is never replaced. Raises WriteError; then every file is as it was.
    """
    with os_errors_as_problems(folder):
        folder.mkdir(parents=True, exist_ok=True)
        before = {name: (folder / name).read_bytes() for name in files if (folder / name).exists()}
    # What a first run that was cut short has left is in the way of nothing: the page comes last.
    same = all(before[name] == files[name] for name in before)
    if not same and _MARK not in before.get(PAGE, b"")[:_BEGINNING]:
        message = f"this folder holds a file of something else: {', '.join(quote(name) for name in sorted(before))}"
        hint = "Name an empty folder or a new one; other files in a folder with a page are left alone."
        return [], in_file([error("MC445", message, hint=hint)], folder.as_posix())
    changed = [name for name, content in files.items() if before.get(name) != content]
    write_all({folder / name: files[name] for name in changed}, mode=READABLE)
    return changed, []
