"""Limits, patterns and annotations are in the documentation of every language, in the same words."""

from __future__ import annotations

import html
import pydoc
import re
from pathlib import Path

import pytest

import modelconfig_types
from codegen.ir import model as ir
from codegen.ir.profile import Profile
from codegen.pipeline import check_schemas, emit_types
from codegen.targets.value_notes import definition_notes, limits_notes, property_notes

ROOT = Path(__file__).parents[3]
SCHEMAS = check_schemas(ROOT / "schema")[0]
LIMITS = ir.Limits(minimum=0, maximum=2**53 - 1, min_count=1, pattern="^a b$", unique_by=("id", "name"))


def plain(text: str) -> str:
    """Return text without comment marks, markup, escapes and line breaks."""
    text = re.sub(r"(?m)^[ \t]*(?://|\*|\|)", " ", text)
    return re.sub(r"</?code>|[`*\\|\s]", "", html.unescape(text))


def noted(profile: Profile) -> list[tuple[str, str]]:
    """Return name and notes of each property and alias that has some."""
    found = []
    for module in SCHEMAS.modules(profile):
        for definition in module.definitions:
            found.append((definition.name, " ".join(definition_notes(definition))))
            if isinstance(definition, ir.ObjectType):
                found += [
                    (f"{definition.name}.{prop.name}", " ".join(property_notes(prop))) for prop in definition.properties
                ]
    return [(name, notes) for name, notes in found if notes]


def documentation(*files: str) -> str:
    return plain("\n".join(path.read_text("utf-8") for pattern in files for path in ROOT.glob(pattern)))


@pytest.mark.parametrize(
    ("profile", "files"),
    [
        (Profile.CONSUMER, ("generated/python/modelconfig_types/*.py",)),
        (Profile.CONSUMER, ("generated/go/*.go",)),
        (Profile.CLIENT, ("generated/typescript/index.d.ts",)),
        (Profile.AS_WRITTEN, ("docs/reference/*.md",)),
    ],
)
def test_every_limit_and_annotation_is_documented(profile: Profile, files: tuple[str, ...]) -> None:
    shown = documentation(*files)
    notes = noted(profile)
    assert len(notes) > 20
    for name, sentences in notes:
        assert plain(sentences) in shown, name


def test_server_side_properties_and_credentials_are_marked() -> None:
    notes = dict(noted(Profile.CONSUMER))
    assert notes["Model.serverSideConfig"] == "Server-side: never sent to clients."
    assert notes["BasicAuth.password"] == "Secret: masked in all output; do not log it."
    assert notes["ContextWindow.maxInputTokens"] == "At least 1."
    assert "Matches `^" in notes["ModelRef"]


def test_help_shows_the_limits_of_attributes() -> None:
    shown = " ".join(pydoc.plain(pydoc.render_doc(modelconfig_types.Provider)).replace("|", " ").split())
    assert "display_name: Display name, at most 128 bytes of UTF-8." in shown
    assert "At most 128 characters. Always present in the client view." in shown
    assert "Server-side: never sent to clients." in shown


def test_limits_are_sentences_without_default_bounds() -> None:
    kind = ir.Array(ir.Primitive(ir.Scalar.STRING))
    assert limits_notes(LIMITS, kind, lambda text: f"<{text}>") == [
        "At least 0.",
        "At least 1 item.",
        "Matches <^a b$>.",
        "No two items have the same <id> and <name>.",
    ]


def test_the_version_of_a_new_property_is_documented_in_every_language() -> None:
    schemas, problems = check_schemas(ROOT / "tests" / "cases" / "schemas" / "valid" / "every-form")
    assert not problems
    files = {name: text for name, text in emit_types(schemas).items() if "0.1.0" in text}
    languages = {name.split("/")[1] for name in files if not name.endswith(".json")}
    assert languages == {"go", "python", "reference", "typescript"}
