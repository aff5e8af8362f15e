"""Files of another kind, URLs, and the names of options: each is answered with what to do instead."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from codegen.cli.main import main as codegen
from modelconfig.cli.main import main as modelconfig
from tests.helpers.command_line import run

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"
SITE = EXAMPLES / "site" / "byok.jsonc"
BARE = '{ "sourcegraph": {}, "defaultModels": { "chat": "a::v1::b" } }'
YAML = "# comment\n\nmodelConfiguration:\n  sourcegraph: {}\n"
LONG = f"folder/{'x' * 300}"
"""A path whose last name is longer than file systems allow."""
URL = "https://user:canary@example.com/models.json?key=canary"


def problem_of(*arguments: str | Path, stdin: str = "") -> dict[str, str]:
    """Return the only problem."""
    [found] = json.loads(run(*map(str, arguments), "--format", "json", stdin=stdin).stdout)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("site", [SITE.read_text("utf-8"), BARE, '{ "completions": {} }', '{ "cody.enabled": true }'])
def test_validate_recognises_a_site_configuration(site: str) -> None:
    found = problem_of("validate", "-", stdin=site)
    assert (found["code"], "site check" in found["hint"]) == ("MC361", True)
    found = problem_of("list", "--base", "-", stdin=site)
    assert (found["code"], "site check" in found["hint"]) == ("MC361", True)


def test_the_hint_of_a_site_configuration_works() -> None:
    assert run("site", "check", str(SITE)).returncode == 0


@pytest.mark.parametrize("command", [("validate",), ("site", "check")])
@pytest.mark.parametrize(
    "text",
    [YAML, "---\na: 1", "- a: 1\n- b", "models:\n", "schemaVersion: '1.0'", "# x\r\n \r\n" * 500 + "a: 1"],
    ids=range(6),
)
def test_yaml_is_recognised(command: tuple[str, ...], text: str) -> None:
    found = problem_of(*command, "-", stdin=text)
    assert (found["code"], "Convert it to JSON" in found["hint"]) == ("MC361", True)


def test_yaml_is_recognised_by_the_name_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.YML").write_text("? {a: 1}\n", "utf-8")
    assert problem_of("validate", tmp_path / "a.YML")["code"] == "MC361"
    (tmp_path / "b.yaml").write_text('{ "cody.enabled": true }', "utf-8")
    assert run("site", "check", str(tmp_path / "b.yaml")).returncode == 0


@pytest.mark.parametrize(
    "document",
    ['{ "models": [] }', '{ "schemaVersion": "1.0", "providers": [], "models": [], "defaultModels": {} }'],
)
def test_site_check_recognises_a_document(document: str) -> None:
    found = problem_of("site", "check", "-", stdin=document)
    assert (found["code"], "modelconfig validate" in found["hint"]) == ("MC361", True)


@pytest.mark.parametrize(
    "text", ['{ "models": [], "modelConfiguration": {} }', "{}", '{ "auth.providers": [] }', "[]", "# x\r\n" * 50]
)
def test_other_files_are_not_mistaken_for_another_kind(text: str) -> None:
    for command in (("validate",), ("site", "check")):
        found = json.loads(run(*command, "-", "--format", "json", stdin=text).stdout)
        assert "MC361" not in {one["code"] for one in found}


@pytest.mark.parametrize(
    "arguments",
    [
        ("validate", URL),
        ("list", "--base", URL),
        ("show", "gpt-4o", "--base", URL),
        ("diff", URL, URL),
        ("page", "--output", "OUT", "--base", URL),
        ("publish", "OUT", "--base", URL),
        ("client-check", URL),
        ("site", "check", URL),
        ("site", "check", str(SITE), "--base", URL),
        ("site", "render", URL),
        ("site", "explain", URL, "gpt-4o"),
        ("site", "convert", URL),
    ],
)
def test_a_url_in_place_of_a_file_is_rejected_with_a_sentence(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = run(*(str(tmp_path / argument) if argument == "OUT" else argument for argument in arguments))
    assert done.returncode == 2
    printed = done.stdout + done.stderr
    assert "this is a URL" in printed
    assert "Download it" in printed
    assert "canary" not in printed


@pytest.mark.parametrize(
    "arguments",
    [
        ("publish", "s3://bucket/path"),
        ("page", "--output", URL),
        ("site", "convert", str(SITE), "--output", URL),
        ("site", "init", "openai", "--output", URL),
        ("status", "localhost:1", "--token-file", URL),
        ("serve", "instance", "--site-config", str(SITE), "--cache-dir", URL),
    ],
)
def test_a_url_in_place_of_an_output_is_rejected(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "this is a URL" in done.stderr
    assert "canary" not in done.stderr


@pytest.mark.parametrize("option", ["--base", "--models"])
@pytest.mark.parametrize("command", [("publish", "OUT"), ("page", "--output", "OUT")])
def test_the_base_has_one_name_and_the_older_one_stays(command: tuple[str, ...], option: str, tmp_path: Path) -> None:
    arguments = [str(tmp_path / argument) if argument == "OUT" else argument for argument in command]
    assert run(*arguments, option, "models.json").returncode == 0


def test_show_finds_a_model_by_its_display_name() -> None:
    done = run("show", "claude  sonnet 5", "--format", "json")
    assert json.loads(done.stdout)["modelRef"] == "anthropic::2024-10-22::claude-sonnet-5-latest"
    several = run("show", "Claude 3.5 Sonnet")
    assert several.returncode == 1
    assert "Use the full reference." in several.stderr


def test_show_does_not_suggest_deprecated_models() -> None:
    assert "Did you mean" not in run("show", "anthropic::2023-01-01::claude-2.2").stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("validate", LONG),
        ("list", "--base", LONG),
        ("compare", "--with", f"litellm={LONG}"),
        ("client-check", LONG),
        ("page", "--output", LONG),
        ("publish", LONG),
        ("site", "check", LONG),
        ("site", "convert", LONG),
        ("site", "init", "openai", "--output", LONG),
        ("site", "convert", str(EXAMPLES / "site-completions.jsonc"), "--output", LONG),
        ("serve", "instance", "--site-config", str(SITE), "--tokens", LONG),
    ],
    ids=lambda arguments: " ".join(word for word in arguments if "/" not in word),
)
def test_a_name_that_no_file_can_have(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(SystemExit) as ended:
        modelconfig(list(arguments))
    printed = "".join(capsys.readouterr())
    assert (ended.value.code, f"{LONG}: error[MC0" in printed, "file name too long" in printed) == (2, True, True)


@pytest.mark.parametrize("command", ["types --schema", "config --catalog", "due --on 2026-01-01 --catalog"])
def test_a_name_that_no_folder_of_sources_can_have(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        codegen([*command.split(), LONG.partition("/")[2]])
    # Since Python 3.14, pathlib says that such a folder does not exist.
    assert (ended.value.code, "error[MC001]" in "".join(capsys.readouterr())) == (2, True)


@pytest.mark.parametrize(
    "command", ["types --schema", "config --catalog", "config --output", "due --catalog", "types --root"]
)
def test_a_url_in_place_of_a_path_of_sources(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        codegen([*command.split(), URL])
    printed = capsys.readouterr().err
    assert (ended.value.code, "this is a URL" in printed, "canary" in printed) == (2, True, False)


@pytest.mark.parametrize("arguments", ["site check --on", "site init", "serve gateway --port", "status --timeout"])
def test_a_usage_error_hides_a_credential(arguments: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        modelconfig([*arguments.split(), URL])
    printed = capsys.readouterr().err
    assert (ended.value.code, "(hidden)" in printed, "canary" in printed) == (2, True, False)


def test_compare_hides_a_credential_in_place_of_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        modelconfig(["compare", "--with", URL])
    assert "canary" not in capsys.readouterr().err


def test_an_output_of_links_in_a_circle(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(link)
    with pytest.raises(SystemExit):
        codegen(["config", "--output", str(link)])
    assert f"{link}: error[MC477]" in capsys.readouterr().out
