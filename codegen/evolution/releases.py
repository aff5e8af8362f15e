"""Releases of the contract, frozen below `schema/released/`: what each holds, and whether it is still that.

A release is a folder named after its version. `SHA256SUMS` names every other file in it; `sha256sum -c` reads it too.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from modelconfig.diagnostics.problem import Problem, error, in_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from codegen.schema.loader import Sources

FOLDER = "released"
SUMS = "SHA256SUMS"
SOURCES = "sources"
_VERSION = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")
_LINE = re.compile(r"([0-9a-f]{64})  ([^/\\][^\\]*)")
_IGNORED = frozenset({"__pycache__", ".mypy_cache", ".ruff_cache", ".DS_Store"})
_KEPT = (
    ("generated/schema/", "schema/"),
    ("generated/python/modelconfig_types/", "python/modelconfig_types/"),
    ("generated/typescript/index.d.ts", "typescript/index.d.ts"),
)
"""What of the generated files a release keeps, and where."""


@dataclass(frozen=True, slots=True)
class Release:
    """A frozen version of the contract."""

    version: str
    path: Path

    @property
    def order(self) -> tuple[int, ...]:
        """What releases are sorted by."""
        return numbers(self.version)


def numbers(version: str) -> tuple[int, ...]:
    """Return a version as numbers that compare as versions do. Raises ValueError for anything else."""
    if not _VERSION.fullmatch(version):
        raise ValueError(f"{version!r} is no version of the form 1.2.3")
    return tuple(int(part) for part in version.split("."))


def releases(schema_directory: Path) -> list[Release]:
    """Return every frozen release beside the schemas, oldest first."""
    folder = schema_directory / FOLDER
    if not folder.is_dir():
        return []
    found = [Release(path.name, path) for path in folder.iterdir() if path.is_dir() and _VERSION.fullmatch(path.name)]
    return sorted(found, key=lambda release: release.order)


def content(sources: Sources, generated: Mapping[str, str]) -> dict[str, str]:
    """Return the files of a release by path: the sources, what is generated from them, and the digests of both."""
    files = {f"{SOURCES}/{file.module}.json": file.text for file in sources.files.values()}
    for path, text in generated.items():
        for prefix, place in _KEPT:
            inside = path.removeprefix(prefix)
            # The Python package carries copies of the schemas, which the release has already.
            if inside != path and not inside.startswith("schema/"):
                files[place + inside] = text
    files = dict(sorted(files.items()))
    sums = "".join(f"{_digest(text.encode())}  {path}\n" for path, text in files.items())
    return {**files, SUMS: sums}


def check_releases(schema_directory: Path) -> list[Problem]:
    """Return how releases differ from what was frozen, according to their digests."""
    return [problem for release in releases(schema_directory) for problem in _altered(release)]


def _altered(release: Release) -> Iterator[Problem]:
    sums = release.path / SUMS
    hint = "Releases never change: bring the file back as it was, for example with `git checkout`."
    listed, torn = _listed(sums)
    if torn:
        yield from in_file([error("MC172", f"is not a list of digests: {torn}", hint=hint)], sums.as_posix())
        return
    present = {path.relative_to(release.path).as_posix() for path in release.path.rglob("*") if _counts(path)}
    for name in sorted(present - listed.keys() - {SUMS}):
        where = (release.path / name).as_posix()
        yield from in_file([error("MC172", f"does not belong to release {release.version}", hint=hint)], where)
    for name, wanted in listed.items():
        path = release.path / name
        if name not in present:
            what = f"is missing from release {release.version}"
        elif _digest(_content(path)) != wanted:
            what = f"is not what release {release.version} froze"
        else:
            continue
        yield from in_file([error("MC172", what, hint=hint)], path.as_posix())


def _counts(path: Path) -> bool:
    return (path.is_file() or path.is_symlink()) and not _IGNORED.intersection(path.parts)


def _listed(sums: Path) -> tuple[dict[str, str], str]:
    """Return path and digest of each line, and what is wrong with the list."""
    try:
        lines = sums.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}, "it cannot be read"
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        if match is None or ".." in match[2].split("/"):
            return {}, f"line {number} is not a digest and a path"
        found[match[2]] = match[1]
    return found, "" if found else "it is empty"


def differing(release: Release, files: Mapping[str, str]) -> list[str]:
    """Return the paths in which a release's content on disk is another one than `files`, sources first."""
    present = {path.relative_to(release.path).as_posix() for path in release.path.rglob("*") if _counts(path)}
    changed = [name for name, text in files.items() if name in present and _other(release.path / name, text)]
    found = {*changed, *(present ^ files.keys())} - {SUMS}
    return sorted(found, key=lambda name: (not name.startswith(SOURCES), name))


def _other(path: Path, text: str) -> bool:
    return _content(path) != text.encode()


def _content(path: Path) -> bytes | None:
    """Return what is in a file, or None where it cannot be read, as where a link leads nowhere."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _digest(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()
