"""Documents, site configurations and file names with credentials, control characters and directions of text."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

import pytest

from modelconfig.diagnostics.problem import error, in_file
from modelconfig.diagnostics.render.formats import FORMATS, render
from modelconfig.server.http.logs import HumanFormatter, JsonFormatter
from tests.helpers.command_line import run
from tests.modelconfig.publish.samples import document, model

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CANARY = "CANARY-canary-12345"
CREDENTIALS = (f"sk-ant-api03-{CANARY}", f"https://user:{CANARY}@h.example/x", f"https:/user:{CANARY}@h.example")
# A forged line, a colour, a line that is overwritten, C1 controls, directions of text, line separators, invisible.
CONTROLS = "\n::error::forged|\x1b[31m|\r|\x9b1m|\x85|\u202e|\u2066|\u2028|\x7f|\x07|\U000e0041|\ufeff"
HOSTILE = f"a{CONTROLS}z"
DOCUMENT_COMMANDS = (
    *(("validate", "FILE", "--consumer", "--format", name) for name in FORMATS),
    ("validate", "FILE"),
    ("list", "--base", "FILE"),
    ("list", "--base", "FILE", "--format", "json"),
    ("show", "--base", "FILE", "large"),
    ("show", "--base", "FILE", "large", "--format", "json"),
    *(("diff", "good.json", "FILE", "--format", name) for name in ("text", "json", "markdown")),
    ("diff", "FILE", "good.json"),
    ("compare", "FILE"),
    ("site", "list", "site.json", "--base", "FILE"),
    ("site", "render", "site.json", "--base", "FILE", "--view", "client"),
    ("page", "--output", "page", "--base", "FILE"),
    ("publish", "tree", "--base", "FILE"),
)
REJECTING = ("validate", "page", "publish")
SITE_COMMANDS = (
    *(("check", "FILE", "--format", name) for name in FORMATS),
    ("render", "FILE"),
    ("render", "FILE", "--view", "client"),
    ("list", "FILE"),
    ("list", "FILE", "--format", "json"),
    ("explain", "FILE", "x"),
    ("explain", "FILE", "x", "--format", "json"),
    ("diff", "FILE", "FILE"),
    ("convert", "FILE"),
    ("convert", "FILE", "--output", "FILE.out"),
)


@pytest.mark.parametrize("credential", CREDENTIALS)
@pytest.mark.parametrize("arguments", [("ref", "check"), ("ref", "sanitize"), ("ref", "sanitize", "name"), ("show",)])
def test_arguments_with_credentials_are_not_repeated(arguments: tuple[str, ...], credential: str) -> None:
    done = run(*arguments, credential)
    assert (done.returncode, CANARY in done.stdout + done.stderr) in {(1, False), (2, False)}
    assert arguments[0] == "show" or done.stdout + done.stderr != ""


def test_a_sanitized_name_has_printable_characters_only() -> None:
    assert run("ref", "sanitize", HOSTILE).stdout.removesuffix("\n").isascii()
    assert run("ref", "sanitize", HOSTILE).stdout.removesuffix("\n").isprintable()


def documents(text: str) -> Iterator[dict[str, Any]]:
    """Yield documents with the text as a value and as the name of a property, at every kind of location."""
    for name in ("displayName", "modelName", "category", "status", "tier", "future"):
        yield document(models=[model(**{name: text})])
    yield document(models=[model(modelRef=f"acme::v1::{text}")])
    yield document(models=[model(capabilities=["chat", text])])
    yield document(models=[model(**{text: {text: [text]}})])
    yield document(models=[model(clientSideConfig={"openAICompatible": {text: text}})])
    yield document(models=[model(contextWindow={"maxInputTokens": 100, "maxOutputTokens": 10, text: text})])
    yield document(**{text: text})
    yield document(revision=text)
    yield document(providers=[{"id": "acme", "displayName": text, text: {}}])


def sites(text: str) -> Iterator[dict[str, Any]]:
    """Yield site configurations with the text wherever an administrator writes text, one of which can be merged."""
    model_override = {
        "modelRef": "acme::v1::x",
        "displayName": text,
        "modelName": text,
        "capabilities": ["chat", "autocomplete"],
        "contextWindow": {"maxInputTokens": 1000, "maxOutputTokens": 100},
    }
    config = {"type": "openaicompatible", "endpoints": [{"url": "https://llm.acme.example/v1"}]}
    section: dict[str, Any] = {
        "sourcegraph": None,
        "providerOverrides": [{"id": "acme", "displayName": text, "serverSideConfig": config}],
        "modelOverrides": [model_override],
        "defaultModels": dict.fromkeys(("chat", "fastChat", "codeCompletion"), "acme::v1::x"),
    }
    yield {"modelConfiguration": section}
    yield {"modelConfiguration": {**section, text: text, "defaultModels": {text: text}}}
    yield {"modelConfiguration": {"sourcegraph": {"modelFilters": {"allow": [text]}, text: text}}}
    yield {"completions": {"provider": "openai", "chatModel": text, "completionModel": "y", "accessToken": text}}
    yield {"completions": {"provider": "azure-openai", "endpoint": text, "chatModel": "x", "completionModel": "y"}}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.json").write_text(json.dumps(document()), "utf-8")
    site: dict[str, Any] = {"modelConfiguration": {"sourcegraph": {}}}
    (tmp_path / "site.json").write_text(json.dumps(site), "utf-8")
    return tmp_path


def printed(command: tuple[str, ...], file: Path | str) -> tuple[int, str]:
    done = run(*(part.replace("FILE", str(file)) for part in command))
    return done.returncode, done.stdout + done.stderr


def assert_safe(text: str) -> None:
    """Assert that each line is printable, and that no value or file name has started a line."""
    assert [line for line in text.split("\n") if not line.replace("\t", "").isprintable()] == []
    assert not any(line.startswith("::error::forged") for line in text.split("\n"))


@pytest.mark.parametrize("credential", CREDENTIALS)
@pytest.mark.parametrize("command", DOCUMENT_COMMANDS, ids=" ".join)
def test_no_command_prints_a_credential_of_a_document(folder: Path, command: tuple[str, ...], credential: str) -> None:
    for value in documents(credential):
        (folder / "x.json").write_text(json.dumps(value, indent=1), "utf-8")
        code, text = printed(command, "x.json")
        assert CANARY not in text
        if command[0] in REJECTING:
            assert code == 1
            assert "MC247" in text or "(hidden) is not a valid" in text
            assert not (folder / "page").exists()
            assert not (folder / "tree").exists()


@pytest.mark.parametrize("credential", CREDENTIALS)
@pytest.mark.parametrize("command", SITE_COMMANDS, ids=" ".join)
def test_no_command_prints_a_credential_of_a_site(folder: Path, command: tuple[str, ...], credential: str) -> None:
    for value in sites(credential):
        (folder / "x.json").write_text(json.dumps({"cody.enabled": True, **value}, indent=1), "utf-8")
        assert CANARY not in printed(("site", *command), "x.json")[1]


@pytest.mark.parametrize("credential", CREDENTIALS)
def test_a_credential_as_a_display_name_of_a_site_is_an_error(folder: Path, credential: str) -> None:
    (folder / "x.json").write_text(json.dumps(next(sites(credential))), "utf-8")
    code, text = printed(("site", "check", "FILE"), "x.json")
    assert (code, text.count("error[MC247]")) == (1, 3)


@pytest.mark.parametrize("command", DOCUMENT_COMMANDS, ids=" ".join)
def test_no_command_prints_control_characters_of_a_document(folder: Path, command: tuple[str, ...]) -> None:
    for value in documents(HOSTILE):
        for name in ("x.json", HOSTILE.replace("/", "") + ".json"):
            (folder / name).write_text(json.dumps(value, indent=1, ensure_ascii=False), "utf-8")
            assert_safe(printed(command, name)[1])


@pytest.mark.parametrize("command", SITE_COMMANDS, ids=" ".join)
def test_no_command_prints_control_characters_of_a_site(folder: Path, command: tuple[str, ...]) -> None:
    for value in sites(HOSTILE):
        for name in ("x.json", HOSTILE.replace("/", "") + ".json"):
            text = json.dumps({"cody.enabled": True, **value}, indent=1, ensure_ascii=False)
            (folder / name).write_text(text, "utf-8")
            assert_safe(printed(("site", *command), name)[1])


@pytest.mark.parametrize(
    "command",
    [
        *(("validate",), ("list", "--base"), ("publish",), ("page", "--output"), ("site", "check"), ("site", "init")),
        *(("site", "convert"), ("ref", "check"), ("show",), ("explain",), ("schema",), ("client-check",), ("status",)),
        *(
            ("status", "http://127.0.0.1:1", "--token-file"),
            ("list", "--provider"),
            ("validate", "--format"),
            ("site",),
        ),
        *(("site", "init", "openai", "--output"), ("compare", "good.json", "--with"), ()),
    ],
    ids=" ".join,
)
def test_no_command_prints_control_characters_of_an_argument(folder: Path, command: tuple[str, ...]) -> None:
    assert folder.is_dir()
    assert_safe(printed((*command, "FILE"), HOSTILE)[1])
    assert_safe(printed((*command, "FILE"), f"--{HOSTILE}")[1])


@pytest.mark.parametrize("name", FORMATS)
def test_problems_are_printable_in_every_format(name: str) -> None:
    problem = error("MC001", HOSTILE, hint=HOSTILE, pointer=f"/{HOSTILE}")
    text = render(in_file([problem], HOSTILE), name, sources={HOSTILE: HOSTILE})
    assert_safe(text)
    assert text.count("\n") < 4 or name in {"json", "sarif"}


@pytest.mark.parametrize("formatter", [HumanFormatter(), JsonFormatter()], ids=["human", "json"])
def test_a_log_line_is_printable(formatter: logging.Formatter) -> None:
    record = logging.LogRecord("modelconfig", logging.ERROR, "x.py", 1, "document rejected", None, None)
    record.fields = {"file": HOSTILE, "problems": [HOSTILE], "source": "\u202eabc", "url": "\x9b1m"}
    assert formatter.format(record).isprintable()
