"""The profile for editors: what the strict profile accepts, in forms that editors complete and explain well.

Editors report `oneOf` and `anyOf` badly: they show the problems of one branch, and complete the properties of all. Of a
reference with a description, some show the description of the definition, others that of the reference.
"""

import json
from collections import defaultdict
from collections.abc import Mapping

from codegen.schema.editor_snippets import labelled_snippets, with_snippets
from codegen.schema.traversal import NULL, Schema, subschemas, target, transform
from modelconfig.documents import known_values
from modelconfig.schema.alternatives import TAG


def editor(schema: Schema) -> Schema:
    """Return the schema for editors, from the strict one. It is valid for the same documents."""
    definitions = schema["$defs"]

    def change(node: Schema) -> Schema:
        node = _deprecated_reference(_nullable(_enumeration(_tagged_union(_variant(node), definitions))))
        return _without_extensions(with_snippets(_pattern_message(node)))

    shaped = transform(schema, change)
    names = {target(node) for _, node in subschemas(shaped)} - {""}
    altered = {name: _altered(name, shaped["$defs"]) for name in sorted(names - shaped["$defs"].keys())}
    return _with_one_annotation_each({**shaped, "$defs": {**shaped["$defs"], **altered}})


def _tagged_union(node: Schema, definitions: Mapping[str, Schema]) -> Schema:
    """Return a union as an enumeration of its tags, each of which selects the schema of the other properties."""
    branches = [branch for branch in node.get("oneOf", ()) if "$ref" in branch]
    if not branches:
        return node
    variants = {definitions[target(branch)]["properties"][TAG]["const"]: branch for branch in branches}
    descriptions = [definitions[target(branch)].get("description", "") for branch in branches]
    tag = {
        "type": "string",
        "description": node.get("description", ""),
        "enum": list(variants),
        "enumDescriptions": descriptions,
    }
    snippets = [
        snippet
        for (value, branch), text in zip(variants.items(), descriptions, strict=True)
        for snippet in labelled_snippets(definitions[target(branch)].get("examples", ()), value, text)
    ]
    return {
        **_without(node, "oneOf"),
        "type": "object",
        "properties": {TAG: tag},
        "required": [TAG],
        "allOf": [
            {
                "if": {
                    "type": "object",
                    "properties": {TAG: {"const": value, "doNotSuggest": True}},
                    "required": [TAG],
                },
                "then": branch,
            }
            for value, branch in variants.items()
        ],
        # Not of the union itself: some editors would also propose them when the tag has a value.
        "anyOf": [{"maxProperties": 0, "defaultSnippets": snippets}, {}],
    }


def _variant(node: Schema) -> Schema:
    """Return the schema of a union's variant with the description of the variant at its tag."""
    tag = node.get("properties", {}).get(TAG, {})
    if "const" not in tag:
        return node
    tag = {**_without(tag, "const"), "enum": [tag["const"]], "enumDescriptions": [node.get("description", "")]}
    return {**node, "properties": {**node["properties"], TAG: tag}}


def _enumeration(node: Schema) -> Schema:
    """Return an enumeration with `enum`, and a description for each value."""
    branches = node.get("oneOf", ())
    if not branches:
        return node
    deprecated = [branch["const"] for branch in branches if branch.get("deprecated")]
    return {
        **_without(node, "oneOf"),
        "enum": [branch["const"] for branch in branches],
        "enumDescriptions": [branch.get("description", "") for branch in branches],
        **({"if": {"enum": deprecated}, "then": {"deprecated": True}} if deprecated else {}),
    }


def _nullable(node: Schema) -> Schema:
    """Return a value or null without `anyOf`: as one definition, or as one inline schema."""
    branches = node.get("anyOf", ())
    if NULL not in branches:
        return node
    (branch,) = (branch for branch in branches if branch != NULL)
    own = {**branch, **_without(node, "anyOf")}
    return {**own, "$ref": own["$ref"] + ".nullable"} if "$ref" in own else _accepting_null(own)


def _deprecated_reference(node: Schema) -> Schema:
    """Return a deprecated reference as a reference to a deprecated definition: some editors take it for a limit."""
    if "$ref" not in node or not node.get("deprecated"):
        return node
    return {**_without(node, "deprecated"), "$ref": node["$ref"] + ".deprecated"}


def _altered(name: str, definitions: Mapping[str, Schema]) -> Schema:
    """Return a definition of the sources, changed as the ends of `name` say. Names in the sources have no dot."""
    original, *changes = name.split(".")
    node = definitions[original]
    for change in changes:
        node = _accepting_null(node) if change == "nullable" else {**node, "deprecated": True}
    return node


def _accepting_null(node: Schema) -> Schema:
    """Return a schema that also accepts null. Only `type`, `enum` and `const` can reject it."""
    types = node["type"] if isinstance(node["type"], list) else [node["type"]]
    node = {**node, "type": [*types, *({"null"} - set(types))]}
    if "const" in node:
        node = {"enum": [node["const"]], **_without(node, "const")}
    return {**node, "enum": [*node["enum"], None]} if "enum" in node else node


def _pattern_message(node: Schema) -> Schema:
    """Return a string's schema with a message for values that do not match its pattern."""
    if "pattern" not in node:
        return node
    examples = [f"Example: {json.dumps(example, ensure_ascii=False)}." for example in node.get("examples", ())[:1]]
    texts = ["The value does not have the required form.", node.get("description", ""), *examples]
    return {**node, "patternErrorMessage": " ".join(filter(None, texts))}


def _with_one_annotation_each(schema: Schema) -> Schema:
    """Return a schema in which no definition has an annotation that one of its references also has.

    All references get it instead, except those of a union's variants: the union and its tag describe them.
    """
    definitions = schema["$defs"]
    moved: dict[str, set[str]] = defaultdict(set)
    for _, node in subschemas({"$defs": definitions}):
        if target(node) in definitions:
            moved[target(node)] |= node.keys() & definitions[target(node)].keys()
        if "then" in node:
            moved[target(node["then"])].add("description")

    def change(node: Schema) -> Schema:
        if "then" in node and "$ref" in node["then"]:
            return {**node, "then": {"$ref": node["then"]["$ref"]}}
        name = target(node)
        return {**{key: definitions[name][key] for key in definitions.get(name, ()) if key in moved[name]}, **node}

    changed = transform(schema, change)
    return {**changed, "$defs": {name: _without(node, *moved[name]) for name, node in changed["$defs"].items()}}


def _without_extensions(node: Schema) -> Schema:
    """Return a schema without the annotations of this project: some editors take them for limits of a reference."""
    return _without(node, *(name for name in node if name.startswith("x-") and name != known_values.ANNOTATION))


def _without(node: Schema, *keywords: str) -> Schema:
    return {keyword: value for keyword, value in node.items() if keyword not in keywords}
