"""Rules on folders and files: how many files a folder has, how long they are, what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.structure.source_tree import SOURCES, duplicates, grouped, python_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_FILES = 12
FEWEST_ENTRIES = 3
MOST_LINES = 300
SCOPE = ("src", "codegen")
OTHER_FOLDERS = ("bench", "docs", "release", "tests")
"""Further folders with Python files; how many files these folders have follows no rule."""
NOT_COUNTED = {"__init__.py", "__main__.py", "py.typed"}
MANY_FILES_ALLOWED = {
    "src/modelconfig/diagnostics/explanations": "documentation: one page per problem code, found by that code",
}
"""Folders that may have any number of files, each with its reason."""
REPEATED_NAMES = {
    "emitter.py": "the entry point of each target language, found by that name",
    "target.py": "what each target language declares of itself, found by that name",
}
"""File names that may occur once in each target language's folder, each with its reason."""
LANGUAGES = "codegen/targets"


def crowded_folders(root: Path) -> list[str]:
    """Return the folders with more files directly in them than a reader can keep apart."""
    return [
        f"{name}: {len(files)} files, more than {MOST_FILES}"
        for name, files, _ in _folders(root)
        if len(files) > MOST_FILES and name not in MANY_FILES_ALLOWED
    ]


def unused_exemptions(root: Path) -> list[str]:
    """Return the exempt folders that do not need it."""
    crowded = {name for name, files, _ in _folders(root) if len(files) > MOST_FILES}
    return sorted(set(MANY_FILES_ALLOWED) - crowded)


def small_packages(root: Path) -> list[str]:
    """Return the packages with fewer than three files and folders, which should be modules."""
    return [
        f"{name}: {len(files) + len(folders)} files and folders, fewer than {FEWEST_ENTRIES}"
        for name, files, folders in _folders(root)
        # The root package of the runtime holds packages alone, and is one because it is installed.
        if (root / name / "__init__.py").exists() and len(files) + len(folders) < FEWEST_ENTRIES
    ]


def long_files(root: Path) -> list[str]:
    """Return the Python files of more than 300 lines that are not generated, those beside the folders included."""
    folders = (path for folder in (*SCOPE, *OTHER_FOLDERS) for path in python_files(root / folder))
    return [
        f"{path.relative_to(root).as_posix()}: {lines} lines, more than {MOST_LINES}"
        for path in (*sorted(root.glob("*.py")), *folders)
        if (lines := len(path.read_text("utf-8").splitlines())) > MOST_LINES
    ]


def repeated_file_names(root: Path) -> list[str]:
    """Return the names that two Python files of one root package have, and that no convention repeats."""
    found = []
    for folder in (SOURCES["modelconfig"], SOURCES["codegen"]):
        paths = [path.relative_to(root) for path in python_files(root / folder) if path.name not in NOT_COUNTED]
        found += duplicates(grouped((path.name, path.as_posix()) for path in paths if not _repeats(path)))
    return found


def _repeats(path: Path) -> bool:
    """Return whether a file has a name that each language folder repeats, and is directly in such a folder."""
    return path.name in REPEATED_NAMES and path.parent.parent.as_posix() == LANGUAGES


def _folders(root: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield each folder's path below `root`, the names of its files that count, and those of its folders."""
    for scope in SCOPE:
        for folder in sorted(path for path in (root / scope, *(root / scope).rglob("*")) if path.is_dir()):
            if folder.name == "__pycache__":
                continue
            entries = [entry for entry in folder.iterdir() if entry.name not in {*NOT_COUNTED, "__pycache__"}]
            files = sorted(entry.name for entry in entries if entry.is_file())
            yield folder.relative_to(root).as_posix(), files, sorted(entry.name for entry in entries if entry.is_dir())
