"""The generated Python types read, write and copy documents, and report errors with a pointer."""

from __future__ import annotations

import copy
import dataclasses
import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import modelconfig_types
from codegen.ir import model as ir
from modelconfig_types import ModelConfiguration, ShapeError
from tests.helpers import strategies
from tests.helpers.strategies import DEFINITIONS, OBJECT_TYPES, equal_json, python_type

CASES = Path(__file__).resolve().parents[3] / "cases"
ROOTS = {
    "model": "ModelConfiguration",
    "site": "SiteConfiguration",
    "site-model-configuration": "SiteModelConfiguration",
    "completions": "CompletionsConfiguration",
}
WRONG: dict[str, Any] = {"object": {}, "array": [], "string": "text", "boolean": True, "number": 0.5, "null": None}
NULLABLE = {field.name for record in OBJECT_TYPES.values() for field in record.properties if field.nullable}
every_record = pytest.mark.parametrize("name", sorted(OBJECT_TYPES))
few = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


def case_files(verdict: str) -> list[Any]:
    found = [(folder, path) for folder in ROOTS for path in sorted((CASES / folder / verdict).glob("*.json"))]
    assert {folder for folder, _ in found} == set(ROOTS)
    return [pytest.param(ROOTS[folder], path, id=f"{folder}/{path.stem}") for folder, path in found]


@every_record
@few
@given(data=st.data())
def test_a_document_is_written_unchanged(name: str, data: st.DataObject) -> None:
    document = data.draw(strategies.documents(name))
    before = copy.deepcopy(document)
    written = python_type(name).from_json(document).to_json()
    assert equal_json(written, document)
    assert equal_json(document, before), "the codec changed its input"
    assert equal_json(json.loads(json.dumps(written)), document), "the output is plain JSON"


@every_record
@few
@given(data=st.data())
def test_a_value_is_read_back_unchanged(name: str, data: st.DataObject) -> None:
    value = data.draw(strategies.values(name))
    again = type(value).from_json(value.to_json())
    assert again == value
    assert hash(again) == hash(value)
    assert type(again).__name__ in repr(again)


@every_record
@few
@given(data=st.data())
def test_a_value_can_be_copied_and_pickled_but_not_changed(name: str, data: st.DataObject) -> None:
    value = data.draw(strategies.values(name))
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - its own bytes
    assert copy.copy(value) == copy.deepcopy(value) == value
    assert dataclasses.replace(value) == value
    for field in dataclasses.fields(value):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, field.name, None)
    with pytest.raises((AttributeError, TypeError)):
        value.no_such_member = 1


@every_record
@few
@given(data=st.data())
def test_known_properties_are_in_schema_order_and_unknown_ones_in_theirs(name: str, data: st.DataObject) -> None:
    document = data.draw(strategies.documents(name))
    known = [field.name for field in OBJECT_TYPES[name].properties if field.name in document]
    written = list(python_type(name).from_json(document).to_json())
    assert written == known + [member for member in document if member not in known]


@every_record
@few
@given(data=st.data())
def test_a_wrong_type_is_reported_with_its_pointer(name: str, data: st.DataObject) -> None:
    document = data.draw(strategies.documents(name))
    pointer, kind = data.draw(st.sampled_from(list(strategies.places(name, document))))
    accepted = _accepted(kind) | ({"null"} if pointer.rpartition("/")[2] in NULLABLE else set())
    wrong = data.draw(st.sampled_from(sorted(WRONG.keys() - accepted)))
    broken = _replaced(document, pointer, WRONG[wrong])
    with pytest.raises(ShapeError) as raised:
        python_type(name).from_json(broken)
    assert raised.value.pointer == pointer or raised.value.pointer.startswith(f"{pointer}/"), wrong
    assert str(raised.value).startswith(raised.value.pointer or "the document")
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)  # noqa: S301 - its own bytes


def _accepted(kind: ir.Type) -> set[str]:
    """Return the kinds of WRONG values that a type accepts, or that only lack required properties."""
    match kind:
        case ir.Primitive(_, str()):
            return set()
        case ir.Primitive(ir.Scalar.INTEGER):
            return set()
        case ir.Primitive(scalar):
            return {scalar.value}
        case ir.Array():
            return {"array"}
        case ir.Map():
            return {"object"}
        case ir.Named(name):
            definition = DEFINITIONS[name]
            if isinstance(definition, ir.Enum):
                return {"string"} if definition.open else set()
            needs = isinstance(definition, ir.Union) or any(field.required for field in definition.properties)  # type: ignore[union-attr]  # the type of a location is never an alias
            return set() if needs else {"object"}
    raise TypeError(kind)


def _replaced(document: Any, pointer: str, value: Any) -> Any:
    tokens = [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]
    if not tokens:
        return value
    broken = copy.deepcopy(document)
    here = broken
    for token in tokens[:-1]:
        here = here[int(token) if isinstance(here, list) else token]
    last = tokens[-1]
    here[int(last) if isinstance(here, list) else last] = value
    return broken


@pytest.mark.parametrize(
    "name", sorted(name for name, record in OBJECT_TYPES.items() if any(f.required for f in record.properties))
)
@few
@given(data=st.data())
def test_a_missing_property_is_reported_with_its_pointer(name: str, data: st.DataObject) -> None:
    document = data.draw(strategies.documents(name))
    member = data.draw(st.sampled_from([field.name for field in OBJECT_TYPES[name].properties if field.required]))
    del document[member]
    with pytest.raises(ShapeError) as raised:
        python_type(name).from_json(document)
    assert (raised.value.pointer, raised.value.found) == (f"/{member}", "nothing")


def nullable_members() -> list[tuple[str, str, bool]]:
    found = [
        (name, field.name, field.required)
        for name, record in OBJECT_TYPES.items()
        for field in record.properties
        if field.nullable
    ]
    assert found
    return sorted(found)


@pytest.mark.parametrize(("name", "member", "required"), nullable_members())
@few
@given(data=st.data())
def test_accepted_null_is_read_as_absent_or_empty(
    name: str, member: str, *, required: bool, data: st.DataObject
) -> None:
    document = data.draw(strategies.documents(name))
    document.pop(member, None)
    cls = python_type(name)
    expected = document | {member: []} if required else document
    assert cls.from_json(document | {member: None}) == cls.from_json(expected)


@pytest.mark.parametrize("verdict", [None, "a later version's", 1, 1.5, True, [], {}])
def test_an_integer_is_accepted_in_any_notation(verdict: Any) -> None:
    window = modelconfig_types.ContextWindow
    assert window.from_json({"maxInputTokens": 2.0, "maxOutputTokens": 1}).max_input_tokens == 2
    if verdict != 1 or verdict is True:
        with pytest.raises(ShapeError, match="/maxInputTokens: expected an integer"):
            window.from_json({"maxInputTokens": verdict, "maxOutputTokens": 1})


def test_an_error_never_quotes_the_document() -> None:
    secret = "canary-5f2c"
    with pytest.raises(ShapeError) as raised:
        modelconfig_types.SiteConfiguration.from_json({"licenseKey": {"value": secret}, "modelConfiguration": secret})
    assert secret not in str(raised.value) + repr(raised.value)
    provider = {"id": "a", "displayName": "A", "serverSideConfig": {"type": secret}}
    with pytest.raises(ShapeError, match="/providerOverrides/0/serverSideConfig/type: expected one of ") as raised:
        modelconfig_types.SiteModelConfiguration.from_json({"providerOverrides": [provider]})
    assert secret not in str(raised.value) + repr(raised.value)


@pytest.mark.parametrize(("root", "path"), case_files("valid"))
def test_valid_cases_are_read_and_written(root: str, path: Path) -> None:
    document = json.loads(path.read_text("utf-8"))
    cls = python_type(root)
    read = cls.from_json(document)
    assert cls.from_json(read.to_json()) == read
    assert equal_json(read.to_json(), _without_nulls(document))


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_nulls(inner) for name, inner in value.items() if inner is not None}
    return [_without_nulls(item) for item in value] if isinstance(value, list) else value


def test_a_known_property_is_written_in_place_of_an_unknown_one_with_its_name() -> None:
    window = modelconfig_types.ContextWindow(
        max_input_tokens=1, max_output_tokens=2, unknown=(("maxInputTokens", "3"), ("future", "4"))
    )
    assert window.to_json() == {"maxInputTokens": 1, "maxOutputTokens": 2, "future": 4}


def test_an_open_enumeration_keeps_unknown_values() -> None:
    model = ModelConfiguration.from_json(
        json.loads((CASES / "model" / "valid" / "server-view.json").read_text("utf-8"))
    ).models[0]
    document = model.to_json() | {"status": "sunset"}
    again = type(model).from_json(document)
    assert (again.status, type(again.status)) == ("sunset", str)
    assert again.to_json() == document
