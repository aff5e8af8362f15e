"""Random properties of every kind, added to a copy of the schemas, with values in the catalogue and in a site file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).parents[2]
SEED = os.environ["CONFORMANCE_SEED"]
CATALOGUE_MODEL, OVERRIDDEN_MODEL = "mistral::v1::mixtral-8x7b-instruct", "mistral::v1::mixtral-8x22b-instruct"
SELF_HOSTED, SELF_HOSTED_OVERRIDE = "own::v1::starcoder2-7b", "own::v1::starcoder2-15b"
DEFAULTS_OF, OWN = "google", "own"
CHANNELS = {
    "Model": ("CatalogModel", "ModelOverride", "DefaultModelConfig", "SelfHostedModel", "SelfHostedModelOverride"),
    "Provider": ("CatalogProvider", "ProviderOverride"),
    "ContextWindow": ("CatalogWindow", "ContextWindowOverride"),
    "ModelCost": ("CatalogPrice", "CatalogCost", "ModelCostOverride"),
    "ClientSideModelConfig": ("SiteClientModelConfig",),
}
"""The definitions that share properties by name with one of the document. The catalogue uses the last one directly."""
_WORDS = (
    "class import func async lambda package interface range goto type default is cacheURL homepage family x2".split()
)
"""First words of names. Alone, most of them are keywords of a language."""
Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class NewProperty:
    """A property of a definition of the document, its definitions, and three different values."""

    owner: str
    name: str
    node: Node
    values: tuple[Any, Any, Any]
    definitions: dict[str, Node] = field(default_factory=dict)
    server_side: bool = False

    def public(self, value: Any) -> Any:
        """Return a value as clients receive it: without the server-side property of an object."""
        if isinstance(value, list):
            return [self.public(item) for item in value]
        return {name: part for name, part in value.items() if name != "hidden"} if isinstance(value, dict) else value


def new_properties(seed: str = SEED) -> list[NewProperty]:
    """Return properties of every kind for each channel, with random names, order and values."""
    rng = Random(seed)  # noqa: S311  no secret depends on it
    found = []
    for owner in CHANNELS:
        names = rng.sample(_WORDS, len(_WORDS))
        names += [f"{word}More" for word in names]
        visible = [(kind, False) for kind in _KINDS]
        hidden = [(kind, True) for kind in _KINDS] if owner in ("Model", "Provider") else []
        kinds = rng.sample(visible + hidden, len(visible + hidden))
        for name, (kind, is_hidden) in zip(names, kinds, strict=False):
            node, definitions, values = _KINDS[kind](rng, f"New{owner}{name[0].upper()}{name[1:]}")
            node = {**node, "description": f"A new {kind}."} | ({"x-visibility": "server"} if is_hidden else {})
            found.append(NewProperty(owner, name, node, tuple(values), definitions, is_hidden))
    return found


def _text(rng: Random, _: str) -> Any:
    return {"type": "string"}, {}, [f"{word} {rng.random()}" for word in ('"quoted"', "<b>ünïcode", "#x: y")]


def _truth(_: Random, __: str) -> Any:
    return {"type": "boolean"}, {}, [True, False, True]


def _integer(rng: Random, _: str) -> Any:
    limits = {"minimum": -5, "maximum": 9_007_199_254_740_991}
    return {"type": "integer", **limits}, {}, [rng.randint(1, 10**9), 9_007_199_254_740_991, 0]


def _number(rng: Random, _: str) -> Any:
    return {"type": "number"}, {}, [rng.uniform(0.1, 1.9), -0.25, 1e30]


def _enumeration(*, is_open: bool) -> Any:
    def kind(rng: Random, name: str) -> Any:
        values = rng.sample(["one", "two-2", "x.y", "Großes Wort", "1.1", "default"], 3)
        listed = [{"const": value, "description": f"The value {value}."} for value in values]
        node = {"type": "string", "description": "A choice.", "oneOf": listed}
        return {"$ref": f"#/$defs/{name}"}, {name: node | ({"x-open-enum": True} if is_open else {})}, values

    return kind


def _record(rng: Random, name: str) -> Any:
    properties = {
        "label": {"type": "string", "description": "A label."},
        "counts": {"type": "array", "items": _LIMITED, "description": "Numbers."},
        "hidden": {"type": "boolean", "x-visibility": "server", "description": "For servers."},
    }
    node = {"type": "object", "description": "A part.", "properties": properties, "additionalProperties": False}
    # The catalogue, which has the first value, is public.
    values = [{"counts": [0, rng.randint(1, 9)]}, {"label": f"{rng.random()}", "hidden": True}, {"label": ""}]
    return {"$ref": f"#/$defs/{name}"}, {name: node}, values


def _list_of(kind: str) -> Any:
    def listed(rng: Random, name: str) -> Any:
        items, definitions, values = _KINDS[kind](rng, name)
        description = {} if "$ref" in items else {"description": "An item."}
        node = {"type": "array", "items": {**items, **description}, "uniqueItems": rng.random() < 0.5}
        return node, definitions, [values[:1], values[1:], values]

    return listed


def _map(rng: Random, _: str) -> Any:
    node = {"type": "object", "additionalProperties": {**_LIMITED, "description": "A count."}}
    return node, {}, [{"ä b": 0}, {"__proto__": rng.randint(1, 9), "x": 2}, {"constructor": 1}]


def _alias(rng: Random, name: str) -> Any:
    node = {"type": "string", "pattern": "^[a-z]{3,9}$", "description": "A code."}
    return {"$ref": f"#/$defs/{name}"}, {name: node}, rng.sample(["abc", "defgh", "ijklmnopq"], 3)


_LIMITED: Node = {"type": "integer", "minimum": 0, "maximum": 1000}
_KINDS: dict[str, Any] = {
    "text": _text,
    "truth value": _truth,
    "integer": _integer,
    "number": _number,
    "closed enumeration": _enumeration(is_open=False),
    "open enumeration": _enumeration(is_open=True),
    "object": _record,
    "map": _map,
    "alias": _alias,
    "list of texts": _list_of("text"),
    "list of choices": _list_of("open enumeration"),
    "list of objects": _list_of("object"),
}


@dataclass(frozen=True, slots=True)
class ChangedTree:
    """A folder with changed sources and everything generated from them, and a site configuration, `site.json`."""

    folder: Path
    properties: list[NewProperty]

    def run(self, module: str, *arguments: str) -> str:
        """Run a module, or code after `-c`, with the generated package of the folder; return its output."""
        search = [self.folder / "generated" / "python", ROOT, *filter(None, [os.environ.get("PYTHONPATH")])]
        finished = subprocess.run(
            [sys.executable, *(() if module == "-c" else ("-m",)), module, *arguments],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, search))},
            cwd=self.folder, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert finished.returncode == 0, finished.stdout + finished.stderr
        return finished.stdout

    def view(self, name: str) -> dict[str, Any]:
        """Return a view of the merged configuration: `server` or `client`."""
        document: dict[str, Any] = json.loads(self.run("modelconfig", "site", "render", "site.json", "--view", name))
        return document


def changed_tree(folder: Path, seed: str = SEED) -> ChangedTree:
    """Copy the sources, add properties and values, and generate everything in the folder."""
    tree = ChangedTree(folder, new_properties(seed))
    for name in ("schema", "catalog"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("released"))
    _edit_schemas(folder / "schema", tree.properties)
    _edit_catalogue(folder / "catalog", tree.properties)
    (folder / "site.json").write_text(json.dumps(_site(tree.properties)), "utf-8")
    tree.run("codegen", "types")
    tree.run("codegen", "config")
    return tree


def _edit_schemas(folder: Path, properties: list[NewProperty]) -> None:
    for path in folder.glob("*.json"):
        schema = json.loads(path.read_bytes())
        for new in properties:
            in_file = [name for name in (new.owner, *CHANNELS[new.owner]) if name in schema["$defs"]]
            for name in in_file:
                if new.server_side and name.startswith("Catalog"):
                    continue
                members = [*schema["$defs"][name]["properties"].items()]
                # In front of the last one, so that the order of the schema is not the order of additions.
                members.insert(-1, (new.name, _in_file(new.node, path.name)))
                schema["$defs"][name]["properties"] = dict(members)
            if path.stem == "model":
                schema["$defs"] |= new.definitions
        path.write_text(json.dumps(schema, indent=2), "utf-8")


def _in_file(node: Node, file: str) -> Node:
    """Return a subschema whose references are those of another file than model.json."""
    if file == "model.json":
        return node
    changed = {name: _in_file(value, file) if name == "items" else value for name, value in node.items()}
    return changed | ({"$ref": f"model.json{node['$ref']}"} if "$ref" in node else {})


def _edit_catalogue(folder: Path, properties: list[NewProperty]) -> None:
    def lines(owner: str, indent: str) -> str:
        return "".join(
            f"{indent}{name}: {json.dumps(value)}\n" for name, value in values_of(properties, owner, 0).items()
        )

    def flow(owner: str) -> str:
        return "".join(f"{name}: {json.dumps(value)}, " for name, value in values_of(properties, owner, 0).items())

    client = json.dumps(values_of(properties, "ClientSideModelConfig", 0))
    _replace(folder / "providers" / "mistral.yaml", {
        "displayName: Mistral\n": "displayName: Mistral\n" + lines("Provider", ""),
        "    displayName: Mixtral 8x7B\n":
            "    displayName: Mixtral 8x7B\n" + lines("Model", "    ") + f"    clientSideConfig: {client}\n",
        "      input: 0.5\n": lines("ModelCost", "      ") + "      input: 0.5\n",
    })  # fmt: skip
    _replace(folder / "catalog.yaml", {"{input: 7000,": f"{{{flow('ContextWindow')}input: 7000,"})


def _replace(file: Path, edits: dict[str, str]) -> None:
    text = file.read_text("utf-8")
    for old, new in edits.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


def values_of(properties: list[NewProperty], owner: str, index: int, *, hidden: bool = False) -> dict[str, Any]:
    """Return one of the three values of each new property of a definition, on request also of server-side ones."""
    return {new.name: new.values[index] for new in properties if new.owner == owner and (hidden or not new.server_side)}


def _site(properties: list[NewProperty]) -> dict[str, Any]:
    def values(owner: str, index: int) -> dict[str, Any]:
        return values_of(properties, owner, index, hidden=True)

    endpoint = {"type": "openaicompatible", "endpoints": [{"url": "https://own.example/v1"}]}
    override = {
        **values("Model", 1),
        "modelRef": OVERRIDDEN_MODEL,
        "contextWindow": values("ContextWindow", 1),
        "modelCost": {"unit": "btok", **values("ModelCost", 1)},
        "clientSideConfig": values("ClientSideModelConfig", 1),
    }
    # The other prices of the model are converted to the new unit, and nothing else of its cost.
    converted = {"modelRef": CATALOGUE_MODEL, "modelCost": {"unit": "btok", "inputTokenPennies": 7}}
    hosted = {"provider": OWN, "model": "starcoder2-7b@v1", **values("Model", 2)}
    configuration = {
        "sourcegraph": {},
        "providerOverrides": [
            {**values("Provider", 1), "id": OWN, "serverSideConfig": endpoint},
            {"id": DEFAULTS_OF, "defaultModelConfig": values("Model", 2)},
        ],
        "modelOverrides": [override, converted],
        "selfHostedModels": [hosted, {"provider": OWN, "model": "starcoder2-15b@v1", "override": values("Model", 1)}],
    }
    return {"licenseKey": "key", "modelConfiguration": configuration}
