"""The commands on site configurations."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tests.recording.jobs import OUT, modelconfig
from tests.recording.staging import staged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.recording.jobs import Folders, Job

CASES = "tests/cases"
BASE = f"{CASES}/site/base.json"
PLACES = [
    *(f"{CASES}/site/*/*.json", f"{CASES}/site-rules/*/*/*.json", f"{CASES}/site-model-configuration/*/*.json"),
    *(f"{CASES}/legacy/*/site.json", f"{CASES}/merge/*/site.json", f"{CASES}/explain/*/site.jsonc"),
    *("docs/examples/*.jsonc", "docs/examples/site/*.jsonc"),
]
ASKED_OF_ALL = ("defaultModels", "acme::v1::large", "anthropic", "nothing")


def jobs(folders: Folders) -> Iterator[Job]:
    """Return every command on every site configuration."""
    for path in sorted(path for place in PLACES for path in folders.inputs.glob(place)):
        yield from _on_site(path.relative_to(folders.inputs).as_posix(), path.read_text("utf-8", "replace"))
    yield from _on_made_sites(folders)
    for path in sorted(folders.inputs.glob(f"{CASES}/reading/*/*.json")):
        yield modelconfig("site", "check", "--format", "json", path.relative_to(folders.inputs).as_posix())
    for path in sorted(folders.inputs.glob(f"{CASES}/merge/*/site.json")):
        case = path.parent.relative_to(folders.inputs).as_posix()
        yield from _on_merge(case, _references(path.read_text("utf-8")))
    for path in sorted(folders.inputs.glob(f"{CASES}/explain/*/expected.txt")):
        asked = re.findall(r"^\$ (\S+)$", path.read_text("utf-8"), re.MULTILINE)
        yield from _on_explained(path.parent.relative_to(folders.inputs).as_posix(), asked)


def _on_made_sites(folders: Folders) -> Iterator[Job]:
    """Return the commands on inputs outside the tree: further cases and generated inputs."""
    if folders.more is not None:
        for path in sorted((folders.more / "site").glob("*.json*")):
            yield from _on_site(f"{{more}}/site/{path.name}", path.read_text("utf-8", "replace"))
    for pattern in ("completions/*/*.json", "wrapped/*/*.json"):
        for file in staged(folders.stage, pattern):
            yield from _on_site(file, "")
    for pattern in ("kit/site*/*.json", "kit/completions/*.json"):
        for file in staged(folders.stage, pattern):
            yield modelconfig("site", "check", "--format", "json", file)
            yield modelconfig("site", "render", "--view", "server", file)


def _references(text: str) -> list[str]:
    """Return some names of models and providers of a site configuration, in order."""
    found = re.findall(r'"(?:modelRef|id)"\s*:\s*("(?:[^"\\\n]|\\.)*")', text)
    names = [name for name in map(_read, found) if name and "\0" not in name]
    return list(dict.fromkeys(names))[:4]


def _read(literal: str) -> str:
    try:
        return str(json.loads(literal))
    except ValueError:
        return ""


def _on_site(file: str, text: str) -> Iterator[Job]:
    for output in ("json", "text", "sarif"):
        yield modelconfig("site", "check", "--format", output, file)
    yield modelconfig("site", "check", "--warnings-as-errors", "--quiet", file)
    yield modelconfig("site", "check", "--format", "json", "--base", BASE, file)
    yield modelconfig("site", "render", file)
    yield modelconfig("site", "render", "--base", BASE, "--view", "server", file)
    yield modelconfig("site", "render", "--view", "server", "--reveal-secrets", file)
    yield modelconfig("site", "convert", file)
    yield modelconfig("site", "convert", "--reveal-secrets", "--output", f"{OUT}/converted.jsonc", file)
    for name in (*ASKED_OF_ALL, *_references(text)):
        yield modelconfig("site", "explain", "--format", "json", file, name)
    yield modelconfig("site", "explain", file, "defaultModels")


def _on_merge(case: str, names: list[str]) -> Iterator[Job]:
    file, base = f"{case}/site.json", f"{case}/base.json"
    yield modelconfig("site", "check", "--format", "json", "--base", base, file)
    for view in ("client", "server"):
        yield modelconfig("site", "render", "--view", view, "--base", base, file)
    for name in ("defaultModels", *names):
        yield modelconfig("site", "explain", "--format", "json", "--base", base, file, name)


def _on_explained(case: str, names: list[str]) -> Iterator[Job]:
    for name in names:
        for output in ("json", "text"):
            yield modelconfig("site", "explain", "--format", output, "--base", BASE, f"{case}/site.jsonc", name)
