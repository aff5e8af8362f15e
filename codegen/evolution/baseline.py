"""The schema to compare with: a release, a folder or a git revision."""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from codegen.evolution.releases import SOURCES, releases
from codegen.schema.loader import CLIENT_ROOT, Sources, load_schemas, parse_schemas
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, error, has_errors
from modelconfig.jsontext import reader

LAST_RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Baseline:
    """The old schema of a comparison. `label` describes it; `released` is whether it is a release."""

    label: str
    sources: Sources
    problems: list[Problem]
    released: bool = False


LoadedReleases = Mapping[str, tuple[Sources, list[Problem]]]
"""The sources of each release by version, and what prevented reading them."""


def load_releases(schema_folder: Path) -> LoadedReleases:
    """Return every release beside the schemas, oldest first."""
    return {release.version: load_schemas(release.path / SOURCES) for release in releases(schema_folder)}


def find_baseline(reference: str, schema_folder: Path, loaded: LoadedReleases) -> Baseline:
    """Return the schema that `reference` names: `release` for the last one, a version, a folder or a git revision."""
    if reference == LAST_RELEASE:
        if not loaded:
            hint = "Create one with `python -m codegen schema release`, or specify a folder or a git revision."
            return _unreadable(f"no release exists in {schema_folder.as_posix()}", hint)
        reference = list(loaded)[-1]
    if reference in loaded:
        return Baseline(f"release {reference}", *loaded[reference], released=True)
    if Path(reference).is_dir():
        folder = Path(reference)
        sources_folder = folder / SOURCES
        sources, problems = load_schemas(sources_folder if sources_folder.is_dir() else folder)
        return Baseline(folder.as_posix(), sources, problems)
    return _from_revision(reference, schema_folder)


def history(loaded: LoadedReleases) -> list[Sources]:
    """Return the sources of every release, oldest first, without unreadable ones, which `check_releases` reports."""
    return [sources for sources, problems in loaded.values() if not has_errors(problems)]


def _unreadable(message: str, hint: str) -> Baseline:
    return Baseline("", Sources(), [error("MC001", message, hint=hint)])


def _from_revision(revision: str, schema_folder: Path) -> Baseline:
    hint = "Specify a git revision, a folder with schemas, a released version, or `release` for the last release."
    try:
        commit = _git(schema_folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if commit is None:
            return _unreadable(f"{quote(revision)} is not a folder, a release or a git revision", hint)
        commit = commit.strip()
        names = _git(schema_folder, "ls-tree", "--name-only", "-z", commit, "./") or ""
        label = f"{revision} ({commit[:10]})"
        texts = {}
        for path in sorted(PurePosixPath(name) for name in names.split("\0") if name.endswith(".json")):
            text = _git(schema_folder, "cat-file", "blob", f"{commit}:./{path.name}")
            if text is not None:
                texts[path.stem] = reader.Source(f"{label}:{path.name}", text)
    except OSError as os_error:
        return _unreadable(f"git cannot be started: {os_error.strerror or os_error}", hint)
    if CLIENT_ROOT not in texts:
        return _unreadable(f"{quote(revision)} has no {CLIENT_ROOT}.json in {schema_folder.as_posix()}", hint)
    return Baseline(label, *parse_schemas(texts))


def _git(folder: Path, *arguments: str) -> str | None:
    """Return the output of a git command, or None where it fails."""
    process = subprocess.run(["git", *arguments], cwd=folder, check=False, capture_output=True)
    return process.stdout.decode("utf-8", "replace") if process.returncode == 0 else None
