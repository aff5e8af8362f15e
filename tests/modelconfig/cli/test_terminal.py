"""Output on a terminal: its lines are not wider than the terminal, and progress is shown after two seconds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from modelconfig.cli.terminal import reflowed, wrapped
from modelconfig.diagnostics.phrases import cells
from modelconfig.documents.loader import load_document
from tests.modelconfig.cli.terminal_process import on_terminal

ROOT = Path(__file__).parents[3]
SITE = ROOT / "docs" / "examples" / "site-with-mistakes.jsonc"
COMPARED = ROOT / "tests" / "cases" / "compare" / "price-minority"
MODELS = COMPARED / "models.json"
COMMANDS: list[tuple[object, ...]] = [
    ("explain", "MC105"),
    ("site", "check", SITE),
    ("diff", MODELS, ROOT / "models.json"),
    ("status", "localhost:1"),
    ("compare", MODELS, "--with", f"litellm={COMPARED}/litellm.json"),
    ("client-check", ROOT / "generated/typescript/index.d.ts"),
    ("validate", "--ignore", "nothing-with-this-code", "file"),
    ("list", "claude"),
    ("site", "explain", SITE, "openai::2024-02-01::gpt-5.4-mini"),
    ("publish", "--help"),
]


@pytest.mark.parametrize("columns", [50, 100])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: "-".join(map(str, words[:2])).replace("/", ""))
def test_lines_are_not_wider_than_the_terminal(command: tuple[object, ...], columns: int) -> None:
    _, printed = on_terminal(*command, columns=columns)
    assert printed
    for line in printed.splitlines():
        is_code = line.startswith(("{", "$", "error["))
        assert cells(line) <= columns or " " not in line.strip() or is_code, line


def test_an_excerpt_is_cut_around_its_column(tmp_path: Path) -> None:
    document = tmp_path / "models.json"
    document.write_text(json.dumps({**load_document(), "schemaVersion": 1, "revision": "x"}), "utf-8")
    _, printed = on_terminal("validate", document, columns=50)
    lines = printed.splitlines()
    marks = next(number for number, line in enumerate(lines) if line.endswith("^^^"))
    begin = lines[marks].index("^")
    assert lines[marks - 1][begin : begin + 3] == '"x"'


@pytest.mark.parametrize("command", [("validate", "x.json"), ("list",), ("explain", "MC105"), ("list", "--help")])
def test_output_that_is_not_a_terminal_does_not_depend_on_its_width(command: tuple[str, ...]) -> None:
    def piped(columns: str) -> tuple[bytes, bytes]:
        environment = {**os.environ, "COLUMNS": columns}
        arguments = [sys.executable, "-m", "modelconfig", *command]
        done = subprocess.run(arguments, capture_output=True, check=False, env=environment)
        return done.stdout, done.stderr

    assert piped("200") == piped("80")
    if "--help" not in command:
        assert piped("40") == piped("80")


def test_progress_is_shown_after_two_seconds_and_removed() -> None:
    document = json.dumps({**load_document(), "revision": "x"})
    code, printed = on_terminal("validate", "-", stdin=document, delay=3.5)
    assert code == 0
    progress, _, result = printed.rpartition("\r\x1b[K")
    assert "\r\x1b[Kchecking -… 2 s" in progress
    assert "\n" not in progress
    assert result.startswith("<stdin>:1:")
    assert "\r" not in result


def test_no_progress_is_shown_for_short_work_or_typed_input_or_a_server() -> None:
    assert "\r" not in on_terminal("validate", ROOT / "models.json")[1]
    assert on_terminal("validate", "-", delay=4)[1] == ""
    _, printed = on_terminal("serve", "gateway", "--port", "0", delay=5)
    assert "listening" in printed
    assert "\x1b[K" not in printed


def test_no_progress_is_shown_in_a_pipe() -> None:
    command = [sys.executable, "-m", "modelconfig", "status", "http://10.255.255.1:9", "--timeout", "2.5"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr.startswith("modelconfig: http://10.255.255.1:9/status: ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("short", "short"),
        ("one two three four\n", "one two three\n  four\n"),
        ("  = one two three\n", "  = one two\n    three\n"),
        ("x" * 20 + " y", "x" * 20 + "\n  y"),
        ("\x1b[1mone two\x1b[0m three four", "\x1b[1mone two\x1b[0m three\n  four"),
        ("模型模型 模型模型", "模型模型\n  模型模型"),
        ("a    b    c    d    e", "a    b    c\n  d    e"),
        (" " * 20, " " * 20),
    ],
    ids=ascii,
)
def test_words_are_not_broken(text: str, expected: str) -> None:
    assert wrapped(text, 14) == expected


def test_paragraphs_of_a_page_are_reflowed_and_code_is_kept() -> None:
    code = "```sh\na  b c d e f g h i j k\nl\n```\n"
    page = "# Heading\n\nOne two\nthree four five.\n- six\n  seven eight nine\n- ten\n\n"
    shown = "# Heading\n\nOne two three\nfour five.\n- six seven\n  eight nine\n- ten\n\n"
    assert reflowed(page + code, 16) == shown + code
