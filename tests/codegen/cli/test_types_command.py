"""The commands `python -m codegen types` and `schema lint`: invalid input, unwritable folders, written files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.codegen.processes import codegen
from tests.codegen.schema.schema_cases import ROOT, schema_folder, with_members

if TYPE_CHECKING:
    from pathlib import Path
    from subprocess import CompletedProcess

TEXT = {"type": "string", "description": "A text."}
GOOD = with_members(name=TEXT)
MISSPELT = with_members(name={**TEXT, "patern": "^a$"})


def types(folder: Path, *arguments: str) -> CompletedProcess[str]:
    """Generate into `folder/out` from `folder/schema`."""
    finished = codegen("types", "--schema", folder / "schema", "--root", folder / "out", *arguments)
    assert "Traceback" not in finished.stderr, finished.stderr
    return finished


def listing(root: Path) -> dict[str, tuple[int, bytes]]:
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


UNUSABLE: dict[str, bytes | None] = {
    "empty": b"",
    "blank": b" \n\t\n",
    "invalid-utf-8": b'{ "title": "\xff" }',
    "utf-16": '{ "title": "x" }'.encode("utf-16"),
    "binary": bytes(range(256)),
    "200-levels": b'{ "$defs": ' + b"[" * 200 + b"]" * 200 + b"}",
    "100000-levels": b"[" * 100_000,
    "cut-off": json.dumps(GOOD).encode()[:-1],
    "not-a-number": b'{ "minimum": NaN }',
    "huge-number": b'{ "minimum": 1e999 }',
    "a-list": b"[]",
    "null": b"null",
    "directory": None,
}


@pytest.mark.parametrize("content", UNUSABLE.values(), ids=UNUSABLE)
def test_unusable_file_is_a_problem_and_nothing_is_written(content: bytes | None, tmp_path: Path) -> None:
    schema = schema_folder(tmp_path / "schema", site={**GOOD, "$id": "site.json"})
    if content is None:
        (schema / "model.json").mkdir()
    else:
        (schema / "model.json").write_bytes(content)
    finished = types(tmp_path)
    assert finished.returncode in (1, 2)
    assert "schema/model.json" in finished.stdout
    assert "error[MC0" in finished.stdout or "error[MC101]" in finished.stdout
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("kind", ["missing", "empty", "file", "without-model"])
def test_unusable_folder_is_a_problem(kind: str, tmp_path: Path) -> None:
    schema = tmp_path / "schema"
    if kind == "file":
        schema.write_text("x", "utf-8")
    elif kind != "missing":
        schema.mkdir()
    if kind == "without-model":
        schema_folder(schema, site={**GOOD, "$id": "site.json"})
    for command in (types(tmp_path), codegen("schema", "lint", "--schema", schema)):
        assert command.returncode == 2
        assert command.stdout.startswith(f"{schema.as_posix()}: error[MC001]")
        assert "model.json" in command.stdout
        assert "Traceback" not in command.stderr
    assert not (tmp_path / "out").exists()


def test_an_invalid_schema_changes_no_existing_file(tmp_path: Path) -> None:
    schema_folder(tmp_path / "schema", model=GOOD)
    assert types(tmp_path).returncode == 0
    before = listing(tmp_path / "out")
    schema_folder(tmp_path / "schema", model=MISSPELT)
    finished = types(tmp_path)
    assert finished.returncode == 1
    assert listing(tmp_path / "out") == before


def test_all_problems_of_all_files_are_reported_in_one_run(tmp_path: Path) -> None:
    other: dict[str, Any] = {**MISSPELT, "$id": "site.json", "surplus": 1}
    schema_folder(tmp_path / "schema", model=MISSPELT, site=other)
    finished = types(tmp_path)
    assert finished.stdout.count("error[MC150]") == 3
    assert finished.stdout.count("Did you mean `pattern`?") == 2
    assert [
        line.partition(": ")[0].rpartition("/")[2] for line in finished.stdout.splitlines() if "error[" in line
    ] == [
        "model.json:16:11",
        "site.json:16:11",
        "site.json:22:3",
    ]


@pytest.mark.parametrize("format_name", ["text", "json", "github", "sarif"])
@pytest.mark.parametrize("command", ["types", "lint"])
def test_formats(format_name: str, command: str, tmp_path: Path) -> None:
    schema = schema_folder(tmp_path / "schema", model=MISSPELT)
    if command == "types":
        finished = types(tmp_path, "--format", format_name)
    else:
        finished = codegen("schema", "lint", "--schema", schema, "--format", format_name)
    assert finished.returncode == 1
    pointer = "/$defs/Document/properties/name/patern"
    if format_name == "text":
        assert f"{schema.as_posix()}/model.json:16:11: error[MC150] unknown keyword `patern`" in finished.stdout
        assert '"patern": "^a$"' in finished.stdout
    elif format_name == "github":
        assert finished.stdout.startswith(f"::error file={schema.as_posix()}/model.json,line=16,col=11,title=MC150")
    elif format_name == "json":
        (problem,) = json.loads(finished.stdout)
        assert (problem["code"], problem["line"], problem["column"], problem["pointer"]) == ("MC150", 16, 11, pointer)
    else:
        (result,) = json.loads(finished.stdout)["runs"][0]["results"]
        assert result["ruleId"] == "MC150"
        assert result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == pointer


def test_check_writes_nothing_needs_no_git_and_runs_anywhere(tmp_path: Path) -> None:
    schema_folder(tmp_path / "schema", model=GOOD)
    places = ("--schema", tmp_path / "schema", "--root", tmp_path / "out")
    absent = codegen("types", "--check", *places, folder=tmp_path, PATH="")
    assert absent.returncode == 1
    assert not (tmp_path / "out").exists()
    assert codegen("types", *places, folder=tmp_path, PATH="").returncode == 0
    before = listing(tmp_path / "out")
    clean = codegen("types", "--check", "--schema", "schema", "--root", "out", folder=tmp_path, PATH="")
    assert (clean.returncode, clean.stdout) == (0, ""), clean.stderr
    changed = tmp_path / "out/generated/typescript/index.d.ts"
    changed.write_text(changed.read_text("utf-8") + "// by hand\n", "utf-8")
    (tmp_path / "out/generated/python/modelconfig_types/old.py").write_text("", "utf-8")
    (tmp_path / "out/docs/reference/old.md").write_text("", "utf-8")
    (tmp_path / "out/generated/schema/model.json").unlink()
    drifted = listing(tmp_path / "out")
    finished = codegen("types", "--check", *places, folder=tmp_path / "schema", PATH="")
    assert finished.returncode == 1
    assert "generated/typescript/index.d.ts: error[MC170]" in finished.stdout
    assert "generated/schema/model.json: error[MC170] is missing" in finished.stdout
    assert "generated/python/modelconfig_types/old.py: error[MC171]" in finished.stdout
    assert "docs/reference/old.md: error[MC171]" in finished.stdout
    assert "\n-// by hand\n" in finished.stderr
    assert listing(tmp_path / "out") == drifted
    assert codegen("types", *places).returncode == 0
    assert {name: found[1] for name, found in listing(tmp_path / "out").items()} == {
        name: found[1] for name, found in before.items()
    }


def test_dry_run_lists_what_would_change_and_writes_nothing(tmp_path: Path) -> None:
    schema_folder(tmp_path / "schema", model=GOOD)
    finished = types(tmp_path, "--dry-run")
    assert finished.returncode == 0
    assert "generated/typescript/index.d.ts: is missing\n" in finished.stdout
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("arguments", [(), ("--dry-run",), ("--check",)], ids=["write", "dry-run", "check"])
@pytest.mark.parametrize("writable", [True, False], ids=["writable", "unwritable"])
def test_standard_output_is_one_array_for_programs(
    arguments: tuple[str, ...], tmp_path: Path, *, writable: bool
) -> None:
    schema_folder(tmp_path / "schema", model=GOOD)
    if not writable:
        (tmp_path / "out").write_text("a file", "utf-8")
    assert isinstance(json.loads(types(tmp_path, "--format", "json", *arguments).stdout), list)


def test_excerpts_of_a_schema_are_not_masked(tmp_path: Path) -> None:
    schema_folder(tmp_path / "schema", model=with_members(accessToken={**TEXT, "$ref": "#/$defs/Nothing"}))
    assert '"$ref": "#/$defs/Nothing"' in types(tmp_path).stdout


def test_a_second_run_changes_nothing_and_reports_it(tmp_path: Path) -> None:
    schema_folder(tmp_path / "schema", model=GOOD)
    first = types(tmp_path)
    before = listing(tmp_path / "out")
    second = types(tmp_path)
    assert len([line for line in first.stderr.splitlines() if line.startswith("wrote")]) == len(before)
    assert second.stderr == f"{len(before)} files generated, {len(before)} of them unchanged\n"
    assert listing(tmp_path / "out") == before


def test_an_unwritable_location_is_a_problem(tmp_path: Path) -> None:
    schema_folder(tmp_path / "schema", model=GOOD)
    (tmp_path / "out").write_text("a file", "utf-8")
    finished = types(tmp_path)
    assert finished.returncode == 2
    assert "error[MC011]" in finished.stdout
    assert (tmp_path / "out").read_text("utf-8") == "a file"


def test_byte_order_mark_is_a_warning_and_generates(tmp_path: Path) -> None:
    schema = schema_folder(tmp_path / "schema")
    (schema / "model.json").write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode())
    finished = types(tmp_path)
    assert finished.returncode == 0
    assert "model.json:1:1: warning[MC010]" in finished.stdout
    assert (tmp_path / "out/generated/schema/model.json").exists()


@pytest.mark.parametrize(
    "arguments",
    [["types", "--format", "xml"], ["typse"], ["schema"], ["types", "surplus"], ["types", "--check", "--dry-run"]],
)
def test_wrong_usage_is_reported_and_exits_with_2(arguments: list[str]) -> None:
    finished = codegen(*arguments)
    assert finished.returncode == 2
    assert finished.stdout == ""
    assert "Usage: python -m codegen" in finished.stderr


def test_the_project_s_own_schema_has_no_problem() -> None:
    finished = codegen("schema", "lint", folder=ROOT)
    assert (finished.returncode, finished.stderr) == (0, "no problems in 5 schema files\n")
