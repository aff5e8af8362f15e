"""The profile for editors: it accepts the documents of the strict profile, in other forms."""

from __future__ import annotations

import json
import random
import re
from typing import TYPE_CHECKING, Any

import pytest

from codegen.conformance.kit import INDEX, definition_graphs, generate_kit
from codegen.pipeline import check_schemas
from codegen.schema.traversal import subschemas
from modelconfig.jsontext import pointers
from modelconfig.schema.validator import Checker
from tests.codegen.conformance.kit import in_text
from tests.codegen.conformance.random_documents import invalid_document, valid_document
from tests.codegen.conformance.test_derivation import EVERYTHING
from tests.codegen.schema.schema_cases import HEADER, ROOT, cases, schema_folder, with_members

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from codegen.schema.derived import DerivedSchemas

FOLDERS = {folder.name: folder for folder in (ROOT / "schema", *cases("valid"))}
ESCAPE = re.compile(r"\\([\\$}])")


@pytest.fixture(scope="module", params=["everything", *FOLDERS])
def derived(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> DerivedSchemas:
    """Return this project's schemas, those of each valid case, and one with every keyword."""
    everything = {**HEADER, "$defs": EVERYTHING}
    folder = FOLDERS.get(request.param) or schema_folder(tmp_path_factory.mktemp("schema"), model=everything)
    return checked(folder)


def checked(folder: Path) -> DerivedSchemas:
    found, problems = check_schemas(folder)
    assert problems == []
    return found.derived


def documents(derived: DerivedSchemas) -> Iterator[tuple[str, Any]]:
    """Yield the kit's documents and random ones, valid and invalid, with the name of their schema."""
    for name, text in generate_kit(derived, {})[0].items():
        if name != INDEX:
            yield from ((trial.schema, trial.document) for trial in in_text(text))
    rng = random.Random(11)  # noqa: S311 - documents, not secrets
    for name, graph in definition_graphs(derived).items():
        yield from ((name, make(graph, rng).document) for make in (valid_document, invalid_document) for _ in range(50))


def inserted(body: Any) -> Any:
    """Return the value that an editor inserts for the body of a snippet."""
    if isinstance(body, dict):
        assert body, "some editors insert nothing for an empty object"
        return {name: inserted(item) for name, item in body.items()}
    if isinstance(body, list):
        assert body, "some editors insert nothing for an empty array"
        return [inserted(item) for item in body]
    return json.loads(ESCAPE.sub(r"\1", body.removeprefix("^"))) if isinstance(body, str) else body


def snippets(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each snippet with the pointer of its value's schema in the strict profile."""
    for pointer, node in subschemas(schema):
        for snippet in node.get("defaultSnippets", ()):
            yield re.sub(r"\.nullable|\.deprecated|/anyOf/0", "", pointer), snippet


def test_the_same_documents_are_valid_as_in_the_strict_profile(derived: DerivedSchemas) -> None:
    strict = {name: Checker(schema) for name, schema in derived.strict.items()}
    editor = {name: Checker(schema) for name, schema in derived.editor.items()}
    verdicts = set()
    for name, document in documents(derived):
        is_valid = strict[name].is_valid(document)
        assert editor[name].is_valid(document) == is_valid, (name, document)
        verdicts.add(is_valid)
    assert verdicts == {True, False}


def test_each_snippet_is_valid_in_the_strict_profile(derived: DerivedSchemas) -> None:
    for name, schema in derived.editor.items():
        strict = derived.strict[name]
        for pointer, snippet in snippets(schema):
            checker = Checker({**subschema_at(strict, pointer), "$defs": strict["$defs"]})
            assert checker.problems(inserted(snippet["body"])) == [], (pointer, snippet)


def subschema_at(schema: Any, pointer: str) -> Any:
    for token in pointers.split(pointer):
        schema = schema[int(token) if isinstance(schema, list) else token]
    return schema


def test_the_labels_of_snippets_differ(derived: DerivedSchemas) -> None:
    for schema in derived.editor.values():
        for pointer, node in subschemas(schema):
            labels = [snippet["label"] for snippet in node.get("defaultSnippets", ())]
            assert len(set(labels)) == len(labels), pointer


def test_no_form_is_left_that_editors_report_badly(derived: DerivedSchemas) -> None:
    for schema in derived.editor.values():
        for pointer, node in subschemas(schema):
            assert "oneOf" not in node, pointer
            assert {} in node.get("anyOf", [{}]), pointer
            assert {name for name in node if name.startswith("x-")} <= {"x-known-values"}, pointer
            assert ("pattern" in node) == ("patternErrorMessage" in node), pointer


def test_no_annotation_is_on_both_a_definition_and_a_reference(derived: DerivedSchemas) -> None:
    for schema in derived.editor.values():
        for pointer, node in subschemas({"$defs": schema["$defs"]}):
            if "$ref" in node:
                definition = schema["$defs"][pointers.split(node["$ref"])[-1]]
                assert not definition.keys() & node.keys(), pointer


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ({"$ref": "#/$defs/Colour"}, {"type": ["string", "null"], "enum": ["red", "blue", None]}),
        ({"type": "string", "const": "red"}, {"type": ["string", "null"], "enum": ["red", None]}),
        ({"type": "string", "maxLength": 3}, {"type": ["string", "null"], "maxLength": 3}),
    ],
)
def test_null_is_a_type_and_a_value(node: dict[str, Any], expected: dict[str, Any], tmp_path: Path) -> None:
    values = [{"const": value, "description": "A colour."} for value in ("red", "blue")]
    model = with_members(maybe={"anyOf": [node, {"type": "null"}], "description": "A colour or none."})
    model["$defs"]["Colour"] = {"type": "string", "description": "A colour.", "oneOf": values}
    model["$defs"]["Document"]["properties"]["colour"] = {"$ref": "#/$defs/Colour", "description": "A colour."}
    schema = checked(schema_folder(tmp_path, model=model)).editor["model"]
    maybe = schema["$defs"]["Document"]["properties"]["maybe"]
    assert maybe["description"] == "A colour or none."
    if "$ref" in maybe:
        maybe = schema["$defs"][pointers.split(maybe["$ref"])[-1]]
    assert expected.items() <= maybe.items()
    assert [Checker({"$defs": schema["$defs"], **maybe}).is_valid(value) for value in ("red", None, 5)] == [
        True,
        True,
        False,
    ]


def test_deprecated_values_are_marked(tmp_path: Path) -> None:
    old = {"const": "old", "description": "The old one.", "deprecated": True}
    model = with_members(kind={"$ref": "#/$defs/Kind", "description": "A kind."})
    new = {"const": "new", "description": "The new one."}
    model["$defs"]["Kind"] = {"type": "string", "description": "A kind.", "oneOf": [new, old]}
    kind = checked(schema_folder(tmp_path, model=model)).editor["model"]["$defs"]["Kind"]
    assert kind == {
        "type": "string",
        "enum": ["new", "old"],
        "enumDescriptions": ["The new one.", "The old one."],
        "if": {"enum": ["old"]},
        "then": {"deprecated": True},
    }


def small(tmp_path: Path, **members: Any) -> dict[str, Any]:
    """Return the properties of a document in the profile for editors."""
    schema = checked(schema_folder(tmp_path, model=with_members(**members))).editor["model"]
    return dict(schema["$defs"]["Document"]["properties"])


def test_a_message_shows_the_form_and_no_regular_expression(tmp_path: Path) -> None:
    code = {"type": "string", "pattern": '^"[a-z]+"$', "description": "A quoted word.", "examples": ['"a"']}
    message = small(tmp_path, code=code)["code"]["patternErrorMessage"]
    assert message == 'The value does not have the required form. A quoted word. Example: "\\"a\\"".'


@pytest.mark.parametrize(
    ("limits", "number"),
    [
        ({"minimum": 1, "maximum": 9}, 1),
        ({"minimum": -9, "maximum": -2}, -2),
        ({"exclusiveMinimum": 3, "maximum": 9}, 4),
        ({"minimum": -9, "exclusiveMaximum": 0}, -1),
        ({"minimum": 0, "maximum": 9}, None),
        ({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}, 0.5),
        ({"type": "number", "minimum": 0.5, "maximum": 2}, 1),
        ({"minimum": 1, "maximum": 9, "default": 5}, None),
        ({"minimum": 1, "maximum": 9, "examples": [5]}, None),
    ],
)
def test_the_first_number_is_the_valid_one_nearest_to_0(
    limits: dict[str, Any], number: float | None, tmp_path: Path
) -> None:
    count = small(tmp_path, count={"type": "integer", "description": "A count.", **limits})["count"]
    assert [snippet["body"] for snippet in count.get("defaultSnippets", ())] == [number] * (number is not None)


def test_texts_that_snippets_would_change_are_escaped(tmp_path: Path) -> None:
    node = {"type": "object", "additionalProperties": {"type": "string"}, "description": "Texts."}
    texts = small(tmp_path, texts={**node, "examples": [{"a": "^a", "b": "${1:x} \\ }", "c": "*"}]})["texts"]
    (snippet,) = texts["defaultSnippets"]
    assert snippet["body"] == {"a": '^"^a"', "b": r'^"\${1:x\} \\\\ \}"', "c": '^"*"'}
    assert inserted(snippet["body"]) == {"a": "^a", "b": "${1:x} \\ }", "c": "*"}


def test_an_example_that_is_an_array_of_objects_is_left_out(tmp_path: Path) -> None:
    node = {"type": "object", "additionalProperties": {"type": "string"}}
    array = {"type": "array", "items": node, "description": "Texts.", "examples": [[{"a": "b"}], []]}
    assert small(tmp_path, list=array)["list"]["examples"] == [[]]


def test_a_reference_has_no_snippets(tmp_path: Path) -> None:
    part = {"type": "object", "description": "A part.", "properties": {}, "additionalProperties": False}
    model = with_members(part={"$ref": "#/$defs/Part", "description": "A part.", "examples": [{}]})
    model["$defs"]["Part"] = {**part, "examples": [{}]}
    definitions = checked(schema_folder(tmp_path, model=model)).editor["model"]["$defs"]
    assert definitions["Document"]["properties"]["part"] == {"$ref": "#/$defs/Part", "description": "A part."}
    assert [snippet["label"] for snippet in definitions["Part"]["defaultSnippets"]] == ["{}"]


def test_an_example_whose_names_snippets_would_change_is_left_out(tmp_path: Path) -> None:
    node = {"type": "object", "additionalProperties": {"type": "string"}, "description": "Texts."}
    assert "defaultSnippets" not in small(tmp_path, texts={**node, "examples": [{"$1": "a"}]})["texts"]
