"""Write the page to a folder, for a web server or for a browser that opens it from disk."""

import contextlib
from pathlib import Path
from typing import Any

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, error, in_file
from modelconfig.publish.page.page_headers import page_headers
from modelconfig.publish.page.page_renderer import GENERATOR, render_page
from modelconfig.publish.tree_layout import READABLE, SIZE_LIMIT, SOURCES, STATIC_HEADERS, static_headers
from modelconfig.storage.atomic import os_errors_as_problems, reject_link, staging
from modelconfig.storage.open_folder import OpenFolder, open_folder

PAGE = "index.html"
DOCUMENT = "models.json"
_GENERATOR_TAG = f'<meta name="generator" content="{GENERATOR}">'.encode()
_HEAD_SIZE = 1 << 14


def page_files(data: bytes, document: dict[str, Any], sources: bytes | None = None) -> dict[str, bytes]:
    """Return the files by name, the page last, since it links to the others.

    `data` is the document as it was read, `sources` its companion.
    """
    page = render_page(document, data_url=DOCUMENT, sources=sources)
    headers = {**dict(page_headers(page)), "x-content-type-options": "nosniff"}
    companion = {} if sources is None else {SOURCES: sources}
    return {DOCUMENT: data, **companion, STATIC_HEADERS: static_headers({"": headers, PAGE: headers}), PAGE: page}


def write_page(path: Path, files: dict[str, bytes]) -> tuple[list[str], list[Problem]]:
    """Write the files that differ to a folder; return their names, or the problems if nothing was written.

    A file that an earlier run has not written is never replaced. Raises WriteError; then every file is unchanged.
    """
    with contextlib.ExitStack() as stack:
        with os_errors_as_problems(path):
            folder = stack.enter_context(open_folder(path, create=True))
        return _write_page(folder, files)


def _write_page(folder: OpenFolder, files: dict[str, bytes]) -> tuple[list[str], list[Problem]]:
    existing = {}
    for name in filter(folder.exists, files):
        reject_link(folder, name)
        with os_errors_as_problems(folder.path / name):
            existing[name] = folder.read(name, SIZE_LIMIT)
    # Files of an interrupted first run are replaced: the page is written last.
    unchanged = all(existing[name] == files[name] for name in existing)
    if not unchanged and _GENERATOR_TAG not in existing.get(PAGE, b"")[:_HEAD_SIZE]:
        message = f"the folder contains unrelated files: {', '.join(quote(name) for name in sorted(existing))}"
        hint = "Choose a new or empty folder, or one that `modelconfig page` has written to."
        return [], in_file([error("MC445", message, hint=hint)], folder.path.as_posix())
    changed = [name for name, content in files.items() if existing.get(name) != content]
    with staging(folder, {name: files[name] for name in changed}, mode=READABLE) as put:
        for name in changed:
            put(name)
    if PAGE in existing and SOURCES not in files:
        # The companion of an earlier document.
        with os_errors_as_problems(folder.path / SOURCES), contextlib.suppress(FileNotFoundError):
            folder.remove(SOURCES)
    return changed, []
