"""Cases of pairs of schemas under tests/cases/evolution: `<rule>/<verdict>/<words>/` with `old.json` and `new.json`.

The folder in the middle is the verdict of the rule: `breaks`, `undecided`, `compatible`, or `silent` where it reports
nothing although the change is similar. A schema of several files is a folder, `old/` or `new/`. `expected.txt` has a
line for each finding: rule, verdict by category and audience, old and new location. `released.json`, if it exists, is
the last release, which is older than the old schema.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codegen.evolution.diff.snapshot import Snapshot
from codegen.evolution.report import change_findings
from codegen.schema.loader import SchemaFile, Sources

if TYPE_CHECKING:
    from codegen.evolution.rules.findings import ChangeFinding

CASES = Path(__file__).parents[2] / "cases" / "evolution"


def cases() -> list[Path]:
    """Return every case folder. Raises AssertionError where there is none."""
    found = sorted(path for path in CASES.glob("*/*/*") if path.is_dir())
    assert found
    return found


def case_id(folder: Path) -> str:
    """Return a short name of a case."""
    return folder.relative_to(CASES).as_posix()


def sources(**files: Any) -> Sources:
    """Return schema files given as values, by module."""
    return Sources({name: SchemaFile(name, f"{name}.json", json.dumps(value), value) for name, value in files.items()})


def schemas(folder: Path, which: str) -> dict[str, Any]:
    """Return one side of a case as values, by module."""
    whole = folder / f"{which}.json"
    paths = (
        {"model": whole} if whole.exists() else {path.stem: path for path in sorted((folder / which).glob("*.json"))}
    )
    return {name: json.loads(path.read_text("utf-8")) for name, path in paths.items()}


def snapshots(folder: Path) -> tuple[Snapshot, Snapshot]:
    """Return both sides of a case."""
    return Snapshot(sources(**schemas(folder, "old")).files), Snapshot(sources(**schemas(folder, "new")).files)


def case_findings(folder: Path) -> list[ChangeFinding]:
    """Return the findings of a case."""
    old, new = snapshots(folder)
    path = folder / "released.json"
    released = Snapshot(sources(model=json.loads(path.read_text("utf-8"))).files) if path.exists() else None
    return change_findings(old, new, last_release=released, history=(released,) if released else ())


def line(finding: ChangeFinding) -> str:
    """Return a finding as a line of `expected.txt`."""
    effects = [
        f"{effect.category} {effect.verdict} {'+'.join(one.replace(' ', '-') for one in effect.audiences)}"
        for effect in finding.effects
    ]
    return (
        f"{finding.rule}: {'; '.join(effects) or 'nobody'}: {finding.change.old or '-'} -> {finding.change.new or '-'}"
    )
