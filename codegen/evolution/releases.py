"""The frozen releases below `schema/released/`: their content and their digests.

A release is a folder named after its version. `SHA256SUMS` lists every other file in the format of `sha256sum -c`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from codegen.schema.loader import Sources
from modelconfig.diagnostics.problem import Problem, error, in_file

FOLDER = "released"
SUMS = "SHA256SUMS"
SOURCES = "sources"
_VERSION = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")
_LINE = re.compile(r"([0-9a-f]{64})  ([^/\\][^\\]*)")
_IGNORED = frozenset({"__pycache__", ".mypy_cache", ".ruff_cache", ".DS_Store"})
_GENERATED_FILES = (
    ("generated/schema/", "schema/"),
    ("generated/python/modelconfig_types/", "python/modelconfig_types/"),
    ("generated/typescript/index.d.ts", "typescript/index.d.ts"),
)
"""The generated files that a release contains: prefix of the path, and folder in the release."""


@dataclass(frozen=True, slots=True)
class Release:
    """A frozen version of the contract."""

    version: str
    path: Path

    @property
    def sort_key(self) -> tuple[int, ...]:
        """The version as numbers, by which releases are sorted."""
        return numbers(self.version)


def numbers(version: str) -> tuple[int, ...]:
    """Return a version as a tuple of numbers. Raises ValueError for anything else."""
    if not _VERSION.fullmatch(version):
        raise ValueError(f"{version!r} is no version of the form 1.2.3")
    return tuple(int(part) for part in version.split("."))


def releases(schema_directory: Path) -> list[Release]:
    """Return every frozen release in the folder of the schemas, oldest first."""
    folder = schema_directory / FOLDER
    if not folder.is_dir():
        return []
    result = [Release(path.name, path) for path in folder.iterdir() if path.is_dir() and _VERSION.fullmatch(path.name)]
    return sorted(result, key=lambda release: release.sort_key)


def content(sources: Sources, generated: Mapping[str, str]) -> dict[str, str]:
    """Return the files of a release by path: the sources, what is generated from them, and the digests of both."""
    files = {f"{SOURCES}/{file.module}.json": file.text for file in sources.files.values()}
    for path, text in generated.items():
        for prefix, folder in _GENERATED_FILES:
            relative_path = path.removeprefix(prefix)
            # The Python package contains copies of the schemas, which are in the release already.
            if relative_path != path and not relative_path.startswith("schema/"):
                files[folder + relative_path] = text
    files = dict(sorted(files.items()))
    sums = "".join(f"{_digest(text.encode())}  {path}\n" for path, text in files.items())
    return {**files, SUMS: sums}


def check_releases(schema_directory: Path) -> list[Problem]:
    """Return a problem for each file of a release that does not match its digest, is missing or was added."""
    return [problem for release in releases(schema_directory) for problem in _release_problems(release)]


def _release_problems(release: Release) -> Iterator[Problem]:
    sums = release.path / SUMS
    hint = "Releases never change: bring the file back as it was, for example with `git checkout`."
    digests, problem = _read_digests(sums)
    if problem:
        yield from in_file([error("MC172", f"is not a list of digests: {problem}", hint=hint)], sums.as_posix())
        return
    existing = {path.relative_to(release.path).as_posix() for path in release.path.rglob("*") if _is_release_file(path)}
    for name in sorted(existing - digests.keys() - {SUMS}):
        file = (release.path / name).as_posix()
        yield from in_file([error("MC172", f"does not belong to release {release.version}", hint=hint)], file)
    for name, digest in digests.items():
        path = release.path / name
        if name not in existing:
            message = f"is missing from release {release.version}"
        elif _digest(_content(path)) != digest:
            message = f"is not what release {release.version} froze"
        else:
            continue
        yield from in_file([error("MC172", message, hint=hint)], path.as_posix())


def _is_release_file(path: Path) -> bool:
    return (path.is_file() or path.is_symlink()) and not _IGNORED.intersection(path.parts)


def _read_digests(sums: Path) -> tuple[dict[str, str], str]:
    """Return the digest of each listed path, and what is wrong with the list."""
    try:
        lines = sums.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}, "it cannot be read"
    digests: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        if match is None or ".." in match[2].split("/"):
            return {}, f"line {number} is not a digest and a path"
        digests[match[2]] = match[1]
    return digests, "" if digests else "it is empty"


def differing(release: Release, files: Mapping[str, str]) -> list[str]:
    """Return the paths whose content in the release is different from `files`, sources first."""
    existing = {path.relative_to(release.path).as_posix() for path in release.path.rglob("*") if _is_release_file(path)}
    changed = [name for name, text in files.items() if name in existing and _differs(release.path / name, text)]
    differences = {*changed, *(existing ^ files.keys())} - {SUMS}
    return sorted(differences, key=lambda name: (not name.startswith(SOURCES), name))


def _differs(path: Path, text: str) -> bool:
    return _content(path) != text.encode()


def _content(path: Path) -> bytes | None:
    """Return the content of a file, or None where it is unreadable, such as a dangling link."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _digest(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()
