"""`modelconfig list`, `show` and `diff`: their output for people and programs, and their exit codes."""

from __future__ import annotations

import copy
import json
import re
import sys
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from modelconfig.cli.main import cli
from modelconfig.cli.tables import model_card, model_table
from modelconfig.documents.loader import load_document
from modelconfig.documents.pricing import dollars, dollars_per_million

if TYPE_CHECKING:
    from pathlib import Path


def model(ref: str, **members: Any) -> dict[str, Any]:
    return {
        "modelRef": ref,
        "modelName": "name",
        "capabilities": ["chat"],
        "category": "speed",
        "status": "stable",
        "tier": "free",
        "contextWindow": {"maxInputTokens": 45000.0, "maxOutputTokens": 4000},
        **members,
    }


DOCUMENT: dict[str, Any] = {
    "schemaVersion": "1.0",
    "revision": "[b]first[/b]",
    "providers": [{"id": "acme", "displayName": "Acme"}, {"id": "bolt"}],
    "models": [
        model(
            "acme::v1::large",
            displayName="Acme [red]Large\u202e",
            capabilities=["edit", "chat", "telepathy"],
            estimatedModelCost={"unit": "btok", "inputTokenPennies": 100, "outputTokenPennies": 400000},
            serverSideConfig={"openAICompatible": {"apiModel": "canary"}},
            future={"apiKey": "canary", "x": 1},
        ),
        model("acme::v1::small", status="deprecated", tier="pro", retiresOn="2026-12-11"),
        model(
            "bolt::v1::small",
            modelConfigAllTiers={
                "enterprise": {
                    "contextWindow": {"maxInputTokens": 132000, "maxOutputTokens": 8192, "maxUserInputTokens": 18000}
                }
            },
        ),
    ],
    "defaultModels": {"chat": "acme::v1::large", "fastChat": "bolt::v1::small", "codeCompletion": "acme::v1::large"},
}

ALL = [one["modelRef"] for one in DOCUMENT["models"]]


@pytest.fixture
def base(tmp_path: Path) -> str:
    file = tmp_path / "base.json"
    file.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    return str(file)


def run(*arguments: str, stdin: str | None = None) -> Result:
    done = CliRunner().invoke(cli, arguments, input=stdin)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert "canary" not in done.output
    return done


def refs(done: Result) -> list[str]:
    return [line.split()[0] for line in done.stdout.splitlines()[1:]]


def test_list_shows_every_embedded_model() -> None:
    done = run("list")
    assert done.exit_code == 0
    assert refs(done) == [one["modelRef"] for one in load_document()["models"]]
    assert re.fullmatch(r"The values were checked between [\d-]{10} and [\d-]{10}\.\n", done.stderr)


def test_list_is_aligned_and_normalised(base: str) -> None:
    head, large, small, _ = run("list", "--base", base).stdout.splitlines()
    assert large.split("  ")[0] == "acme::v1::large"
    assert "Acme [red]Large\\u202e" in large
    assert "chat,edit,telepathy" in large
    assert large.split()[-6:] == ["45,000", "4,000", "0.001", "4.00", "-", "chat,codeCompletion"]
    assert small.split()[-6:] == ["45,000", "4,000", "-", "-", "2026-12-11", "-"]
    assert small.index("deprecated") == head.index("STATUS") == large.index("stable")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--provider", "acme"], ["acme::v1::large", "acme::v1::small"]),
        (["--provider", "acme", "--provider", "bolt", "--tier", "free"], ["acme::v1::large", "bolt::v1::small"]),
        (["--capability", "chat", "--capability", "edit"], ["acme::v1::large"]),
        (["--capability", "telepathy"], ["acme::v1::large"]),
        (["--status", "deprecated"], ["acme::v1::small"]),
        (["--status", "deprecated", "--status", "stable", "--tier", "pro"], ["acme::v1::small"]),
        (["small"], ["acme::v1::small", "bolt::v1::small"]),
        (["BÓLT", "small"], ["bolt::v1::small"]),
        (["acme large"], ["acme::v1::large"]),
        (["name", "provider"], ["bolt::v1::small"]),
        (["small", "--tier", "pro"], ["acme::v1::small"]),
        (["acme", "[b]"], []),
        (["--status", "waitlist"], []),
    ],
    ids=" ".join,
)
def test_list_filters(base: str, options: list[str], expected: list[str]) -> None:
    done = run("list", "--base", base, *options)
    assert done.exit_code == 0
    assert refs(done) == expected
    machine = run("list", "--base", base, *options, "--format", "json")
    assert [one["modelRef"] for one in json.loads(machine.stdout)] == expected


@pytest.mark.parametrize(
    ("option", "value", "near"),
    [
        ("--provider", "amce", "acme"),
        ("--status", "depricated", "deprecated"),
        ("--capability", "chatt", "chat"),
        ("--tier", "xyz", '"enterprise", "free" and "pro"'),
    ],
)
def test_list_suggests_the_nearest_value(base: str, option: str, value: str, near: str) -> None:
    done = run("list", "--base", base, option, value)
    assert done.exit_code == 2
    assert near in done.stderr


def test_json_has_unchanged_models_without_credentials(base: str) -> None:
    found = json.loads(run("list", "--base", base, "--format", "json").stdout)
    assert found[2] == DOCUMENT["models"][2]
    assert found[0]["serverSideConfig"] == "(hidden)"
    assert found[0]["future"] == {"apiKey": "(hidden)", "x": 1}


def test_standard_input() -> None:
    assert refs(run("list", "--base", "-", stdin=json.dumps(DOCUMENT))) == [
        one["modelRef"] for one in DOCUMENT["models"]
    ]
    both = run("diff", "-", "-", stdin="{}")
    assert both.exit_code == 2


def test_show_by_reference_and_by_model_id(base: str) -> None:
    done = run("show", "acme::v1::large", "--base", base)
    assert done.exit_code == 0
    assert done.stdout == run("show", "large", "--base", base).stdout
    lines = dict(line.split("  ", 1) for line in done.stdout.splitlines())
    assert lines["Provider"].strip() == "Acme (acme)"
    assert lines["Default for"].strip() == "chat, codeCompletion"
    assert lines["Cost"].strip() == (
        "$0.001 in, $4.00 out per million tokens (written as 100 and 400,000 cents per btok)"
    )
    assert lines["Server settings"].strip() == "(hidden)"
    assert lines["future"].strip() == '{"apiKey":"(hidden)","x":1}'


def test_show_prints_the_context_windows_of_tiers(base: str) -> None:
    shown = run("show", "bolt::v1::small", "--base", base).stdout
    assert "in tier enterprise  132,000 tokens in, 8,192 out; 18,000 of the input for the conversation" in shown
    assert "Cost                  unknown" in shown
    assert (
        json.loads(run("show", "bolt::v1::small", "--base", base, "--format", "json").stdout) == DOCUMENT["models"][2]
    )


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("small", '"acme::v1::small" and "bolt::v1::small"'),
        ("lrage", 'Did you mean "large"'),
        ("acme::v1::lrge", 'Did you mean "acme::v1::large"'),
        ("\x1b[31mqq", "\\u001b[31mqq"),
    ],
)
def test_show_reports_unknown_and_ambiguous_names(base: str, name: str, says: str) -> None:
    done = run("show", name, "--base", base)
    assert (done.exit_code, done.stdout) == (1, "")
    assert says in done.stderr


def test_diff_has_the_exit_codes_of_diff(base: str, tmp_path: Path) -> None:
    same = run("diff", base, base)
    assert (same.exit_code, same.output) == (0, "")
    assert run("diff", base, base, "--format", "json").stdout == "[]\n"
    changed = copy.deepcopy(DOCUMENT)
    changed["models"][0]["serverSideConfig"]["openAICompatible"]["apiModel"] = "canary-2"
    changed["models"][1]["status"] = "stable"
    other = tmp_path / "other.json"
    other.write_text(json.dumps(changed), encoding="utf-8")
    done = run("diff", base, str(other))
    assert done.exit_code == 1
    assert done.stdout.splitlines() == [
        "~ model acme::v1::large",
        "    serverSideConfig: (hidden) -> (hidden)",
        "~ model acme::v1::small",
        "    status: deprecated -> stable",
    ]
    machine = run("diff", base, str(other), "--format", "json")
    assert machine.exit_code == 1
    assert [(change["name"], change["field"]) for change in json.loads(machine.stdout)] == [
        ("acme::v1::large", "serverSideConfig"),
        ("acme::v1::small", "status"),
    ]
    markdown = run("diff", base, str(other), "--format", "markdown")
    assert markdown.exit_code == 1
    assert markdown.stdout.splitlines()[-1] == (
        "| changed | model `acme::v1::small` | `status` | `deprecated` | `stable` |"
    )
    assert run("diff", base, base, "--format", "markdown").stdout == "No differences.\n"


@pytest.mark.parametrize("command", [["list", "--base"], ["show", "x", "--base"], ["diff", "-"]], ids=lambda c: c[0])
@pytest.mark.parametrize("text", ["", "{}", "[1", '{"models": 7}'])
def test_an_unusable_document_is_reported(command: list[str], text: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.json"
    file.write_text(text, encoding="utf-8")
    done = run(*command, str(file), stdin=json.dumps(DOCUMENT))
    assert done.exit_code == 2
    assert "bad.json" in done.stdout
    machine = run(*command, str(file), "--format", "json", stdin=json.dumps(DOCUMENT))
    assert machine.exit_code == 2
    assert {problem["file"] for problem in json.loads(machine.stdout)} == {str(file)}


def test_wide_letters_take_two_columns() -> None:
    models = [model("acme::v1::a", displayName="\u6f22\u5b57"), model("acme::v1::b", displayName="four")]
    _, wide, narrow = model_table({**DOCUMENT, "models": models}, models).splitlines()
    assert wide.index("chat") == narrow.index("chat") - 2


def test_a_terminal_gets_a_long_list_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    models = [model("acme::v1::a")] * 2001
    assert model_table({**DOCUMENT, "models": models}, models).startswith("REF ")


@pytest.mark.parametrize("columns", ["80", "200"])
def test_a_terminal_gets_a_table_with_borders(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    drawn = re.sub(r"\x1b\[[0-9;]*m", "", model_table(DOCUMENT, DOCUMENT["models"]))
    assert "[red]" in drawn
    assert "* fastChat" in drawn
    assert "retires 2026-12-11" in drawn
    assert "3 models of 2 providers, revision [b]first[/b]" in drawn
    assert max(map(len, drawn.splitlines())) <= int(columns)
    card = model_card(DOCUMENT, DOCUMENT["models"][0])
    assert "(hidden)" in card
    assert "canary" not in card + drawn


@pytest.mark.parametrize(
    ("unit", "pennies", "shown"),
    [
        ("mtok", 300, "$3.00"),
        ("mtok", 0.5, "$0.005"),
        ("btok", 75, "$0.00075"),
        ("mtok", 0, "$0.00"),
        ("mtok", 123456.0, "$1,234.56"),
        ("x", 1, None),
    ],
)
def test_prices_are_shown_in_dollars_per_million(unit: str, pennies: float, shown: str | None) -> None:
    amount = dollars_per_million({"unit": unit, "inputTokenPennies": pennies}, "inputTokenPennies")
    assert (amount if amount is None else dollars(amount)) == shown
