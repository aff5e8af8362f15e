"""`--ignore` and `--warnings-as-errors`: the commands that have them, what they leave out, and what they prevent."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest
from click.testing import CliRunner

from codegen.cli.main import cli as codegen_cli
from modelconfig.cli.main import cli
from modelconfig.documents.loader import load_document
from tests.helpers.command_line import run
from tests.modelconfig.comparison.test_compare_cases import CASES as COMPARE_CASES

if TYPE_CHECKING:
    from collections.abc import Iterator

CHECKING = {
    "codegen": "types kit config due schema-lint schema-check schema-bump schema-release",
    "modelconfig": "validate compare page publish site-check ref-check",
}
ROOT = Path(__file__).parents[3]
TYPO = '{"modelConfiguration": {"sourcegraph": {}, "providrOverrides": []}}'


def commands(group: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    if not isinstance(group, click.Group):
        yield "-".join(path), group
        return
    context = click.Context(group)
    for name in group.list_commands(context):
        inner = group.get_command(context, name)
        assert inner is not None
        yield from commands(inner, (*path, name))


@pytest.mark.parametrize(("name", "group"), [("codegen", codegen_cli), ("modelconfig", cli)])
def test_every_checking_command_has_both_options(name: str, group: click.Group) -> None:
    with_options = set()
    for command_name, command in commands(group):
        options = {option for parameter in command.params for option in parameter.opts}
        assert {"--ignore", "--warnings-as-errors"} <= options or not {"--ignore", "--warnings-as-errors"} & options
        formats = next((one.type for one in command.params if "--format" in one.opts), None)
        if isinstance(formats, click.Choice) and "github" in formats.choices:
            assert "--ignore" in options, command_name
        if "--ignore" in options:
            with_options.add(command_name)
    assert with_options == set(CHECKING[name].split())


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """Return a document with warnings MC215 and MC241, and of a revision that has no exceptions."""
    content: dict[str, Any] = {**load_document(), "revision": "2001-01-01.1"}
    file = tmp_path / "models.json"
    file.write_text(json.dumps(content), "utf-8")
    return file


def codes(*arguments: object) -> tuple[int, set[str]]:
    done = run(*arguments, "--format", "json")
    return done.returncode, {problem["code"] for problem in json.loads(done.stdout)}


def test_ignored_warnings_are_left_out(document: Path) -> None:
    assert codes("validate", document) == (0, {"MC215", "MC241"})
    assert codes("validate", document, "--warnings-as-errors") == (1, {"MC215", "MC241"})
    assert codes("validate", document, "--ignore", "mc215") == (0, {"MC241"})
    assert codes("validate", document, "--ignore", "MC215", "--warnings-as-errors") == (1, {"MC241"})
    both = ("--ignore", "MC215", "--ignore", "MC241", "--warnings-as-errors")
    assert codes("validate", document, *both) == (0, set())
    done = run("validate", document, *both)
    assert done.stdout == ""
    assert done.stderr == "no problems in 1 file, 14 ignored\n"
    assert run("validate", document, *both, "--quiet").stderr == ""


def test_errors_of_checks_can_be_ignored_but_not_those_of_reading(tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.json"
    faulty.write_text(json.dumps({**load_document(), "schemaVersion": 1}), "utf-8")
    assert codes("validate", faulty)[0] == 1
    assert codes("validate", faulty, "--ignore", "MC101") == (0, set())
    faulty.write_text("{", "utf-8")
    assert codes("validate", faulty, "--ignore", "MC003") == (1, {"MC003"})
    assert codes("validate", tmp_path / "none.json", "--ignore", "MC001") == (2, {"MC001"})
    site = tmp_path / "site.json"
    site.write_text(TYPO, "utf-8")
    [code] = codes("site", "check", site)[1]
    assert codes("site", "check", site, "--ignore", code, "--warnings-as-errors") == (0, set())
    assert codes("ref", "check", "a::b")[0] == 1
    [code] = codes("ref", "check", "a::b")[1]
    assert codes("ref", "check", "a::b", "--ignore", code) == (0, set())


@pytest.mark.parametrize(("code", "hint"), [("all", "`modelconfig explain`"), ("M215", '"MC215"'), ("", "explain")])
def test_an_unknown_code_is_wrong_usage(document: Path, code: str, hint: str) -> None:
    done = run("validate", document, "--ignore", code)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--ignore" in done.stderr
    assert hint in done.stderr


@pytest.mark.parametrize("command", [("publish",), ("page", "--output")], ids=lambda words: words[0])
def test_nothing_is_published_with_warnings_as_errors(tmp_path: Path, command: tuple[str, ...]) -> None:
    document, target = tmp_path / "models.json", tmp_path / "target"
    document.write_text(json.dumps({**load_document(), "revision": "first"}), "utf-8")
    strict = ("--base", document, "--warnings-as-errors")
    done = run(*command, target, *strict)
    assert (done.returncode, done.stdout) == (1, "")
    assert "warning[MC248]" in done.stderr
    assert not target.exists()
    done = run(*command, target, *strict, "--ignore", "MC248")
    assert (done.returncode, done.stderr) == (0, "")
    assert target.exists()


def test_a_warning_about_the_published_document_prevents_publishing(tmp_path: Path, document: Path) -> None:
    target = tmp_path / "target"
    run("publish", target)
    before = {file: file.read_bytes() for file in target.iterdir()}
    done = run("publish", target, "--base", document, "--warnings-as-errors")
    assert (done.returncode, done.stdout) == (1, "")
    assert "warning[MC443]" in done.stderr
    assert {file: file.read_bytes() for file in target.iterdir()} == before
    assert run("publish", target, "--base", document, "--ignore", "MC443").stderr == ""


def test_errors_prevent_publishing_even_if_their_code_is_ignored(tmp_path: Path) -> None:
    document = tmp_path / "models.json"
    document.write_text(json.dumps({**load_document(), "models": []}), "utf-8")
    error = run("publish", tmp_path / "target", "--base", document).stderr
    code = error.partition("error[")[2][:5]
    done = run("publish", tmp_path / "target", "--base", document, "--ignore", code)
    assert (done.returncode, done.stderr) == (1, error)


def test_disagreements_can_be_ignored() -> None:
    case = COMPARE_CASES / "price-minority"
    arguments = ("compare", case / "models.json", "--with", f"litellm={case}/litellm.json")
    assert codes(*arguments) == (1, {"MC505"})
    assert codes(*arguments, "--ignore", "MC505") == (0, set())


def test_the_catalogue_is_not_built_with_warnings_as_errors(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "catalog", tmp_path / "catalog")
    main = tmp_path / "catalog" / "providers" / "google.yaml"
    lines = main.read_text("utf-8").splitlines(keepends=True)
    main.write_text("".join(lines[1:]), "utf-8")
    command = [sys.executable, "-m", "codegen", "config", "--catalog", str(tmp_path / "catalog")]
    output = tmp_path / "out.json"
    command += ["--schema", str(ROOT / "schema"), "--output", str(output)]
    strict = subprocess.run([*command, "--warnings-as-errors"], capture_output=True, text=True, check=False, cwd=ROOT)
    assert strict.returncode == 1
    assert "warning[MC014]" in strict.stdout
    assert not output.exists()
    ignored = [*command, "--warnings-as-errors", "--ignore", "MC014"]
    done = subprocess.run(ignored, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout
    assert "MC014" not in done.stdout
    assert output.exists()


def test_findings_of_a_rule_can_be_ignored(tmp_path: Path) -> None:
    schema = tmp_path / "schema"
    shutil.copytree(ROOT / "schema", schema)
    model = schema / "model.json"
    content = json.loads(model.read_text("utf-8"))
    provider = content["$defs"]["Provider"]
    provider["properties"]["motto"] = {"type": "string", "maxLength": 9, "description": "A motto."}
    provider["required"] = [*provider["required"], "motto"]
    model.write_text(json.dumps(content), "utf-8")

    def check(*options: str) -> tuple[int, list[str]]:
        arguments = ["schema", "check", "--schema", str(schema), "--format", "json", *options]
        done = CliRunner().invoke(codegen_cli, arguments, standalone_mode=False)
        report = json.loads(done.stdout)
        return done.return_value, sorted({finding["rule"] for finding in report["findings"]})

    everything = check()
    assert "required-member-added" in everything[1]
    assert "required-member-added" not in check("--ignore", "required-member-added")[1]
    assert check("--ignore", "MC174") == everything
