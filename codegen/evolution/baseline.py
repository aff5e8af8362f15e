"""What to compare with: a release, a folder, or a git revision, as schema files."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from codegen.evolution.releases import SOURCES, numbers, releases
from codegen.schema.loader import CLIENT_ROOT, SchemaFile, Sources, load_schemas
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, error, has_errors, in_file
from modelconfig.jsontext import reader

LAST = "release"


@dataclass(frozen=True, slots=True)
class Baseline:
    """The old side as found. `label` says what it is; `released` whether it is a release."""

    label: str
    sources: Sources
    problems: list[Problem]
    released: bool = False


def find_baseline(wanted: str, schema_directory: Path) -> Baseline:
    """Return what `wanted` names: `release` for the last one, a released version, a folder, or a git revision."""
    frozen = releases(schema_directory)
    by_version = {release.version: release for release in frozen}
    if wanted == LAST:
        if not frozen:
            hint = "Freeze one with `python -m codegen schema release`, or name a folder or a git revision."
            return _nothing(f"there is no release beside {schema_directory.as_posix()}", hint)
        wanted = frozen[-1].version
    if wanted in by_version:
        sources, problems = load_schemas(by_version[wanted].path / SOURCES)
        return Baseline(f"release {wanted}", sources, problems, released=True)
    if Path(wanted).is_dir():
        folder = Path(wanted)
        inside = folder / SOURCES
        sources, problems = load_schemas(inside if inside.is_dir() else folder)
        return Baseline(folder.as_posix(), sources, problems)
    return _of_revision(wanted, schema_directory)


def history(schema_directory: Path) -> list[Sources]:
    """Return the sources of every release, oldest first; what cannot be read is told by the check of digests."""
    found = []
    for release in releases(schema_directory):
        sources, problems = load_schemas(release.path / SOURCES)
        if not has_errors(problems):
            found.append(sources)
    return found


def _nothing(message: str, hint: str) -> Baseline:
    return Baseline("", Sources(), [error("MC001", message, hint=hint)])


def _of_revision(revision: str, schema_directory: Path) -> Baseline:
    hint = "Name a git revision, a folder with schemas, a released version, or `release` for the last one."
    try:
        commit = _git(
            schema_directory, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )
        if commit is None:
            return _nothing(f"{quote(revision)} is neither a folder, nor a release, nor a git revision", hint)
        commit = commit.strip()
        names = _git(schema_directory, "ls-tree", "--name-only", "-z", commit, "./") or ""
        texts = {}
        for name in sorted(PurePosixPath(path).name for path in names.split("\0") if path.endswith(".json")):
            text = _git(schema_directory, "cat-file", "blob", f"{commit}:./{name}")
            if text is not None:
                texts[name] = text
    except OSError as why:
        return _nothing(f"git cannot be started: {why.strerror or why}", hint)
    if f"{CLIENT_ROOT}.json" not in texts:
        return _nothing(f"{quote(revision)} has no {CLIENT_ROOT}.json in {schema_directory.as_posix()}", hint)
    return _parsed(f"{revision} ({commit[:10]})", texts)


def _git(directory: Path, *arguments: str) -> str | None:
    """Return what git says, or None where it refuses."""
    finished = subprocess.run(["git", *arguments], cwd=directory, check=False, capture_output=True)
    return finished.stdout.decode("utf-8", "replace") if finished.returncode == 0 else None


def _parsed(label: str, texts: dict[str, str]) -> Baseline:
    files: dict[str, SchemaFile] = {}
    problems: list[Problem] = []
    for name, text in texts.items():
        value, wrong = reader.parse_json(text)
        problems.extend(in_file(wrong, f"{label}:{name}"))
        if isinstance(value, dict):
            module = name.removesuffix(".json")
            files[module] = SchemaFile(module, f"{label}:{name}", text, value)
        elif not wrong:
            problems.extend(in_file([error("MC101", "a schema file holds one object")], f"{label}:{name}"))
    return Baseline(label, Sources(files), problems)


def is_version(text: str) -> bool:
    """Tell whether a text is a version number."""
    try:
        numbers(text)
    except ValueError:
        return False
    return True
