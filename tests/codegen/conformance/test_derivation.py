"""Derivation of a kit from any schema of the dialect: every form and keyword, recursion, unusual roots."""

from __future__ import annotations

import json
import random
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from codegen.conformance import regex_samples
from codegen.conformance.definition_graph import DefinitionGraph
from codegen.conformance.invalid_values import invalid_values
from codegen.conformance.json_values import patch, same
from codegen.conformance.kit import INDEX, definition_graphs, generate_kit
from codegen.conformance.valid_variants import valid_variants
from codegen.pipeline import check_schemas
from modelconfig.schema.patterns import compiled
from modelconfig.schema.reference_validator import reference
from tests.codegen.conformance.kit import applied, in_text
from tests.codegen.conformance.leaves import leaves
from tests.codegen.conformance.proofs import faults_of, never_broken, uncovered_rules
from tests.codegen.conformance.random_documents import invalid_document, valid_document
from tests.codegen.processes import codegen
from tests.codegen.schema.schema_cases import HEADER, cases, schema_folder, with_members

if TYPE_CHECKING:
    from pathlib import Path

    from codegen.schema.derived import DerivedSchemas


def text(**more: Any) -> dict[str, Any]:
    return {"type": "string", "description": "A text.", **more}


def listed(items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, "description": "A list.", **more}


def whole(**more: Any) -> dict[str, Any]:
    return {"type": "integer", "minimum": -5, "maximum": 5, "description": "A number.", **more}


def record(**members: Any) -> dict[str, Any]:
    return {"type": "object", "description": "A record.", "properties": members, "additionalProperties": False}


SIDE = {"type": "integer", "exclusiveMinimum": -1, "exclusiveMaximum": 4, "description": "A side."}
COLOURS = [{"const": value, "description": "A colour."} for value in ("red", "green", "blue")]
EVERYTHING: dict[str, Any] = {
    "Document": record(
        few=listed({"type": "integer", "minimum": 3, "maximum": 9}, minItems=2, maxItems=3, uniqueItems=True),
        names={
            "type": "object",
            "additionalProperties": {"type": "string", "maxLength": 3},
            "minProperties": 1,
            "maxProperties": 2,
            "description": "A map.",
        },
        nested=listed({"type": "array", "items": {"$ref": "#/$defs/Colour"}, "maxItems": 1}),
        maybe={
            "anyOf": [{"type": "string", "maxLength": 2, "minLength": 1}, {"type": "null"}],
            "description": "Maybe.",
        },
        perhaps={"type": ["integer", "null"], "minimum": 0, "maximum": 0, "description": "Perhaps."},
        open={"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1, "description": "Within."},
        price={"type": "number", "minimum": 0.5, "maximum": 2.5, "description": "A price."},
        code=text(pattern="^(?:[A-F]{2,3}|x[^a-z]?)-[0-9]+$", minLength=4, maxLength=6),
        below={"$ref": "#/$defs/Below", "description": "Below."},
        seen={"$ref": "#/$defs/Below", "x-visibility": "server", "description": "Not for clients."},
        shape={"anyOf": [{"$ref": "#/$defs/Shape"}, {"type": "null"}], "description": "A shape."},
        only={
            "anyOf": [{"$ref": "#/$defs/Only"}, {"type": "null"}],
            "description": "Used here only, where null may be.",
        },
        words=listed({"$ref": "#/$defs/Word"}, minItems=2, uniqueItems=True),
        flags=listed({"type": "boolean"}, minItems=3),
        two={
            "type": "object",
            "additionalProperties": {"$ref": "#/$defs/Word2"},
            "minProperties": 2,
            "description": "A map of some.",
        },
        pairs=listed({"$ref": "#/$defs/Below"}, maxItems=2, minItems=1, uniqueItems=True),
        Colour2={"$ref": "#/$defs/Colour", "x-client-required": True, "description": "Always there for clients."},
        copy={"$ref": "#/$defs/Colour", "x-client-copy-of": "Colour2", "description": "A copy."},
    )
    | {"required": ["few", "shape2", "seen"]},
    "Below": record(
        below={"$ref": "#/$defs/Below", "description": "Further below."},
        all=listed({"$ref": "#/$defs/Below"}),
        number=whole(),
        name=text(minLength=1),
    )
    | {"minProperties": 1, "maxProperties": 3},
    "Colour": text(oneOf=COLOURS),
    "Only": record(a=text()),
    "Word": text(pattern="^[a-z]{2,5}$"),
    "Word2": text(maxLength=2),
    "Shape": {
        "description": "A shape.",
        "oneOf": [{"$ref": "#/$defs/Circle"}, {"$ref": "#/$defs/Square"}],
    },
    "Circle": record(type=text(const="circle"), radius=whole(minimum=1)) | {"required": ["type"]},
    "Square": record(type=text(const="square"), side=SIDE) | {"required": ["type", "side"]},
}
EVERYTHING["Document"]["properties"]["shape2"] = {"$ref": "#/$defs/Shape", "description": "Another shape."}


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("everything") / "schema"
    return schema_folder(folder, model={**HEADER, "$defs": EVERYTHING})


@pytest.fixture(params=["everything", *(case.name for case in cases("valid"))])
def derived(request: pytest.FixtureRequest, everything: Path) -> DerivedSchemas:
    """Return the schemas of each valid case, and of one with every keyword."""
    folder = everything if request.param == "everything" else cases("valid")[0].parent / request.param
    found, problems = check_schemas(folder)
    assert problems == []
    return found.derived


def test_every_rule_is_satisfied_and_violated_once_per_document(derived: DerivedSchemas) -> None:
    whole = {name: node for file in derived.sources.files.values() for name, node in file.definitions.items()}

    @cache
    def validator(name: str, profile: str) -> Any:
        return reference(derived.profiles(name)[profile])

    files = {name: text for name, text in generate_kit(derived, {})[0].items() if name != INDEX}
    assert files
    for name, content in files.items():
        definition = json.loads(content)["definition"]
        trials = in_text(content)
        assert [words for trial in trials for words in faults_of(trial, validator)] == [], name
        assert never_broken(definition, whole[definition], trials) == []
        assert uncovered_rules(definition, whole[definition], trials) == []


def test_random_documents_are_valid_or_invalid_as_stated(derived: DerivedSchemas) -> None:
    rng = random.Random(7)  # noqa: S311 - documents, not secrets
    for name, graph_of_file in definition_graphs(derived).items():
        validators = {profile: reference(schema) for profile, schema in derived.profiles(name).items()}
        for sample in [make(graph_of_file, rng) for make in (valid_document, invalid_document) for _ in range(60)]:
            for profile, validator in validators.items():
                found = {place for place, _ in leaves(validator.iter_errors(sample.document))}
                expected = set() if getattr(sample.case.verdicts, profile) else {sample.case.pointer}
                assert found == expected, (profile, sample)


def test_the_same_seed_gives_the_same_documents(everything: Path) -> None:
    (graph_of_file,) = definition_graphs(check_schemas(everything)[0].derived).values()
    runs = [[invalid_document(graph_of_file, rng) for _ in range(20)] for rng in (random.Random(1), random.Random(1))]  # noqa: S311
    assert runs[0] == runs[1]


@pytest.mark.parametrize(
    ("bounds", "beyond"),
    [
        ({"minimum": 3, "maximum": 9}, {"minimum": 2, "maximum": 10}),
        ({"exclusiveMinimum": 3, "exclusiveMaximum": 9}, {"exclusiveMinimum": 3, "exclusiveMaximum": 9}),
    ],
)
def test_the_nearest_number_violates_a_bound(bounds: dict[str, int], beyond: dict[str, int]) -> None:
    node = {"type": "integer", **bounds}
    variants = invalid_values(DefinitionGraph("Number", {"Number": node}), node, 5)
    assert {variant.keyword: variant.value for variant in variants if variant.kind == "value"} == beyond


@pytest.mark.parametrize(("types", "valid"), [("string", False), (["string", "null"], True)])
def test_null_is_a_case_whether_it_is_valid_or_not(types: str | list[str], valid: bool) -> None:  # noqa: FBT001
    node = {"type": types}
    graph = DefinitionGraph("Text", {"Text": node})
    assert (None in [variant.value for variant in valid_variants(graph, node, "a")]) == valid
    assert (None in [variant.value for variant in invalid_values(graph, node, "a")]) != valid


@pytest.mark.parametrize(
    ("old", "new", "operations"),
    [
        ({"a": [1, {"b": 2}]}, {"a": [1, {"b": 3}]}, ["replace /a/1/b"]),
        ({"a": 1}, {"a": 1, "b/~": None}, ["add /b~1~0"]),
        ({"a": 1, "b": 2}, {"a": 1}, ["remove /b"]),
        ({"a": 1, "b": 2}, {"a": 2, "b": 1}, ["replace "]),
        ([1, 2], [1, 2, 3], ["replace "]),
        ({"a": 1}, {"a": 1.0}, ["replace /a"]),
        ({"a": 1}, {"a": True}, ["replace /a"]),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, []),
    ],
)
def test_a_patch_is_one_operation_at_the_deepest_location(old: Any, new: Any, operations: list[str]) -> None:
    found = patch(old, new)
    assert [f"{operation['op']} {operation['path']}" for operation in found] == operations
    assert same(applied(found, old), new)


@pytest.mark.parametrize(
    "pattern",
    [
        "^a$", "^[a-c]+$", "^[^a-z]{2,4}$", "^(?:ab|c)*$", "^(x|[0-9]{3})?-$", "^\\*?[^*]*\\*?$", "^(a|(b{2})+)$",
        "^[\\]\\-x]{3}$", "^a{2}b{1,}$", "^$", "^(never|([0-9]+d)?([0-9]+h)?)$", "^[a-zA-Z0-9_.-]+::[^ ]+$",
    ],
)  # fmt: skip
def test_strings_match_their_pattern_and_invalid_ones_do_not(pattern: str) -> None:
    rng = random.Random(3)  # noqa: S311 - texts, not secrets
    lengths = list(regex_samples.lengths(pattern, 0, 12))
    assert lengths
    for length in lengths * 5:
        found = regex_samples.match_of_length(pattern, length, rng.choice)
        assert found is not None
        assert len(found) == length
        assert compiled(pattern).search(found), found
    for length in set(range(13)) - set(lengths):
        assert regex_samples.match_of_length(pattern, length, rng.choice) is None
    for what, broken in regex_samples.mismatches(pattern, regex_samples.shortest(pattern, 0, 12) or "", 0, 99):
        assert not compiled(pattern).search(broken), what


def test_a_definition_with_long_values_only_is_a_warning(tmp_path: Path) -> None:
    schema_folder(tmp_path / "schema", model=with_members(a=text(pattern="^a+$", minLength=5000)))
    finished = codegen("kit", "--root", "out", folder=tmp_path)
    assert finished.returncode == 0
    assert "warning[MC182] the conformance kit does not show `Document`: every valid `Document` has more than" in (
        finished.stdout
    )


def test_an_array_of_the_object_that_has_it_ends(tmp_path: Path) -> None:
    members = listed({"$ref": "#/$defs/Document"}, minItems=4)
    schemas, problems = check_schemas(schema_folder(tmp_path, model=with_members(members=members)))
    assert problems == []
    assert generate_kit(schemas.derived, {})


IMPOSSIBLE = {
    "`Document`: no 3 different items are known for a list that needs them": listed(
        text(pattern="^[ab]$"), minItems=3, uniqueItems=True
    ),
}


@pytest.mark.parametrize(("said", "member"), IMPOSSIBLE.items())
def test_a_schema_without_a_known_value_is_a_problem(said: str, member: dict[str, Any], tmp_path: Path) -> None:
    schema_folder(tmp_path / "schema", model=with_members(a=member))
    finished = codegen("kit", "--root", "out", folder=tmp_path)
    assert finished.returncode == 1
    assert f": error[MC180] {said}" in finished.stdout
    assert not (tmp_path / "out").exists()
    assert "Traceback" not in finished.stderr


SELF_REFERENCES: dict[str, dict[str, Any]] = {
    "arrays of unique arrays of itself": record(
        kids=listed(listed({"$ref": "#/$defs/Document"}, minItems=2, uniqueItems=True)),
    ),
    "null or unique items of itself": record(
        kids={
            "anyOf": [listed({"$ref": "#/$defs/Document"}, minItems=2, uniqueItems=True), {"type": "null"}],
            "description": "The parts.",
        },
    ),
    "an open object that needs more properties": record(
        next={"$ref": "#/$defs/Document", "description": "The next one."}
    )
    | {"additionalProperties": True, "minProperties": 3},
    "maps of itself in an array": record(
        kids=listed({"type": "object", "additionalProperties": {"$ref": "#/$defs/Document"}}, minItems=2),
    )
    | {"required": ["kids"]},
}


@pytest.mark.parametrize("definition", SELF_REFERENCES.values(), ids=SELF_REFERENCES)
def test_definitions_that_contain_themselves_have_cases(definition: dict[str, Any], tmp_path: Path) -> None:
    file = {**HEADER, "$defs": {"Document": definition}}
    schemas, problems = check_schemas(schema_folder(tmp_path, model=file))
    assert problems == []
    files, problems = generate_kit(schemas.derived, {})
    assert problems == []
    assert len(files) == 2


def test_a_verdict_that_a_validator_contradicts_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schema_folder(tmp_path, model=with_members(a=text(maxLength=3)))
    schemas, _ = check_schemas(tmp_path)
    monkeypatch.setattr("codegen.conformance.invalid_values.MAX_LENGTH", 4)
    monkeypatch.setattr("codegen.conformance.invalid_values.texts_of_length", lambda *_: [("too long", "abc")])
    _, problems = generate_kit(schemas.derived, {})
    assert {(problem.code, problem.pointer) for problem in problems} == {
        ("MC181", "/$defs/Document/properties/a/maxLength")
    }
