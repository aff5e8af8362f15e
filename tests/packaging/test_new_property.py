"""A property that is added to the schemas is in every document, type, page and command, without a change of code.

The generator runs on a changed copy of the sources with random properties, and the commands run with its output.
`tests/typescript/` and `tests/go/` compile programs with the generated types.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from codegen.targets.python.python_names import snake
from tests.packaging.new_properties import (
    CATALOGUE_MODEL,
    DEFAULTS_OF,
    OVERRIDDEN_MODEL,
    OWN,
    SELF_HOSTED,
    SELF_HOSTED_OVERRIDE,
    ChangedTree,
    changed_tree,
    values_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

INSIDE = {
    "ContextWindow": ("contextWindow", "Context window"),
    "ModelCost": ("estimatedModelCost", "Cost"),
    "ClientSideModelConfig": ("clientSideConfig", "Client settings"),
}
"""The properties of a model that have the other definitions, and their labels in `show`."""
READING = """
import json, sys
from dataclasses import fields, is_dataclass
import modelconfig_types as types

def unknown_of(value):
    if isinstance(value, (list, tuple)):
        return [found for item in value for found in unknown_of(item)]
    if hasattr(value, "values") and not isinstance(value, type):
        return [found for item in value.values() for found in unknown_of(item)]
    if not is_dataclass(value):
        return []
    parts = [getattr(value, field.name) for field in fields(value) if field.name != "unknown"]
    return [*getattr(value, "unknown", ()), *unknown_of(parts)]

value = json.load(open(sys.argv[1], encoding="utf-8"))
read = getattr(types, sys.argv[2]).from_json(value)
print(json.dumps({"unknown": len(unknown_of(read)), "fields": [field.name for field in fields(types.Model)]}))
assert read.to_json() == value
"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> ChangedTree:
    return changed_tree(tmp_path_factory.mktemp("changed"))


def item(document: Mapping[str, Any], name: str) -> dict[str, Any]:
    every: list[dict[str, Any]] = [*document["providers"], *document["models"]]
    return next(one for one in every if name in {one.get("id"), one.get("modelRef")})


def expected(tree: ChangedTree, owner: str, index: int, view: str) -> dict[str, Any]:
    """Return the values that a view must have: the server's has all, the clients' has none that is server-side."""
    values = values_of(tree.properties, owner, index, hidden=view == "server")
    by_name = {(new.owner, new.name): new for new in tree.properties}
    return {name: value if view == "server" else by_name[owner, name].public(value) for name, value in values.items()}


def assert_has(found: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    assert {name: found.get(name, "is missing") for name in values} == values


def in_other_unit(value: Any) -> Any:
    """Return a price per million tokens as one per billion, and any other value as it is."""
    return value * 1000 if isinstance(value, int | float) and not isinstance(value, bool) else value


def test_from_the_catalogue_to_the_document(tree: ChangedTree) -> None:
    document = json.loads((tree.folder / "models.json").read_bytes())
    model = item(document, CATALOGUE_MODEL)
    assert_has(model, values_of(tree.properties, "Model", 0))
    for owner, (name, _) in INSIDE.items():
        assert_has(model[name], values_of(tree.properties, owner, 0))
    assert_has(item(document, "mistral"), values_of(tree.properties, "Provider", 0))
    schema = json.loads((tree.folder / "schema" / "model.json").read_bytes())
    order = [name for name in schema["$defs"]["Model"]["properties"] if name in model]
    assert list(model) == order


@pytest.mark.parametrize("view", ["server", "client"])
def test_from_a_site_configuration_to_both_views(tree: ChangedTree, view: str) -> None:
    document = tree.view(view)
    touched = item(document, OVERRIDDEN_MODEL)
    assert_has(touched, expected(tree, "Model", 1, view))
    for owner, (name, _) in INSIDE.items():
        assert_has(touched[name], expected(tree, owner, 1, view))
    assert_has(item(document, OWN), expected(tree, "Provider", 1, view))
    assert_has(item(document, SELF_HOSTED), expected(tree, "Model", 2, view))
    assert_has(item(document, SELF_HOSTED_OVERRIDE), expected(tree, "Model", 1, view))
    # A default of a provider changes each of its models.
    models = [model for model in document["models"] if model["modelRef"].startswith(f"{DEFAULTS_OF}::")]
    assert models
    for model in models:
        assert_has(model, expected(tree, "Model", 2, view))
    # What the site configuration does not set is as in the catalogue.
    assert_has(item(document, CATALOGUE_MODEL), values_of(tree.properties, "Model", 0))
    cost = item(document, CATALOGUE_MODEL)["estimatedModelCost"]
    assert_has(cost, {name: in_other_unit(value) for name, value in expected(tree, "ModelCost", 0, view).items()})
    for owner, items in (("Model", "models"), ("Provider", "providers")):
        hidden = {new.name for new in tree.properties if new.owner == owner and new.server_side}
        assert hidden
        assert any(hidden & one.keys() for one in document[items]) == (view == "server")


def test_in_the_explanation(tree: ChangedTree) -> None:
    explained = json.loads(
        tree.run("modelconfig", "site", "explain", "site.json", OVERRIDDEN_MODEL, "--format", "json")
    )
    places = {field["field"]: (field["place"] or {}).get("pointer", "") for field in explained["fields"]}
    wanted = {
        "": ("Model", ""), "contextWindow.": ("ContextWindow", "contextWindow/"),
        "estimatedModelCost.": ("ModelCost", "modelCost/"),
    }  # fmt: skip
    for prefix, (owner, inside) in wanted.items():
        for name in values_of(tree.properties, owner, 1, hidden=True):
            found = [pointer for field, pointer in places.items() if f"{field}.".startswith(f"{prefix}{name}.")]
            assert found, name
            pointer = f"/modelConfiguration/modelOverrides/0/{inside}{name}"
            assert all(f"{one}/".startswith(f"{pointer}/") for one in found), name


def test_in_the_python_types(tree: ChangedTree) -> None:
    (tree.folder / "server.json").write_text(json.dumps(tree.view("server")), "utf-8")
    for file, name in (("server.json", "ModelConfiguration"), ("site.json", "SiteConfiguration")):
        report = json.loads(tree.run("-c", READING, file, name))
        assert report["unknown"] == 0
        assert {snake(new.name) for new in tree.properties if new.owner == "Model"} <= {
            field.removesuffix("_") for field in report["fields"]
        }


def test_on_the_page(tree: ChangedTree) -> None:
    tree.run("modelconfig", "page", "--output", "page")
    page = (tree.folder / "page" / "index.html").read_text("utf-8")
    (data,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    model = item(json.loads(html.unescape(data)), CATALOGUE_MODEL)
    assert_has(model, expected(tree, "Model", 0, "client"))


def test_in_show(tree: ChangedTree) -> None:
    shown = tree.run("modelconfig", "show", CATALOGUE_MODEL)
    lines = dict(line.split("  ", 1) for line in shown.splitlines() if "  " in line)
    for name, value in values_of(tree.properties, "Model", 0).items():
        text = lines[name].strip()
        assert (text if isinstance(value, str) else json.loads(text)) == value
    for owner, (_, label) in INSIDE.items():
        for name in values_of(tree.properties, owner, 0):
            assert re.search(rf'[ "{{,]{name}"?:', lines[label]), name
