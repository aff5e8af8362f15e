"""What is suggested for each parameter, and that invalid and unreadable documents suggest nothing."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest

from modelconfig.cli.completion.shells import WholeOptionZsh, WholeWordBash
from modelconfig.cli.main import COMMANDS, COMPLETION, cli
from modelconfig.diagnostics.codes import CODES
from modelconfig.documents.loader import load_document
from tests.modelconfig.cli.completion.test_shells import SITE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUGGESTED = {"FILE", "DIR", "REF", "CODE", "ID", "NAME", "OLD", "NEW", "DOCUMENT"}
"""What a parameter with suggestions is called in the help."""
WITHOUT_SUGGESTIONS = {"names"}
"""A parameter of `ref sanitize`, which takes any text."""


def suggested(line: str) -> list[tuple[str, str | None]]:
    """Return value and description of each suggestion for a line."""
    *arguments, incomplete = line.split(" ")
    items = WholeOptionZsh(cli, {}, "modelconfig", COMPLETION).get_completions(arguments, incomplete)
    assert {item.type for item in items} <= {"plain"}
    return [(item.value, item.help) for item in items]


def values(line: str) -> list[str]:
    return [value for value, _ in suggested(line)]


def parameters(command: click.Command) -> Iterator[tuple[str, click.Parameter]]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from parameters(inner)
    else:
        yield from ((str(command.name), parameter) for parameter in command.params)


def test_each_file_reference_and_code_has_suggestions() -> None:
    for command, parameter in parameters(cli):
        shown = parameter.make_metavar(click.Context(cli)).strip("[].")
        if shown in SUGGESTED and parameter.name not in WITHOUT_SUGGESTIONS:
            assert parameter.shell_complete(click.Context(cli), ""), (command, parameter.name)


def test_references_providers_and_codes_are_suggested_with_their_names() -> None:
    models = load_document()["models"]
    assert values("show ") == [model["modelRef"] for model in models]
    assert ("openai", "OpenAI") in suggested("list --provider ")
    assert values("list --status=dep") == ["--status=deprecated"]
    assert suggested("explain mc003") == [("MC003", CODES["MC003"].title)]
    assert values("publish dir --ignore MC44") == [code for code in CODES if code.startswith("MC44")]
    assert values("show anthropic::nothing") == []
    assert values("") == [*COMMANDS]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"models": [{}]}'])
def test_nothing_is_suggested_from_an_invalid_document(tmp_path: Path, content: str) -> None:
    base = tmp_path / "base.json"
    base.write_text(content, "utf-8")
    assert values(f"show --base {base} ") == []
    assert values(f"show --base {tmp_path}/none.json ") == []


def test_suggestions_never_read_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(load_document()).encode())))
    assert values("show --base - ") == []
    assert values("site explain - ") == []
    assert sys.stdin.read()


def test_values_of_a_site_configuration_are_suggested_with_those_of_the_catalogue(tmp_path: Path) -> None:
    site = tmp_path / "site.jsonc"
    refs = [model["modelRef"] for model in load_document()["models"]]
    site.write_text(json.dumps(SITE), "utf-8")
    assert {*refs, "acme", "acme::v1::large", "defaultModels"} <= set(values(f"site explain {site} "))
    site.write_text('{"modelConfiguration": {"modelOverrides": 1}}', "utf-8")
    assert {*refs, "defaultModels"} <= set(values(f"site explain {site} "))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("modelconfig show anthropic::2", (["show"], "anthropic::2")),
        ("modelconfig show  ", (["show"], "")),
        ("modelconfig show 'a b", (["show"], "a b")),
        ("modelconfig", ([], "modelconfig")),
        ("", ([], "")),
    ],
)
def test_bash_completes_the_word_at_the_end_of_the_line(
    monkeypatch: pytest.MonkeyPatch, line: str, expected: tuple[list[str], str]
) -> None:
    monkeypatch.setenv("COMP_WORDS", line)
    assert WholeWordBash(cli, {}, "modelconfig", COMPLETION).get_completion_args() == expected


def test_commands_are_suggested_without_importing_them() -> None:
    code = (
        "import sys; from modelconfig.cli.main import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    )
    environment = {**os.environ, COMPLETION: "bash_complete", "COMP_WORDS": "modelconfig "}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment)
    assert done.stdout.splitlines() == [f"plain,{name}" for name in COMMANDS]
    assert "modelconfig.cli.documents.validate_command" not in done.stderr.split()
