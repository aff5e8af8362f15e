"""The profiles of a schema: what producers must write, what readers accept, what clients may see."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.pipeline import check_schemas
from codegen.schema.derived import DerivedSchemas
from codegen.schema.profiles import digest
from codegen.schema.traversal import subschemas
from modelconfig.schema.properties import accepts_null
from modelconfig.schema.validator import validate
from tests.codegen.schema.schema_cases import ROOT, cases, schema_folder, with_members

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENTS = ROOT / "tests" / "cases"
CHECKED, _ = check_schemas(ROOT / "schema")
SOURCES = CHECKED.sources
DERIVED = CHECKED.derived.by_name
VALID = sorted(path for root in CHECKED.derived.documents for path in (DOCUMENTS / root / "valid").glob("*.json"))
COPIES = {
    name
    for file in SOURCES.files.values()
    for _, node in subschemas(file.schema)
    for name, member in node.get("properties", {}).items()
    if "x-client-copy-of" in member
}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3),
    lambda below: st.lists(below, max_size=2) | st.dictionaries(st.text(max_size=3), below, max_size=2),
    max_leaves=4,
)


def codes(document: Any, schema: dict[str, Any]) -> list[str]:
    return [problem.code for problem in validate(document, schema)]


def without_copies(document: Any) -> Any:
    """Return a document as a producer writes it: without the properties that only clients receive."""
    if isinstance(document, list):
        return [without_copies(item) for item in document]
    if isinstance(document, dict):
        return {name: without_copies(value) for name, value in document.items() if name not in COPIES}
    return document


def derived(folder: Path) -> dict[str, dict[str, Any]]:
    found, problems = check_schemas(folder)
    assert problems == []
    return found.derived.by_name


def members(schema: dict[str, Any]) -> dict[str, set[str]]:
    return {name: set(node.get("properties", {})) for name, node in schema["$defs"].items()}


@pytest.fixture
def small(tmp_path: Path) -> dict[str, dict[str, Any]]:
    """Return the profiles of a schema with one property of every kind."""
    text = {"type": "string", "description": "A text."}
    part = {"type": "object", "properties": {"id": text}, "additionalProperties": False, "description": "A part."}
    schema = with_members(
        name={**text, "x-client-required": True},
        alias={**text, "x-client-copy-of": "name"},
        key={"$ref": "#/$defs/Key", "x-visibility": "server", "description": "A key."},
        both={"$ref": "#/$defs/Both", "description": "Seen by all."},
        hidden={"type": "array", "items": {"$ref": "#/$defs/Both"}, "x-visibility": "server", "description": "Parts."},
        level={"$ref": "#/$defs/Level", "description": "Open."},
        grade={"$ref": "#/$defs/Grade", "description": "Closed."},
    )
    value = {"const": "a", "description": "The first."}
    schema["$defs"]["Document"]["required"] = ["both", "key"]
    schema["$defs"] |= {
        "Key": {**part, "properties": {"deeper": {"$ref": "#/$defs/Deeper", "description": "Deeper."}}},
        "Deeper": part,
        "Both": part,
        "Level": {"type": "string", "oneOf": [value], "x-open-enum": True, "description": "Open."},
        "Grade": {"type": "string", "oneOf": [value], "description": "Closed."},
    }
    return derived(schema_folder(tmp_path, model=schema))


def test_the_strict_profile_has_every_property_but_those_only_for_clients(small: dict[str, dict[str, Any]]) -> None:
    assert members(small["model"]) == {
        "Document": {"name", "key", "both", "hidden", "level", "grade"},
        "Key": {"deeper"},
        "Deeper": {"id"},
        "Both": {"id"},
        "Level": set(),
        "Grade": set(),
    }
    assert small["model"]["$defs"]["Document"]["required"] == ["both", "key"]


def test_the_client_view_has_no_server_side_properties_and_definitions(small: dict[str, dict[str, Any]]) -> None:
    assert members(small["model.client"]) == {
        "Document": {"name", "alias", "both", "level", "grade"},
        "Both": {"id"},
        "Level": set(),
        "Grade": set(),
    }
    assert small["model.client"]["$defs"]["Document"]["required"] == ["name", "both"]


def test_an_omitted_property_is_not_required(tmp_path: Path) -> None:
    text = {"type": "string", "description": "A text."}
    schema = with_members(
        name=text,
        alias={**text, "x-client-copy-of": "name"},
        key={**text, "x-visibility": "server"},
    )
    schema["$defs"]["Document"]["required"] = ["name", "alias", "key"]
    profiles = derived(schema_folder(tmp_path, model=schema))
    required = {name: profile["$defs"]["Document"]["required"] for name, profile in profiles.items()}
    assert required == {
        "model": ["name", "key"],
        "model.consumer": ["name", "key"],
        "model.client": ["name", "alias"],
        "model.editor": ["name", "key"],
    }


def test_the_strict_profile_rejects_what_a_consumer_accepts(small: dict[str, dict[str, Any]]) -> None:
    document: dict[str, Any] = {"both": {}, "key": {}}
    for more, rejection in (
        ({"later": 1}, "MC103"),
        ({"both": {"later": 1}}, "MC103"),
        ({"alias": "x"}, "MC103"),
        ({"level": "later"}, "MC104"),
    ):
        assert codes(document | more, small["model"]) == [rejection]
        assert codes(document | more, small["model.consumer"]) == []
        assert codes({"name": "x", "both": {}} | more, small["model.client"]) == []


def test_every_profile_rejects_a_wrong_shape(small: dict[str, dict[str, Any]]) -> None:
    document = {"both": {}, "key": {}, "name": "x"}
    for more, rejection in (({"grade": "later"}, "MC104"), ({"name": 1}, "MC101"), ({"level": 1}, "MC101")):
        for profile in ("model", "model.consumer", "model.client"):
            assert codes(document | more, small[profile]) == [rejection], profile
    assert codes({"both": {}, "name": "x"}, small["model.consumer"]) == ["MC102"]
    assert codes({"both": {}, "key": {}}, small["model.client"]) == ["MC102"]


def test_only_tolerant_readers_accept_null_for_a_required_array_that_may_be_empty() -> None:
    (folder,) = (case for case in cases("valid") if case.name == "null-arrays")
    nullable = {
        profile: {name for name, node in schema["$defs"]["Document"]["properties"].items() if accepts_null(node)}
        for profile, schema in derived(folder).items()
    }
    always, empty = {"cleared", "constant"}, {"inline", "named", "levels", "table", "parts"}
    assert nullable["model"] == always
    assert nullable["model.consumer"] == {*always, *empty, "hidden"}
    assert nullable["model.client"] == {*always, *empty}


def test_the_project_s_client_view_has_no_server_side_property() -> None:
    client = DERIVED["model.client"]
    hidden = {"reasoningEffort", "serverSideConfig"}
    assert hidden == {
        name
        for _, node in subschemas(SOURCES.files["model"].schema)
        for name, member in node.get("properties", {}).items()
        if member.get("x-visibility") == "server"
    }
    assert not hidden.intersection(*[set().union(*members(client).values())])
    text = json.dumps({**client, "description": ""})
    assert "x-visibility" not in text
    assert "x-secret" not in text
    assert "accessToken" not in text


def test_client_view_differs_from_the_consumer_s_only_as_annotated() -> None:
    consumer, client = DERIVED["model.consumer"], DERIVED["model.client"]
    for name, node in client["$defs"].items():
        annotated = SOURCES.files["model"].definitions[name].get("properties", {})
        without = {member for member, rules in annotated.items() if rules.get("x-visibility") == "server"}
        copies = {member for member, rules in annotated.items() if "x-client-copy-of" in rules}
        always = {member for member, rules in annotated.items() if rules.get("x-client-required")}
        properties = set(consumer["$defs"][name].get("properties", {}))
        assert set(node.get("properties", {})) == (properties - without) | copies
        assert set(node.get("required", [])) == (set(consumer["$defs"][name].get("required", [])) - without) | always


@pytest.mark.parametrize("path", VALID, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_consumers_accept_what_producers_may_write(path: Path) -> None:
    received, root = json.loads(path.read_text("utf-8")), path.parts[-3]
    written = without_copies(received)
    profiles = CHECKED.derived.profiles(root)
    assert codes(written, profiles["producer"]) == []
    assert codes(written, profiles["consumer"]) == []
    assert codes(received, profiles["consumer"]) == []
    assert received == written or codes(received, profiles["producer"])


@given(st.sampled_from(VALID), st.text(max_size=8), ANYTHING, st.data())
def test_a_consumer_accepts_a_property_of_a_later_version(
    path: Path, name: str, value: Any, data: st.DataObject
) -> None:
    document, root = json.loads(path.read_text("utf-8")), path.parts[-3]
    places: list[dict[str, Any]] = []
    pending = [document]
    while pending:
        node = pending.pop()
        places += [node] if isinstance(node, dict) else []
        pending += list(node.values()) if isinstance(node, dict) else node if isinstance(node, list) else []
    place = data.draw(st.sampled_from(places))
    fresh = f"later{name}"
    place[fresh] = value
    before = copy.deepcopy(document)
    # The document may have maps, which accept any name, but only values of one type.
    found = codes(document, CHECKED.derived.profiles(root)["consumer"])
    assert "MC103" not in found
    assert document == before


def test_profiles_are_bundled_and_named_and_do_not_share_parts() -> None:
    for name, schema in DERIVED.items():
        assert schema["$id"] == f"urn:cody-modelconfig:{name}:{SOURCES.version.split('.')[0]}"
        for _, node in subschemas(schema):
            assert node.get("$ref", "#/$defs/").startswith("#/$defs/")
        assert list(schema)[:2] == ["$schema", "$id"]
    before = json.dumps(DERIVED)
    assert json.dumps(DerivedSchemas(SOURCES).by_name) == before
    assert json.dumps(DERIVED) == before


def test_digest_changes_with_content_and_not_with_order() -> None:
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1}) != digest({"a": 1, "b": 3})


@pytest.mark.parametrize("folder", cases("valid"), ids=lambda folder: folder.name)
def test_profiles_of_every_case_have_only_definitions_that_are_used(folder: Path) -> None:
    for schema in derived(folder).values():
        used = {node["$ref"].rpartition("/")[2] for _, node in subschemas(schema) if "$ref" in node}
        assert set(schema["$defs"]) == used
