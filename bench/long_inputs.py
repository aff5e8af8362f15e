"""The slowest text with 200,000 characters in one position, for each command."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING

from bench.long_texts import COMPLETIONS, DOCUMENT, SITE, long_jsons, long_yamls
from bench.measure import Command, Cost
from bench.table import PROCESSOR_TIME, Row, at_most
from bench.workspace import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from bench.workspace import Workspace

_SHARE = 97
"""One of this many combinations of a position and a character is measured, at one run."""


def long_inputs(workspace: Workspace, runs: int) -> list[Row]:
    """Measure each command once with each text, and show the slowest; more runs measure more texts."""
    folder = workspace.folder / "long-inputs"
    folder.mkdir()
    file, site = folder / "input.json", folder / "site.json"
    site.write_text(json.dumps(SITE), "utf-8")
    base = ("--base", file)
    commands: list[tuple[object, tuple[str | Path, ...]]] = [
        (DOCUMENT, ("validate", file)),
        (DOCUMENT, ("validate", "--format", "sarif", file)),
        (DOCUMENT, ("list", *base)),
        (DOCUMENT, ("show", "m", *base)),
        (DOCUMENT, ("diff", file, ROOT / "models.json")),
        (DOCUMENT, ("page", *base, "--output", folder / "page")),
        (DOCUMENT, ("publish", *base, folder / "published")),
        (DOCUMENT, ("site", "check", site, *base)),
        (SITE, ("site", "check", file)),
        (SITE, ("site", "render", file)),
        (SITE, ("site", "explain", file, "acme::v1::m")),
        (SITE, ("site", "list", file)),
        (SITE, ("site", "diff", file, "--base", ROOT / "models.json", "--base", ROOT / "models.json")),
        (COMPLETIONS, ("site", "convert", file)),
    ]
    rows = []
    for number, (value, arguments) in enumerate(commands):
        texts = list(long_jsons(value, _SHARE))[number % 2 :: max(1, 14 // runs)]
        work = " ".join(part for part in arguments[:2] if isinstance(part, str) and part != "--base")
        command = (workspace.programs / "modelconfig", *arguments)
        rows.append(_slowest(f"modelconfig {work}", command, file, texts, workspace.tree))
    catalog = folder / "catalog"
    shutil.copytree(ROOT / "catalog", catalog)
    source = next(iter(sorted(catalog.glob("providers/*.yaml"))))
    command = (sys.executable, "-m", "codegen", "config", "--check", "--catalog", catalog)
    yamls = long_yamls(source.read_text("utf-8"))
    return [*rows, _slowest("codegen config", command, source, yamls, workspace.tree)]


def _slowest(
    work: str, arguments: Sequence[str | Path], file: Path, texts: Iterable[tuple[str, str]], folder: Path
) -> Row:
    """Return the row of the text that takes the most processor time."""
    slowest, slowest_name = Cost(0, 0, 0), ""
    for name, text in texts:
        file.write_text(text, "utf-8")
        cost = Command(arguments, folder, succeeds=(0, 1, 2)).run()
        if cost.cpu > slowest.cpu:
            slowest, slowest_name = cost, name
    against = f"slowest: {slowest_name}"
    return Row(f"{work}, CPU", "200,000 letters", slowest, None, against, at_most(1.0), PROCESSOR_TIME)
