"""The commands of the generator: schemas, their evolution, catalogues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.recording.jobs import OUT, codegen
from tests.recording.staging import staged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.recording.jobs import Folders, Job

CASES = "tests/cases"
COMMANDS = ("types", "kit", "config", "schema", "schema lint", "schema check", "schema release", "schema explain")


def jobs(folders: Folders) -> Iterator[Job]:
    """Return every command of the generator that changes nothing in the tree."""
    yield from _on_own_sources()
    schemas = {path.parent for path in folders.inputs.glob(f"{CASES}/schemas/*/*/*.json")}
    schemas |= {path.parent for path in folders.inputs.glob("tests/codegen/*/cases/*/model.json")}
    names = [path.relative_to(folders.inputs).as_posix() for path in sorted(schemas)]
    if folders.more is not None:
        more = sorted((folders.more / "codegen").glob("*/schema"))
        names += [f"{{more}}/codegen/{path.parent.name}/schema" for path in more]
    for name in [*names, "no-such-folder", "docs"]:
        yield codegen("schema", "lint", "--schema", name, "--format", "json")
        yield codegen("schema", "lint", "--schema", name)
        yield codegen("types", "--schema", name, "--root", OUT, "--format", "json")
    for name in names:
        yield codegen("kit", "--schema", name, "--root", OUT, "--format", "json")
    yield from _on_evolution(folders)
    catalogues = sorted(path for path in folders.inputs.glob(f"{CASES}/catalog/*/*") if path.is_dir())
    for path in catalogues:
        yield from _on_catalogue(path.relative_to(folders.inputs).as_posix())
    for pattern in ("yaml/*/*", "kit/catalog/*", "kit/catalog-provider/*"):
        for name in staged(folders.stage, pattern):
            yield codegen("config", "--dry-run", "--catalog", name, "--schema", "schema", "--format", "json")


def _on_own_sources() -> Iterator[Job]:
    yield codegen("types", "--check", "--format", "json")
    yield codegen("types", "--dry-run")
    yield codegen("kit", "--check", "--format", "json")
    yield codegen("config", "--check", "--format", "json")
    yield codegen("config", "--dry-run")
    yield codegen("schema", "lint", "--format", "json")
    for output in ("json", "text", "github", "markdown"):
        yield codegen("schema", "check", "--format", output)
    yield codegen("schema", "check", "--against", "no-such-revision")
    for command in ("", *COMMANDS):
        yield codegen(*command.split(), "--help")
        yield codegen(*command.split(), "--no-such-option")


def _on_evolution(folders: Folders) -> Iterator[Job]:
    rules = sorted(path.name for path in (folders.inputs / CASES / "evolution").iterdir())
    for rule in [*rules, "no-such-rule"]:
        yield codegen("schema", "explain", rule)
    for old in staged(folders.stage, "evolution/*/*/*/old"):
        new = f"{old.removesuffix('old')}new"
        yield codegen("schema", "check", "--schema", new, "--against", old, "--format", "json")
        yield codegen("schema", "check", "--schema", new, "--against", old, "--category", "forward")
        yield codegen("schema", "check", "--schema", new, "--against", old, "--format", "markdown")


def _on_catalogue(name: str) -> Iterator[Job]:
    for output in ("json", "text", "github"):
        yield codegen("config", "--dry-run", "--catalog", name, "--schema", "schema", "--format", output)
    yield codegen("config", "--output", f"{OUT}/models.json", "--catalog", name, "--schema", "schema")
