"""`python -m codegen schema check`: the baseline, the output and the exit codes."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from codegen.evolution import releases
from tests.codegen.evolution.evolution_cases import CASES
from tests.codegen.evolution.schema_copies import add_default, add_optional, check, edit, entry, exempt, lower_maximum
from tests.codegen.processes import codegen, codegen_here

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Change = Callable[[dict[str, Any]], None]


def test_the_schema_is_compatible_with_the_last_release() -> None:
    finished = codegen("schema", "check")
    assert finished.returncode == 0, finished.stdout
    assert "against release" in finished.stdout


def test_a_change_requires_a_new_version(schema: Path) -> None:
    assert check(schema).returncode == 0
    edit(schema, add_optional)
    same = check(schema)
    assert same.returncode == 1
    assert "note[member-added] Model.speed" in same.stdout
    assert "the schema changed, but its version is still 1.0.0: set `x-version` to 1.1.0 or later" in same.stdout
    edit(schema, version="1.0.1")
    assert "1.0.1 is too low after 1.0.0" in check(schema).stdout
    edit(schema, version="1.1.0")
    enough = check(schema)
    assert enough.returncode == 0
    assert "the next version is 1.1.0 or later (minor change); it is 1.1.0" in enough.stdout
    edit(schema, version="0.9.0")
    assert "decreased from 1.0.0 to 0.9.0" in check(schema).stdout


def test_a_breaking_change_fails_with_any_version(schema: Path) -> None:
    edit(schema, lower_maximum, version="2.0.0")
    finished = check(schema)
    assert finished.returncode == 1
    assert "error[maximum-lowered] Model.displayName: `maxLength` changed from 128 to 64" in finished.stdout
    assert "BACKWARD breaks (clients, instances)" in finished.stdout


def test_only_the_selected_categories_count(schema: Path) -> None:
    edit(schema, lower_maximum, version="2.0.0")
    assert check(schema, "--category", "FORWARD").returncode == 0
    assert check(schema, "--category", "forward", "--category", "SOURCE").returncode == 0
    assert check(schema, "--category", "FULL").returncode == 1
    assert check(schema, "--category", "SIDEWAYS").returncode == 2


def test_an_undecided_finding_fails_until_an_exemption_decides_it(schema: Path) -> None:
    edit(schema, add_default, version="2.0.0")
    assert "FORWARD undecided" in check(schema).stdout
    assert check(schema).returncode == 1
    exempt(schema, entry())
    decided = check(schema)
    assert decided.returncode == 0
    assert "accepted: Every reader has always done so." in decided.stdout
    edit(schema, version="1.1.0")
    assert check(schema).returncode == 0
    exempt(schema, entry(verdict="breaks"))
    assert "`x-version` to 2.0.0" in check(schema).stdout
    edit(schema, version="2.0.0")
    assert check(schema).returncode == 0


def test_an_accepted_breaking_change_requires_a_major_version(schema: Path) -> None:
    edit(schema, lower_maximum, version="1.1.0")
    place = "model.json#/$defs/Model/properties/displayName"
    accepted = entry(rule="maximum-lowered", place=place, verdict="breaks")
    exempt(schema, accepted)
    assert "`x-version` to 2.0.0" in check(schema).stdout
    edit(schema, version="2.0.0")
    assert check(schema).returncode == 0
    exempt(schema, accepted | {"verdict": "compatible"})
    rejected = check(schema)
    assert rejected.returncode == 1
    assert "a change that breaks cannot be accepted as compatible" in rejected.stderr


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        (
            [entry(place="model.json#/$defs/Model")],
            "unused exception: `default-added` has no finding at",
        ),
        ([entry(rule="default-aded")], "unknown rule `default-aded`"),
        ([entry(reason="so")], "reason"),
        ([{"rule": "default-added"}], "since"),
        ([entry(verdict="undecided")], "verdict"),
        ([entry(since="1.0.1")], "version 1.0.1 has not been released"),
        ([entry(since="01.0.0")], "since"),
        ([entry(verdict="breaks"), entry()], "duplicate exception for `default-added` at"),
    ],
)
def test_an_unused_exemption_is_an_error(schema: Path, entries: list[dict[str, str]], message: str) -> None:
    edit(schema, add_default, version="2.0.0")
    exempt(schema, *entries)
    finished = check(schema)
    assert finished.returncode == 1
    assert message in finished.stdout + finished.stderr


def test_an_exemption_has_the_old_location_of_a_removed_property(schema: Path) -> None:
    def without_cost(definitions: dict[str, Any]) -> None:
        del definitions["Model"]["properties"]["estimatedModelCost"]

    edit(schema, without_cost, version="2.0.0")
    place = "model.json#/$defs/Model/properties/estimatedModelCost"
    exempt(schema, entry(rule="removal-not-announced", place=place))
    finished = check(schema)
    assert "note[removal-not-announced]" in finished.stdout
    assert finished.stderr == ""


def test_an_exemption_of_another_version_is_ignored(schema: Path) -> None:
    exempt(schema, entry(since="0.9.0"))
    assert check(schema).returncode == 0


def test_an_invalid_exemption_file_is_reported(schema: Path) -> None:
    (schema / releases.FOLDER / "exceptions.json").write_text("{", "utf-8")
    finished = check(schema)
    assert finished.returncode in (1, 2)
    assert "exceptions.json:1:" in finished.stdout
    assert "Traceback" not in finished.stderr


def test_a_schema_outside_the_dialect_is_not_compared(schema: Path) -> None:
    (schema / "model.json").write_text('{"$ref": 5}', "utf-8")
    assert check(schema).returncode == 1
    assert "Traceback" not in check(schema).stderr
    other = codegen_here("schema", "check", "--against", schema)
    assert other.returncode == 2
    assert "Traceback" not in other.stderr


def as_folders(case: Path, target: Path) -> tuple[Path, Path]:
    """Return the old and the new schema of a case as folders."""
    for side in ("old", "new"):
        (target / side).mkdir(parents=True)
        shutil.copyfile(case / f"{side}.json", target / side / "model.json")
    return target / "old", target / "new"


def test_formats_have_the_same_content(tmp_path: Path) -> None:
    old, new = as_folders(CASES / "required-member-removed" / "breaks" / "required", tmp_path)
    rules = ["required-member-removed", "removal-not-announced", "removed-name-not-reserved"]
    printed = {name: check(new, "--against", old, "--format", name) for name in ("text", "json", "github", "markdown")}
    assert {finished.returncode for finished in printed.values()} == {1}
    report = json.loads(printed["json"].stdout)
    assert [one["rule"] for one in report["findings"]] == rules
    first = report["findings"][0]
    assert first["old"] == {"file": "model.json", "pointer": "/$defs/Document/properties/gone"}
    assert first["new"] is None
    assert (first["verdict"], first["severity"]) == ("breaks", "error")
    assert {"category": "FORWARD", "verdict": "breaks"}.items() <= first["effects"][0].items()
    assert first["effects"][0]["audiences"] == ["clients", "instances"]
    assert report["version"]["least"] == "2.0.0"
    assert report["fails"] is True
    for rule in rules:
        assert f"error[{rule}] Document.gone" in printed["text"].stdout
        assert f"**{rule}**" in printed["markdown"].stdout
    lines = printed["github"].stdout.splitlines()
    assert [line.rpartition("title=")[2].partition("::")[0] for line in lines] == [*rules, "version-not-raised"]
    assert lines[0].startswith(f"::error file={new.as_posix()}/model.json,line=")


def test_a_removed_definition_is_shown_at_its_file(tmp_path: Path) -> None:
    old, new = as_folders(CASES / "definition-removed" / "breaks" / "with-the-member-that-used-it", tmp_path)
    report = json.loads(check(new, "--against", old, "--format", "json").stdout)
    (removed,) = [one for one in report["findings"] if one["rule"] == "definition-removed"]
    assert (removed["file"], removed["line"], removed["column"]) == (f"{new.as_posix()}/model.json", 1, 1)
    assert removed["new"] is None


def test_a_removed_file_has_no_location(tmp_path: Path) -> None:
    old, new = as_folders(CASES / "definition-removed" / "breaks" / "with-the-member-that-used-it", tmp_path)
    shutil.copyfile(new / "model.json", old / "other.json")
    other = json.loads((old / "other.json").read_text("utf-8"))
    definitions = {f"Other{name}": node for name, node in other["$defs"].items()}
    other |= {"$id": "other.json", "$ref": "#/$defs/OtherDocument", "$defs": definitions}
    (old / "other.json").write_text(json.dumps(other), "utf-8")
    report = json.loads(check(new, "--against", old, "--format", "json").stdout)
    (removed,) = [one for one in report["findings"] if one["rule"] == "file-removed"]
    assert (removed["file"], removed["old"]) == (None, {"file": "other.json", "pointer": ""})


def test_explain_prints_a_rule() -> None:
    page = codegen_here("schema", "explain", "default-changed")
    assert page.returncode == 0
    assert page.stdout.startswith("# default-changed\n")
    listed = codegen_here("schema", "explain")
    assert listed.returncode == 0
    assert "default-changed: " in listed.stdout
    unknown = codegen_here("schema", "explain", "default-chnged")
    assert unknown.returncode == 2
    assert 'Did you mean "default-changed"?' in unknown.stderr
