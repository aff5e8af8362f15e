"""The table of `modelconfig client-check`: what the changes since each release mean for clients."""

import json
from pathlib import Path

from codegen.evolution.diff.audiences import Audience, Category
from codegen.evolution.diff.snapshot import Snapshot
from codegen.evolution.exemptions import Exemptions, apply_exemptions, load_exemptions
from codegen.evolution.releases import CLIENT_FILES, SOURCES, releases
from codegen.evolution.report import change_findings
from codegen.evolution.rules.findings import Verdict
from codegen.schema.loader import load_schemas
from modelconfig.cli.client_check_command import IMPACTS, content_digest

PATH = "src/modelconfig/cli/data/client_changes.json"
"""Relative to the folder that contains the folder of the schemas."""
_IMPACTS = dict(zip(Verdict, IMPACTS, strict=True))
_CATEGORIES = {"keeping": Category.FORWARD, "taking": Category.SOURCE, "older": Category.BACKWARD}
"""The category of each situation that the command distinguishes."""


def client_changes(schema_folder: Path) -> dict[str, str]:
    """Return the text of the table by its path; nothing if no release exists."""
    snapshots = {
        release: Snapshot(load_schemas(release.path / SOURCES)[0].files) for release in releases(schema_folder)
    }
    if not snapshots:
        return {}
    (declarations,) = CLIENT_FILES
    exemptions = load_exemptions(schema_folder)
    newest = list(snapshots.values())[-1]
    by_version = {
        release.version: {
            "digest": content_digest((release.path / declarations).read_text("utf-8")),
            "differences": _differences(old, newest, exemptions),
        }
        for release, old in snapshots.items()
    }
    table = {"newest": newest.version, "releases": by_version}
    return {PATH: json.dumps(table, indent=2, ensure_ascii=False) + "\n"}


def _differences(old: Snapshot, new: Snapshot, exemptions: Exemptions) -> list[dict[str, str]]:
    applied = apply_exemptions(change_findings(old, new), exemptions, old.version)
    return [
        {
            "what": finding.rule,
            "subject": finding.change.subject,
            "message": finding.message,
            **{
                situation: _IMPACTS[finding.verdict({category}, {Audience.CLIENTS})]
                for situation, category in _CATEGORIES.items()
            },
        }
        for finding in applied.findings
        if Audience.CLIENTS in finding.change.audiences and not finding.policy
    ]
