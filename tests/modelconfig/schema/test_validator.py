"""Validation: cases of each keyword, agreement with the reference validator, and values that messages never quote."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from modelconfig.jsontext import pointers
from modelconfig.schema.keyword_problems import KEYWORDS
from modelconfig.schema.patterns import compiled, portable
from modelconfig.schema.reference_validator import reference
from modelconfig.schema.validator import Checker, validate

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests" / "cases"
KEYWORD_CASES = sorted((CASES / "validation").glob("*.json"))
# The schemas for editors have keywords that this package does not phrase.
SCHEMAS = sorted(
    path for path in (ROOT / "generated" / "schema").glob("*.json") if not path.name.endswith(".editor.json")
)
DOCUMENTS = sorted(
    path
    for root in ("completions", "model", "site", "site-model-configuration")
    for path in CASES.glob(f"{root}/*/*.json")
)
CANARY = "canary-7f3a9c"


def named(path: Path) -> str:
    return f"{path.parent.parent.name}-{path.stem}"


@cache
def load(path: Path) -> Any:
    return json.loads(path.read_bytes())


@cache
def checkers(path: Path) -> tuple[Checker, Validator]:
    """Return our checker and the reference validator of the schema of a file or a case."""
    schema = load(path).get("schema", load(path))
    return Checker(schema), reference(schema)


def agree(checker: Checker, validator: Validator, value: Any) -> bool:
    """Return whether a value is valid, after asserting that the quick check, the problems and the reference agree."""
    verdict = checker.is_valid(value)
    assert verdict == validator.is_valid(value)
    problems = checker.problems(value)
    assert verdict == (problems == [])
    assert not any(found.message.startswith("this value violates") for found in problems)
    return verdict


@pytest.mark.parametrize("path", KEYWORD_CASES, ids=lambda path: path.stem)
def test_keyword(path: Path) -> None:
    case = load(path)
    for value in case["valid"]:
        assert agree(*checkers(path), value)
    for fault in case["invalid"]:
        untouched = deepcopy(fault["value"])
        assert not agree(*checkers(path), fault["value"])
        found = validate(fault["value"], case["schema"])
        assert sorted(f"{one.pointer} {one.code}" for one in found) == fault["problems"]
        assert fault["value"] == untouched


def test_every_keyword_has_a_case() -> None:
    text = "".join(path.read_text("utf-8") for path in KEYWORD_CASES)
    assert [name for name in [*KEYWORDS, "$ref", "properties", "items"] if f'"{name}"' not in text] == []


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_the_validators_agree_on_every_document(path: Path) -> None:
    checker, validator = checkers(path)
    verdicts = [agree(checker, validator, load(document)) for document in DOCUMENTS]
    assert False in verdicts


def test_the_corpus_is_not_empty() -> None:
    assert len(SCHEMAS) > 5
    assert len(DOCUMENTS) > 50


pieces = st.sampled_from([*"ab:.-_\n\r\t €é😀\u2028\u2029\u00a0\u0130K", "::", "claude-4", "\r\n"])
texts = st.lists(pieces, max_size=8).map("".join)
patterns = sorted(
    {found for path in SCHEMAS for found in re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', path.read_text("utf-8"))}
)


@given(
    texts | st.text(),
    st.sampled_from([json.loads(found) for found in patterns] + ["^.$", "^[^a]+$", "^a|b$", "^(a.)*$"]),
)
@example("a::b::c\n", "^[a-z]+::[a-z]+::[a-z]+$")
def test_the_engines_agree_on_patterns(text: str, pattern: str) -> None:
    schema = {"type": "string", "pattern": pattern}
    agree(Checker(schema), reference(schema), text)


def test_the_end_of_a_pattern_is_the_end_of_the_text() -> None:
    assert compiled("^a$").search("a\n") is None
    assert compiled(r"^\$[$]$").search("$$") is not None
    assert portable(r"^\.[.]$") == r"^\.[.]$"


def members(depth: int) -> st.SearchStrategy[Any]:
    scalars = st.none() | st.booleans() | st.integers(-3, 3) | st.floats(-3, 3) | st.text(max_size=3)
    if not depth:
        return scalars
    inner = members(depth - 1)
    return (
        scalars | st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("a b i s m t n c type".split()), inner)
    )


@given(members(3), st.sampled_from(KEYWORD_CASES))
def test_the_validators_agree_on_any_value(value: Any, path: Path) -> None:
    agree(*checkers(path), value)


def mutated(value: Any, data: st.DataObject) -> Any:
    """Return a document with one property replaced, renamed or removed at any depth."""
    copy = deepcopy(value)
    places = [node for node in nodes(copy) if node]
    if not places:
        return copy
    node = data.draw(st.sampled_from(places))
    key = data.draw(st.sampled_from(list(node) if isinstance(node, dict) else list(range(len(node)))))
    action = data.draw(st.sampled_from(["replace", "remove", "rename"]))
    old = node.pop(key)
    if action == "replace" and isinstance(node, dict):
        node[key] = data.draw(members(1))
    elif action == "replace":
        node.insert(key, data.draw(members(1)))
    elif action == "rename" and isinstance(node, dict):
        node[key + "x"] = old
    return copy


def nodes(value: Any) -> list[Any]:
    parts = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    inner = [node for part in parts for node in nodes(part)]
    return [value, *inner] if isinstance(value, dict | list) else []


@given(st.data())
def test_the_validators_agree_on_mutated_documents(data: st.DataObject) -> None:
    root = data.draw(st.sampled_from(["model", "site", "completions"]))
    document = load(data.draw(st.sampled_from(sorted((CASES / root / "valid").glob("*.json")))))
    agree(*checkers(ROOT / "generated" / "schema" / f"{root}.json"), mutated(mutated(document, data), data))


@given(st.data())
def test_every_pointer_exists_in_the_document(data: st.DataObject) -> None:
    case = load(data.draw(st.sampled_from(KEYWORD_CASES)))
    value = data.draw(members(3))
    for found in validate(value, case["schema"]):
        node = value
        for token in pointers.split(found.pointer):
            node = node[token] if isinstance(node, dict) else node[int(token)]


SECRET = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "text": {"type": "string", "maxLength": 3, "x-secret": True},
        "form": {"type": "string", "pattern": "^x$", "x-secret": True},
        "listed": {"$ref": "#/$defs/Listed", "x-secret": True},
        "map": {"type": "object", "additionalProperties": {"$ref": "#/$defs/Listed"}, "x-secret": True},
        "one": {"type": "string", "const": "x", "x-secret": True},
        "set": {"type": "array", "uniqueItems": True, "items": {"type": "string"}, "x-secret": True},
        "union": {"$ref": "#/$defs/Union", "x-secret": True},
        "number": {"type": "integer", "maximum": 3, "x-secret": True},
    },
    "$defs": {
        "Listed": {"type": "string", "oneOf": [{"const": "canary-7f3a9x"}, {"const": "b"}]},
        "Union": {"oneOf": [{"$ref": "#/$defs/A"}]},
        "A": {"type": "object", "properties": {"type": {"const": "canary-7f3a9x"}}, "additionalProperties": False},
    },
}


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("text", CANARY),
        ("text", [CANARY]),
        ("form", CANARY),
        ("listed", CANARY),
        ("map", {"Authorization": CANARY}),
        ("one", CANARY),
        ("set", [CANARY, CANARY]),
        ("union", {"type": CANARY}),
        ("number", 73910055),
    ],
)
def test_secrets_are_never_quoted(member: str, value: Any) -> None:
    found = validate({member: value}, SECRET)
    assert found
    combined_text = "".join(one.message + one.hint for one in found)
    assert CANARY not in combined_text
    assert "73910055" not in combined_text


def test_quoted_values_are_short_single_lines() -> None:
    schema = {"type": "string", "oneOf": [{"const": "a"}]}
    found = validate("x\n\x1b[31m\u202e" + "y" * 10_000, schema)
    assert len(found[0].message) < 150
    assert found[0].message.isprintable()
    assert "sgp_" not in validate("sgp_0123456789abcdef0123", schema)[0].message


def test_the_nearest_name_and_value_are_suggested() -> None:
    schema = load(CASES / "validation" / "enumeration.json")["schema"]
    assert 'Did you mean "stable"?' in validate(["stabel"], schema)[0].hint
    schema = load(CASES / "validation" / "members.json")["schema"]
    found = validate({"id": "a", "dispalyName": "b"}, schema)
    assert [one.hint for one in found if one.code == "MC103"] == ['Did you mean "displayName"?']
    assert [one.code for one in found if one.at_key] == ["MC103"]


def test_hints_describe_the_value_and_not_its_container() -> None:
    text = {"type": "string", "minLength": 2}
    schema = {"type": "object", "description": "Around.", "properties": {"a": text, "b": {**text, "description": "B."}}}
    assert [one.hint for one in validate({"a": "", "b": ""}, schema)] == ["", "B."]


def test_null_is_not_proposed_where_another_type_is_possible() -> None:
    found = validate("a", {"anyOf": [{"type": "null"}, {"type": "object"}]})
    assert [one.message for one in found] == ["the document must be an object, not a string"]


def test_a_keyword_outside_the_dialect_is_a_problem() -> None:
    assert [(one.code, one.pointer) for one in validate({"a": None}, {"not": {"type": "object"}})] == [("MC101", "")]


def test_problems_are_limited_to_the_given_number() -> None:
    schema = {"type": "array", "items": {"type": "string"}}
    assert len(Checker(schema).problems([1] * 50)) == 50
    assert len(Checker(schema).problems([1] * 50, 7)) == 7


def test_a_duplicate_item_names_the_first_one() -> None:
    [problem] = validate({"a": [1, 2, 1.0]}, {"properties": {"a": {"type": "array", "uniqueItems": True}}})
    assert problem.pointer == "/a/2"
    assert [location.pointer for location in problem.related] == ["/a/0"]
