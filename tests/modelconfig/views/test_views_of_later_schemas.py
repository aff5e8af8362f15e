"""The views with extended schemas: a new server-side property is hidden as soon as the schema has it."""

from __future__ import annotations

import copy
import json
import shutil
from typing import TYPE_CHECKING, Any

from codegen.pipeline import check_schemas
from codegen.schema.traversal import subschemas
from modelconfig.schema.embedded import embedded
from modelconfig.views.client_view import FILLERS, project
from modelconfig.views.visibility import compile_plan
from tests.helpers.strategies import SCHEMA
from tests.helpers.view_documents import CANARY, document, model, names

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def derived(tmp_path: Path, change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """Return the derived schemas of a copy of the repository's, after a change of `model.json`."""
    shutil.copytree(SCHEMA, tmp_path / "schema")
    file = tmp_path / "schema" / "model.json"
    schema = json.loads(file.read_bytes())
    change(schema)
    file.write_text(json.dumps(schema), encoding="utf-8")
    found, problems = check_schemas(tmp_path / "schema")
    assert problems == []
    return found.derived.by_name


def filled(node: dict[str, Any], schema: dict[str, Any]) -> Any:
    """Return a value with every property that the schema describes, each array with one item."""
    if "$ref" in node:
        return filled(schema["$defs"][node["$ref"].rpartition("/")[2]], schema)
    if "properties" in node:
        return {name: filled(member, schema) for name, member in node["properties"].items()}
    if "items" in node:
        return [filled(node["items"], schema)]
    return "text"


def test_a_new_server_side_property_is_hidden(tmp_path: Path) -> None:
    """Check every object that clients see, whatever the type of the new property."""
    records = {name for name, node in embedded("model.client")["$defs"].items() if "properties" in node}
    assert len(records) >= 9
    new: dict[str, dict[str, Any]] = {
        "newText": {"type": "string"},
        "newList": {"type": "array", "items": {"type": "string"}},
        "newMap": {"type": "object", "additionalProperties": {"type": "string"}},
        "newRecord": {"$ref": "#/$defs/NewRecord"},
    }

    def add(schema: dict[str, Any]) -> None:
        inner = {"newText": {"type": "string", "description": "New."}}
        record = {"type": "object", "properties": inner, "additionalProperties": False, "description": "New."}
        schema["$defs"]["NewRecord"] = record
        for record in records:
            for name, node in new.items():
                added = {**node, "x-visibility": "server", "description": "New."}
                schema["$defs"][record]["properties"][name] = added

    schemas = derived(tmp_path, add)
    plan = compile_plan(schemas["model.consumer"], schemas["model.client"])
    whole = filled(schemas["model.consumer"], schemas["model.consumer"])
    everything = list(names(whole))
    assert all(everything.count(name) >= len(records) for name in new)
    assert not set(names(project(whole, plan))) & set(new)
    shouted = json.loads(json.dumps(whole).replace('"new', '"NEW_'))
    assert not {name for name in names(project(shouted, plan)) if name.startswith("NEW_")}


def test_a_property_that_the_client_schema_omits_is_hidden() -> None:
    consumer = copy.deepcopy(embedded("model.consumer"))
    consumer["$defs"]["ContextWindow"]["properties"]["lost"] = {"type": "string"}
    whole = document(models=[model(contextWindow={"maxInputTokens": 1, "lost": CANARY})])
    view = project(whole, compile_plan(consumer, embedded("model.client")))
    assert view["models"][0]["contextWindow"] == {"maxInputTokens": 1}


def test_variants_of_a_union_hide_their_own_properties() -> None:
    """Each variant of a union has its own view; of an unknown variant, what any variant hides is hidden."""

    def variant(tag: str, **properties: Any) -> dict[str, Any]:
        return {"properties": {"type": {"type": "string", "const": tag}, **properties}, "required": ["type"]}

    text, copy_of_name = {"type": "string"}, {"type": "string", "x-client-copy-of": "name"}
    union = {"oneOf": [{"$ref": "#/$defs/Open"}, {"$ref": "#/$defs/Closed"}]}
    consumer = {
        "$ref": "#/$defs/Either",
        "$defs": {
            "Either": union,
            "Open": variant("open", name=text, detail=text),
            "Closed": variant("closed", name=text, detail={**text, "x-visibility": "server"}),
        },
    }
    client = {
        "$ref": "#/$defs/Either",
        "$defs": {
            "Either": union,
            "Open": variant("open", name=text, detail=text, alias=copy_of_name),
            "Closed": variant("closed", name=text),
        },
    }
    plan = compile_plan(consumer, client)
    content = {"name": "n", "detail": "d"}
    assert project({"type": "open", **content}, plan) == {"type": "open", **content, "alias": "n"}
    assert project({"type": "closed", **content}, plan) == {"type": "closed", "name": "n"}
    for tag in ("later", ["open"], None):
        assert "detail" not in project({"type": tag, **content}, plan)


def test_the_client_schema_has_no_credential() -> None:
    assert [node for _, node in subschemas(embedded("model.client")) if "x-secret" in node] == []


def test_every_property_that_clients_always_receive_has_a_default() -> None:
    """A property without a default would make the view of a document without it invalid."""
    always = {
        (definition, name)
        for definition, node in embedded("model.client")["$defs"].items()
        for name, member in node.get("properties", {}).items()
        if member.get("x-client-required")
    }
    assert always == set(FILLERS)


def test_a_definition_that_contains_itself_is_followed() -> None:
    trees = {"type": "array", "items": {"$ref": "#/$defs/Tree"}}
    schema = {"$ref": "#/$defs/Tree", "$defs": {"Tree": {"properties": {"leaf": {"type": "string"}, "trees": trees}}}}
    client = {"$ref": "#/$defs/Tree", "$defs": {"Tree": {"properties": {"trees": trees}}}}
    tree = {"leaf": 1, "trees": [{"leaf": 1, "trees": [{"leaf": 1, "kept": 1}]}]}
    assert project(tree, compile_plan(schema, client)) == {"trees": [{"trees": [{"kept": 1}]}]}
