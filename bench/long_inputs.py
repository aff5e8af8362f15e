"""The slowest text with 200,000 characters in one position, for each command."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING, NamedTuple

from bench import long_values as values
from bench.long_servers import long_reloads
from bench.long_starts import long_starts, served
from bench.long_texts import long_arguments, long_jsons, long_lines, long_strings
from bench.measure import Command, Cost
from bench.table import PROCESSOR_TIME, Row, at_most
from bench.workspace import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from bench.workspace import Workspace

_SHARE = 97
"""One of this many combinations of a position and a character is measured, at one run."""
_TEXT = "TEXT"
"""The argument that a long one replaces."""


class _Commands(NamedTuple):
    """Commands that get the same texts: in a file, or in place of an argument."""

    texts: Iterable[tuple[str, str]]
    file: Path | None
    commands: Sequence[tuple[str | Path, ...]]
    kind: str = ""
    """What distinguishes these texts from others of the file, if the commands get several kinds."""


def long_inputs(workspace: Workspace, runs: int) -> list[Row]:
    """Measure each command once with each text, and show the slowest; more runs measure more texts."""
    folder = workspace.folder / "long-inputs"
    folder.mkdir()
    with served(folder / "status.json") as (url, _):
        rows = [row for commands in _table(workspace, folder, url) for row in _rows(commands, workspace, runs)]
    return [*rows, *long_reloads(workspace, folder, runs), *long_starts(workspace, folder, runs)]


def _table(workspace: Workspace, folder: Path, url: str) -> Iterator[_Commands]:
    """Yield the commands of modelconfig and of codegen."""
    program = workspace.programs / "modelconfig"
    document, site, companion = (folder / name for name in ("base.json", "site.json", "base.sources.json"))
    document.write_text(json.dumps(values.DOCUMENT), "utf-8")
    site.write_text(json.dumps(values.SITE), "utf-8")
    companion.write_text(json.dumps(values.COMPANION), "utf-8")

    def of(value: object, file: Path, *commands: tuple[str | Path, ...]) -> _Commands:
        texts = long_lines(value, _SHARE) if isinstance(value, str) else long_jsons(value, _SHARE)
        return _Commands(texts, file, [(program, *command) for command in commands])

    file, base, against = folder / "input.json", ("--base", document), ("--base", ROOT / "models.json")
    yield of(
        values.DOCUMENT,
        file,
        ("validate", file),
        ("validate", "--format", "sarif", file),
        ("list", "--base", file),
        ("show", "m", "--base", file),
        ("diff", file, ROOT / "models.json"),
        ("page", "--base", file, "--output", folder / "page"),
        ("publish", "--base", file, folder / "published"),
        ("site", "check", site, "--base", file),
    )
    yield of(
        values.SITE,
        file,
        ("site", "check", file),
        ("site", "render", file),
        ("site", "explain", file, "acme::v1::m"),
        ("site", "list", file),
        ("site", "diff", file, *against, *against),
    )
    yield of(values.COMPLETIONS, file, ("site", "convert", file))
    yield of(values.STATUS, folder / "status.json", ("status", url))
    declarations = (ROOT / "generated" / "typescript" / "index.d.ts").read_text("utf-8")[:2000]
    yield of(declarations, folder / "index.d.ts", ("client-check", folder / "index.d.ts"))
    catalogues: Iterable[tuple[str, str, object]] = (
        ("litellm", ".json", values.LITELLM),
        ("models.dev", ".json", values.MODELS_DEV),
        ("genai-prices", ".json", values.GENAI_PRICES),
        ("genai-prices", ".py", values.GENAI_PRICES_PYTHON),
        ("endoflife.date", ".json", values.END_OF_LIFE),
        ("endoflife.date", ".md", values.END_OF_LIFE_MARKDOWN),
    )
    for kind, suffix, value in catalogues:
        file = folder / f"catalogue{suffix}"
        yield of(value, file, ("compare", document, "--with", f"{kind}={file}"))
    catalogue = folder / "litellm.json"
    catalogue.write_text(json.dumps(values.LITELLM), "utf-8")
    yield of(values.COMPANION, companion, ("compare", document, "--with", f"litellm={catalogue}"))
    arguments: Sequence[tuple[str | Path, ...]] = (
        *(("ref", "check", _TEXT), ("ref", "sanitize", _TEXT), ("explain", _TEXT), ("list", _TEXT), ("show", _TEXT)),
        *(("status", "--timeout", "1", _TEXT), ("validate", _TEXT), ("site", "init", _TEXT), ("schema", _TEXT)),
        *(("site", "explain", site, _TEXT, *base), ("site", "list", site, _TEXT), ("site", "schema", _TEXT)),
        ("compare", "--with", _TEXT),
        *(
            ("serve", "gateway", "--host", _TEXT),
            ("serve", "instance", "--site-config", site, "--host", "a..b", "--gateway", _TEXT),
        ),
    )
    yield _Commands(long_arguments(_SHARE // 7), None, [(program, *argument) for argument in arguments])
    yield from _generator_commands(folder)


def _generator_commands(folder: Path) -> Iterator[_Commands]:
    program = (sys.executable, "-m", "codegen")
    catalog = folder / "catalog"
    shutil.copytree(ROOT / "catalog", catalog)
    source = next(iter(sorted(catalog.glob("providers/*.yaml"))))
    commands = (
        (*program, "config", "--check", "--catalog", catalog),
        (*program, "due", "--on", "2026-01-01", "--catalog", catalog),
    )
    yield _Commands(long_lines(source.read_text("utf-8"), _SHARE * 20), source, commands)
    for name in ("schema", "old"):
        (folder / name).mkdir()
        (folder / name / "model.json").write_text(json.dumps(values.SCHEMA), "utf-8")
    option, output = ("--schema", folder / "schema"), ("--root", folder / "output")
    schemas = (
        (*program, "schema", "lint", *option),
        (*program, "schema", "check", *option, "--against", folder / "old"),
        (*program, "types", *option, *output),
        (*program, "kit", *option, *output),
        (*program, "schema", "bump", *option),
        (*program, "schema", "release", *option),
    )
    yield _Commands(long_jsons(values.SCHEMA, _SHARE), folder / "schema" / "model.json", schemas)
    # Code is generated only from valid schemas, as most of these are.
    valid = long_strings(values.SCHEMA, values.SCHEMA_STRINGS, _SHARE // 30)
    yield _Commands(valid, folder / "schema" / "model.json", schemas[2:], "valid ")


def _rows(commands: _Commands, workspace: Workspace, runs: int) -> Iterator[Row]:
    """Yield for each command the row of the text that takes the most processor time."""
    texts = list(commands.texts)
    step = max(1, 2 * len(texts) // (3 * runs))
    original = commands.file.read_bytes() if commands.file and commands.file.exists() else None
    for number, arguments in enumerate(commands.commands):
        slowest, slowest_name = Cost(0, 0, 0), ""
        for name, text in texts[number % step :: step]:
            if commands.file:
                commands.file.write_text(text, "utf-8", newline="")
            command = [text if part == _TEXT else part for part in arguments]
            cost = Command(command, workspace.tree, succeeds=(0, 1, 2)).run()
            if cost.cpu > slowest.cpu:
                slowest, slowest_name = cost, name
        parts = [part for part in (str(argument).partition("=")[0] for argument in arguments[1:]) if "/" not in part]
        work = " ".join(["modelconfig" if arguments[0] == workspace.programs / "modelconfig" else "python", *parts])
        size = f"200,000 letters, {commands.kind}{commands.file.name}" if commands.file else "130,000 letters"
        against = f"slowest: {slowest_name}"
        yield Row(f"{work}, CPU", size, slowest, None, against, at_most(1.0), PROCESSOR_TIME)
    if commands.file and original is not None:
        commands.file.write_bytes(original)
