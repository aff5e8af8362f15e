"""Archives whose bytes depend on the files alone: npm package, Go module, documentation; checksums of all files."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import tarfile
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# The time that npm writes too.
_NPM_TIME = 499162500
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644


def npm_package(tree: Path, target: Path) -> None:
    """Write the npm package of a source tree, as `npm pack` names and fills it."""
    folder = tree / "generated" / "typescript"
    manifest = json.loads((folder / "package.json").read_text("utf-8"))
    files = {name: folder / name for name in ("README.md", "package.json", *manifest["files"])}
    files["LICENSE"] = tree / "LICENSE"
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, path in sorted(files.items()):
            data = path.read_bytes()
            member = tarfile.TarInfo(f"package/{name}")
            member.size, member.mtime, member.mode = len(data), _NPM_TIME, _MODE
            archive.addfile(member, io.BytesIO(data))
    packed = gzip.compress(content.getvalue(), 9, mtime=0)
    (target / f"{manifest['name']}-{manifest['version']}.tgz").write_bytes(packed)


def go_module(tree: Path, target: Path, version: str) -> None:
    """Write the Go module of a source tree in the form that Go's module proxies serve."""
    folder = tree / "generated" / "go"
    module = (folder / "go.mod").read_text("utf-8").partition("module ")[2].split()[0]
    files = {**files_of(folder), "LICENSE": tree / "LICENSE"}
    write_zip(target / f"{module}-go-{version}.zip", f"{module}@v{version}", files)


def files_of(folder: Path) -> dict[str, Path]:
    """Return the files below a folder by their relative names."""
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def write_zip(target: Path, prefix: str, files: Mapping[str, Path]) -> None:
    """Write files in the order of their names, below one folder, with a fixed time."""
    with zipfile.ZipFile(target, "w") as archive:
        for name, path in sorted(files.items()):
            member = zipfile.ZipInfo(f"{prefix}/{name}", _ZIP_TIME)
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, _MODE << 16
            member.create_system = 3
            archive.writestr(member, path.read_bytes())


def write_checksums(folder: Path) -> None:
    """Write `SHA256SUMS` of all files of a folder, in the form that `sha256sum --check` reads."""
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(folder.iterdir())]
    (folder / "SHA256SUMS").write_text("".join(lines), "utf-8")
