"""The Go codec agrees with the Python codec on every document: the same output, rejections and error messages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codegen.ir import model as ir
from modelconfig_types import ShapeError
from tests.codegen.schema.schema_cases import ROOT, cases, written
from tests.helpers import strategies
from tests.helpers.strategies import DEFINITIONS, OBJECT_TYPES, equal_json, python_type

if TYPE_CHECKING:
    from pathlib import Path

    from tests.go.toolchain import Trials

CASES = ROOT / "tests" / "cases"
ROOTS = {
    "model": "ModelConfiguration",
    "site": "SiteConfiguration",
    "site-model-configuration": "SiteModelConfiguration",
    "completions": "CompletionsConfiguration",
}
WRONG: list[Any] = [{}, [], "text", True, 0.5, 7, None, {"type": "no such thing"}, [[]], [{}]]
NULLABLE = sorted(
    (name, field.name, field.required)
    for name, found in OBJECT_TYPES.items()
    for field in found.properties
    if field.nullable
)

few = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))


def case_files(verdict: str) -> list[Any]:
    found = [(folder, path) for folder in ROOTS for path in sorted((CASES / folder / verdict).glob("*.json"))]
    assert {folder for folder, _ in found} == set(ROOTS)
    return [pytest.param(ROOTS[folder], path, id=f"{folder}/{path.stem}") for folder, path in found]


def python_result(name: str, document: Any) -> tuple[Any, ShapeError | None]:
    """Return the output of the Python codec for a document, or its error."""
    try:
        return python_type(name).from_json(document).to_json(), None
    except ShapeError as fault:
        return None, fault


def agree(trials: Trials, name: str, document: Any) -> None:
    """Assert that Go has the same result as Python for a document."""
    written, fault = python_result(name, document)
    answer = trials.answer(name, json.dumps(document))
    if fault is None:
        assert equal_json(json.loads(answer["text"]), written)
    else:
        found = answer["fault"]
        assert (found["Pointer"], found["Expected"], found["Found"]) == (fault.pointer, fault.expected, fault.found)
        assert answer["said"] == str(fault)


def test_the_catalogue_is_written_unchanged(trials: Trials) -> None:
    text = (ROOT / "models.json").read_text("utf-8")
    answer = trials.answer("ModelConfiguration", text)
    assert json.dumps(json.loads(answer["text"])) == json.dumps(json.loads(text)), "the order of properties counts here"


@pytest.mark.parametrize(("root", "path"), [*case_files("valid"), *case_files("invalid")])
def test_it_agrees_with_python_on_every_case(trials: Trials, root: str, path: Path) -> None:
    agree(trials, root, json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize("name", sorted(OBJECT_TYPES))
@few
@given(data=st.data())
def test_a_document_is_written_unchanged(trials: Trials, name: str, data: st.DataObject) -> None:
    document = data.draw(strategies.documents(name))
    written = trials.written(name, document)
    assert equal_json(written, document)
    known = [field.name for field in OBJECT_TYPES[name].properties if field.name in document]
    assert list(written) == known + [member for member in document if member not in known], (
        "the schema's order, then theirs"
    )


@pytest.mark.parametrize("name", sorted(OBJECT_TYPES))
@few
@given(data=st.data())
def test_a_wrong_type_is_rejected_with_the_same_message(trials: Trials, name: str, data: st.DataObject) -> None:
    document = data.draw(strategies.documents(name))
    pointer, _ = data.draw(st.sampled_from(list(strategies.places(name, document))))
    agree(trials, name, replaced(document, pointer, data.draw(st.sampled_from(WRONG))))


@pytest.mark.parametrize(
    "name", sorted(name for name, found in OBJECT_TYPES.items() if any(f.required for f in found.properties))
)
@few
@given(data=st.data())
def test_a_missing_property_is_rejected_with_the_same_message(trials: Trials, name: str, data: st.DataObject) -> None:
    document = data.draw(strategies.documents(name))
    del document[data.draw(st.sampled_from([field.name for field in OBJECT_TYPES[name].properties if field.required]))]
    agree(trials, name, document)


def replaced(document: Any, pointer: str, value: Any) -> Any:
    """Return a document with another value at a location."""
    if not pointer:
        return value
    token, _, rest = pointer[1:].partition("/")
    rest = f"/{rest}" if "/" in pointer[1:] else ""
    if isinstance(document, list):
        return [replaced(part, rest, value) if str(at) == token else part for at, part in enumerate(document)]
    name = token.replace("~1", "/").replace("~0", "~")
    return {member: replaced(part, rest, value) if member == name else part for member, part in document.items()}


@pytest.mark.parametrize(("name", "member", "required"), NULLABLE)
@few
@given(data=st.data())
def test_accepted_null_is_read_as_absent_or_empty(
    trials: Trials, name: str, member: str, *, required: bool, data: st.DataObject
) -> None:
    document = data.draw(strategies.documents(name))
    document.pop(member, None)
    expected = document | {member: []} if required else document
    assert equal_json(trials.written(name, document | {member: None}), expected)


SCALARS = sorted(
    name
    for name, found in DEFINITIONS.items()
    if isinstance(found, ir.Enum) or (isinstance(found, ir.Alias) and isinstance(found.type, ir.Primitive))
)


@pytest.mark.parametrize(
    "name", [*SCALARS, *OBJECT_TYPES, "[]ModelRef", "[]ModelStatus", "[]Model", "map[string]ModelRef"]
)
def test_null_is_not_a_value_of_a_type(trials: Trials, name: str) -> None:
    document = {"[": "[null]", "m": '{"a": null}'}.get(name[0], "null")
    answer = trials.answer(name, document)
    assert answer["fault"]["Found"] == "null", answer
    assert "text" not in answer


@pytest.mark.parametrize("case", cases("valid"), ids=lambda case: case.name)
def test_documents_of_every_form_are_written_as_expected(trials: Trials, case: Path) -> None:
    for path in sorted((case / "documents").glob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        name = f"{case.name.replace('-', '')}.{path.name.partition('.')[0]}"
        assert equal_json(trials.written(name, document), written(path)), path.name


WINDOW = '{"maxInputTokens": %s, "maxOutputTokens": 1}'


@pytest.mark.parametrize(("written", "read"), [("2.0", 2), ("2e3", 2000), ("-0", 0), ("9007199254740993", 2**53 + 1)])
def test_an_integer_is_accepted_in_any_notation(trials: Trials, written: str, read: int) -> None:
    text = trials.answer("ContextWindow", WINDOW % written)["text"]
    assert text == f'{{"maxInputTokens":{read},"maxOutputTokens":1}}'


@pytest.mark.parametrize("written", ["1e19", "-1e19", "9223372036854775808", "1e400", "123456789012345678901"])
def test_an_integer_out_of_the_range_of_its_type_is_rejected(trials: Trials, written: str) -> None:
    answer = trials.answer("ContextWindow", WINDOW % written)
    assert answer["said"] == "/maxInputTokens: expected an integer, found a number beyond 64 bits"


def test_a_number_out_of_the_range_of_its_type_is_rejected(trials: Trials) -> None:
    (name,) = {name for name, found in OBJECT_TYPES.items() if found.name == "ModelCostOverride"}
    answer = trials.answer(name, '{"inputTokenPennies": 1e400}')
    assert answer["said"] == "/inputTokenPennies: expected a number, found a number beyond 64 bits"


@pytest.mark.parametrize(
    "value",
    [
        "1e400",
        "-0.0",
        "123456789012345678901234567890.123456789012345678901234567890",
        "1.0",
        "1E+2",
        '"\\ud800"',
        '"\\u0041\\/"',
        '{"a":1,"a":2}',
        "[" * 5000 + "]" * 5000,
        '{"a":' * 5000 + "{}" + "}" * 5000,
        '[",","]","}","\\"",":",{"\\\\":[]}]',
    ],
    ids=lambda value: value[:20],
)
def test_an_unknown_value_is_kept_byte_for_byte(trials: Trials, value: str) -> None:
    text = trials.answer("ContextWindow", (WINDOW % "1")[:-1] + f', "later" : {value} , "more":[ ] }}')["text"]
    assert text == f'{{"maxInputTokens":1,"maxOutputTokens":1,"later":{value},"more":[]}}'


def test_property_names_are_case_sensitive(trials: Trials) -> None:
    text = '{"maxInputTokens":1,"maxOutputTokens":1,"MaxInputTokens":"another"}'
    assert trials.answer("ContextWindow", text)["text"] == text


def test_the_last_of_duplicate_properties_counts(trials: Trials) -> None:
    twice = (
        '{"maxInputTokens":1,"a":1,"maxOutputTokens":1,"b":2,"maxUserInputTokens":1,"maxInputTokens":2,"a":3,'
        '"m\\u0061xOutputTokens":4}'
    )
    text = trials.answer("ContextWindow", twice)["text"]
    assert text == '{"maxInputTokens":2,"maxOutputTokens":4,"maxUserInputTokens":1,"a":3,"b":2}'
    assert json.loads(text) == python_result("ContextWindow", json.loads(twice))[0]
    nested = '{"clientSideConfig":{"openaicompatible":{"stopSequences":["a"]},"x":1},"clientSideConfig":{"y":1}}'
    written = trials.answer("SelfHostedModelOverride", nested)["text"]
    assert written == '{"clientSideConfig":{"y":1}}', "two records are not mixed"


def test_each_duplicate_property_must_be_valid(trials: Trials) -> None:
    twice = '{"maxInputTokens":"1","maxInputTokens":1,"maxOutputTokens":1}'
    message = trials.answer("ContextWindow", twice)["said"]
    assert message == "/maxInputTokens: expected an integer, found a string"


def test_a_too_deeply_nested_text_is_rejected_without_a_crash(trials: Trials) -> None:
    deep = "[" * 1_000_000
    assert "depth" in trials.answer("ContextWindow", f'{{"a":{deep}{deep.replace("[", "]")}}}')["said"]
    assert "text" in trials.answer("ContextWindow", WINDOW % "1")


@pytest.mark.parametrize(
    "text", ["", "{", "{}x", "[1,]", "{'a':1}", "nul", '{"a":01}', '"\x01"', "\ufeff{}", "{} {}", '{"a" 1}'], ids=repr
)
def test_invalid_json_is_rejected(trials: Trials, text: str) -> None:
    answer = trials.answer("ContextWindow", text)
    assert "text" not in answer
    assert answer["said"]


def test_a_lone_surrogate_is_rejected_if_it_would_be_lost(trials: Trials) -> None:
    for text in ('"\\ud800"', '"\\udc00\\ud800"', '"\\ud800\\u0041"', '"\\ud83d \\ude00"'):
        message = trials.answer("BasicAuth", f'{{"username": {text}}}')["said"]
        assert message == "/username: expected text in Unicode, found half of a surrogate pair"
    for text in ('{"\\ud800": 1}', '{"username": "a", "\\ud800": 1}'):
        message = trials.answer("BasicAuth", text)["said"]
        assert message == "the document: expected text in Unicode, found half of a surrogate pair"
    escapes = '{"username":"\\ud83d\\ude00\\n\\u00e9\\"\\\\\\/\\b\\f\\r\\t"}'
    assert json.loads(trials.answer("BasicAuth", escapes)["text"]) == {"username": '😀\né"\\/\b\f\r\t'}


def test_an_error_never_quotes_the_document(trials: Trials) -> None:
    secret = "canary-5f2c"
    provider = {"id": "a", "displayName": "A", "serverSideConfig": {"type": secret}}
    for name, document in {
        "SiteConfiguration": {"licenseKey": {"value": secret}},
        "SiteModelConfiguration": {"providerOverrides": [provider]},
        "CompletionsConfiguration": {"provider": secret, "accessToken": [secret]},
    }.items():
        answer = trials.answer(name, json.dumps(document))
        assert answer["fault"]
        assert secret not in json.dumps(answer)


def test_every_definition_has_its_type(trials: Trials) -> None:
    for name, found in DEFINITIONS.items():
        if isinstance(found, ir.Enum):
            value = found.values[0].value
            assert trials.written(name, value) == value
            assert ("text" in trials.answer(name, '"later"')) == found.open, name
