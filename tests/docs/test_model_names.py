"""Documentation, examples, hints and help name models that live, or models of the invented provider `acme`.

What a model's life is on the day of the catalogue's revision decides, so the result does not depend on the day of the
test.
"""

from __future__ import annotations

import ast
import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from modelconfig import load_document
from modelconfig.merge.presets import RECOMMENDED, SELF_HOSTED
from tests.modelconfig.server.documents import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DOCUMENT = load_document()
NEAR = timedelta(days=90)
"""A model that retires so soon after the revision is not a good example."""
TEXTS = (
    "*.md",
    "docs/**/*.*",
    "generated/*.md",
    "generated/*/*.md",
    "schema/*.json",
    "src/modelconfig/diagnostics/explanations/*.md",
    "tests/cases/help/*.txt",
)
CODE = ("src/modelconfig/**/*.py", "codegen/**/*.py")
"""Of code, the strings count: messages, hints, help, docstrings."""
HISTORY = {
    "CHANGELOG.md": "names what changed",
    "docs/clients-behaviour.md": "describes the code of existing clients",
    "src/modelconfig/documents/completion_models.py": "has the names that existing clients accept",
    "src/modelconfig/site/legacy/provider_defaults.py": "has the defaults and limits of older instances",
}
INVENTED = {
    "anthropic::2024-10-22::ours": "a model that a site adds",
    "google::v1::gemini-3-flash": "misspelt on purpose",
    "openai::unknown::gpt-4": "a default of older instances, converted",
}
# A site that hosts a model itself keeps it after its vendor has retired it.
HOSTED = {
    name for preset in (*RECOMMENDED, *SELF_HOSTED) for name in (preset, preset.rpartition("::")[2].split("@")[0])
}
# Python 3.11.2 has faults in possessive quantifiers, hence the check of what follows.
_REF = re.compile(
    r"[A-Za-z0-9-]+::[A-Za-z0-9.-]+::[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*(?![A-Za-z0-9_…-]|\.[A-Za-z0-9_-])"
)


def ends(model: dict[str, Any]) -> bool:
    """Whether a model of the catalogue is deprecated, or retires before or soon after the day of the revision."""
    last = date.fromisoformat(DOCUMENT["revision"][:10]) + NEAR
    return bool(model["status"] == "deprecated" or model.get("retiresOn", "9999-12-31") <= last.isoformat())


def names_of(model: dict[str, Any]) -> set[str]:
    return {model["modelRef"], model["modelRef"].rpartition("::")[2], model["modelName"].rpartition("/")[2]}


@cache
def _ending_names() -> re.Pattern[str]:
    living = {name for model in DOCUMENT["models"] if not ends(model) for name in names_of(model)}
    ending = {name for model in DOCUMENT["models"] if ends(model) for name in names_of(model)} - living - HOSTED
    # The longest first; a full stop may end a sentence.
    names = "|".join(re.escape(name) for name in sorted(ending, key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z0-9_.-])(?:{names})(?![A-Za-z0-9_-]|\.[A-Za-z0-9])")


def wrong_names(text: str) -> list[str]:
    """Return the names of models that end, and the references to catalogue providers that no model has."""
    providers = {provider["id"] for provider in DOCUMENT["providers"]}
    refs = {model["modelRef"] for model in DOCUMENT["models"]} | HOSTED
    unknown = [
        ref for ref in _REF.findall(text) if ref.partition("::")[0] in providers and ref not in refs | INVENTED.keys()
    ]
    return sorted({*_ending_names().findall(text), *unknown})


def _files(patterns: tuple[str, ...]) -> Iterator[Path]:
    for pattern in patterns:
        yield from (file for file in sorted(ROOT.glob(pattern)) if file.is_file())


def _strings(file: Path) -> str:
    nodes = ast.walk(ast.parse(file.read_text("utf-8")))
    return "\n".join(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


@pytest.mark.parametrize("patterns", [TEXTS, CODE], ids=["texts", "strings of code"])
def test_named_models_live(patterns: tuple[str, ...]) -> None:
    found = {}
    for file in _files(patterns):
        name = file.relative_to(ROOT).as_posix()
        text = _strings(file) if file.suffix == ".py" else file.read_text("utf-8")
        if name not in HISTORY and wrong_names(text):
            found[name] = wrong_names(text)
    assert found == {}


def test_every_exemption_is_needed() -> None:
    texts = {file.relative_to(ROOT).as_posix(): file.read_text("utf-8") for file in _files((*TEXTS, *CODE))}
    for file in HISTORY.keys() - {"CHANGELOG.md"}:
        assert wrong_names(texts[file]), file
    for ref in INVENTED:
        assert any(ref in text for text in texts.values()), ref


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"chat": "anthropic::2024-10-22::claude-sonnet-5-latest"', []),
        ("as in anthropic::2024-10-22::claude-sonnet-4-latest.", ["anthropic::2024-10-22::claude-sonnet-4-latest"]),
        ("the model `claude-3-opus`.", ["claude-3-opus"]),
        ("anthropic/claude-3-5-sonnet-20240620", ["claude-3-5-sonnet-20240620"]),
        ("our-gpt-3.5-turbo, gpt-3.5-turbo-2, gpt-3.5-turbo.1", []),
        ("openai::v1::gone", ["openai::v1::gone"]),
        ("acme::v1::claude-3-opus", ["claude-3-opus"]),
        ("acme::v1::large, `anthropic::2024-10-22::claude-…-latest`", []),
        ("our-tgi::v1::mixtral-8x7b-instruct", []),
    ],
)
def test_names_are_found(text: str, expected: list[str]) -> None:
    assert wrong_names(text) == expected
