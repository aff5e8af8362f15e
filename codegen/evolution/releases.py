"""The frozen releases below `schema/released/`: their content and their digests.

A release is a folder named after its version. `SHA256SUMS` lists every other file in the format of `sha256sum -c`.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from codegen.ir.parsed import ParsedSchemas
from codegen.ir.profile import Profile
from codegen.pipeline import emit_types
from codegen.schema.loader import CLIENT_ROOT
from codegen.targets.registry import TARGETS
from modelconfig.diagnostics.problem import Problem, error, in_file

FOLDER = "released"
SUMS = "SHA256SUMS"
SOURCES = "sources"
_GENERATED = "generated/"
_CLIENT_TARGETS = [target for target in TARGETS.values() if target.profile is Profile.CLIENT]
CLIENT_FILES = tuple(
    f"{target.folder}/{name}".removeprefix(_GENERATED) for target in _CLIENT_TARGETS for name in target.released_files
)
"""The files of a release that clients copy."""
_VERSION = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")
_LINE = re.compile(r"^([0-9a-f]{64})  (.+)$", re.MULTILINE)
_IGNORED = frozenset({"__pycache__", ".mypy_cache", ".ruff_cache", ".DS_Store"})


@dataclass(frozen=True, slots=True)
class Release:
    """A frozen version of the contract."""

    version: str
    path: Path


def is_version(text: str) -> bool:
    """Return whether a text is a version such as 1.2.3."""
    return _VERSION.fullmatch(text) is not None


def numbers(version: str) -> tuple[int, ...]:
    """Return a version as a tuple of numbers. Raises ValueError for anything else."""
    if not is_version(version):
        raise ValueError(f"{version!r} is not a version such as 1.2.3")
    return tuple(int(part) for part in version.split("."))


def releases(schema_folder: Path) -> list[Release]:
    """Return every frozen release in the folder of the schemas, oldest first."""
    folder = schema_folder / FOLDER
    if not folder.is_dir():
        return []
    result = [Release(path.name, path) for path in folder.iterdir() if path.is_dir() and is_version(path.name)]
    return sorted(result, key=lambda release: numbers(release.version))


def content(schemas: ParsedSchemas) -> dict[str, str]:
    """Return the files of a release by path: sources, what readers need of the generated files, and their digests."""
    generated = emit_types(schemas)
    names = [f"{_GENERATED}schema/{CLIENT_ROOT}.{profile}.json" for profile in ("client", "consumer")]
    names += [f"{target.folder}/{name}" for target in TARGETS.values() for name in target.released_files]
    files = {f"{SOURCES}/{file.module}.json": file.text for file in schemas.sources.files.values()}
    files |= {name.removeprefix(_GENERATED): generated[name] for name in names}
    sums = "".join(f"{_digest(files[path].encode())}  {path}\n" for path in sorted(files))
    return {**files, SUMS: sums}


def check_releases(schema_folder: Path) -> list[Problem]:
    """Return a problem for each file of a release that does not match its digest, is missing or was added."""
    return [problem for release in releases(schema_folder) for problem in _release_problems(release)]


def _release_problems(release: Release) -> Iterator[Problem]:
    sums = release.path / SUMS
    hint = "Restore the file, for example with `git checkout`: a release never changes."
    expected = _read_digests(sums)
    if not expected:
        yield from in_file([error("MC172", "is not a list of digests", hint=hint)], sums.as_posix())
        return
    existing = {
        path.relative_to(release.path).as_posix(): _digest(_content(path))
        for path in release.path.rglob("*")
        if (path.is_file() or path.is_symlink()) and path != sums and not _IGNORED.intersection(path.parts)
    }
    for name in sorted(existing.keys() | expected.keys()):
        if name not in expected:
            message = f"is not part of release {release.version}"
        elif name not in existing:
            message = f"is missing from release {release.version}"
        elif existing[name] != expected[name]:
            message = f"differs from release {release.version}"
        else:
            continue
        yield from in_file([error("MC172", message, hint=hint)], (release.path / name).as_posix())


def _read_digests(sums: Path) -> dict[str, str]:
    """Return the digest of each listed path; nothing if the file is not a list of digests."""
    text = (_content(sums) or b"").decode("utf-8", "replace")
    digests = {name: digest for digest, name in _LINE.findall(text)}
    return digests if "".join(f"{digest}  {name}\n" for name, digest in digests.items()) == text else {}


def _content(path: Path) -> bytes | None:
    """Return the content of a file, or None where it is unreadable, such as a dangling link."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _digest(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()
