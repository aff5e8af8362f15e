"""Rule MC152: each subschema has one of the forms of the dialect, with the keywords of that form only."""

import json
from collections.abc import Iterator

from codegen.schema.loader import LOCAL, SchemaFile, Sources
from codegen.schema.traversal import NULL, Schema, target
from modelconfig.diagnostics.phrases import listing
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers

ANNOTATIONS = frozenset(
    "title description default examples x-not-mapped deprecated x-deprecated x-since x-secret "
    "x-visibility x-client-required x-client-copy-of x-references x-route-dependent".split()
)
"""The keywords that do not constrain a value; every form allows them."""
_NUMBER = "type minimum maximum exclusiveMinimum exclusiveMaximum"
_MAP = "type additionalProperties minProperties maxProperties"
_KEYWORDS = {
    "a string": "type pattern minLength maxLength x-known-values x-ts-template",
    "an integer": _NUMBER,
    "a number": _NUMBER,
    "a boolean": "type",
    "a constant": "type const",
    "an array": "type items minItems maxItems uniqueItems x-unique",
    "a map": _MAP,
    "an object": f"{_MAP} properties required x-reserved x-maps-to",
    "an enumeration": "type oneOf x-open-enum x-reserved",
    "a tagged union": "oneOf",
    "a listed value": "const x-name",
    "a reference": "$ref",
    "a value that may be null": "anyOf",
}
"""The keywords of each form besides annotations, separated by spaces."""
_FORMS = {"string": "a string", "integer": "an integer", "number": "a number", "boolean": "a boolean"}
_INLINE = "Move it to `$defs`, and refer to it with `$ref`."
_LISTED_VALUES = 'Define the enumeration in `$defs` with "oneOf": [{ "const": "…", "description": "…" }].'
_NULL = 'Add null with "anyOf": [{ … }, { "type": "null" }]; for other alternatives, define a union with `oneOf`.'


def unsupported_form(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC152: Report a combination of keywords that not every target can express."""
    for name, node in file.definitions.items():
        yield from _definition(sources, name, node, pointers.join("/$defs", name))


def _problem(message: str, hint: str, pointer: str, *tokens: str | int) -> Problem:
    return error("MC152", message, hint=hint, pointer=pointers.join(pointer, *tokens))


def _other_keywords(node: Schema, form: str, pointer: str, hint: str = "") -> Iterator[Problem]:
    """Report the keywords that do not apply to a form."""
    allowed = _KEYWORDS[form].split()
    for keyword in node:
        if keyword not in allowed and keyword not in ANNOTATIONS:
            default_hint = f"Remove it. Keywords of {form}, besides annotations: {listing(allowed)}."
            yield _problem(f"`{keyword}` does not apply to {form}", hint or default_hint, pointer, keyword)


def _definition(sources: Sources, name: str, node: Schema, pointer: str) -> Iterator[Problem]:
    if "properties" in node:
        yield from _object(node, pointer)
    elif "oneOf" in node and any("$ref" in branch for branch in node["oneOf"]):
        yield from _union(sources, node, pointer)
    elif "oneOf" in node:
        yield from _enumeration(node, pointer)
    elif "anyOf" in node:
        yield _any_of(node, pointer)
    elif "$ref" in node:
        hint = f"Refer to `{target(node)}` where `{name}` is used, and remove `{name}`."
        yield _problem(f"`{name}` only renames another definition", hint, pointer, "$ref")
    else:
        yield from _value(node, pointer)


def _any_of(node: Schema, pointer: str) -> Problem:
    """Return the problem of an `anyOf` that does not add null to a property."""
    branches = [branch for branch in node["anyOf"] if branch != NULL]
    if any("const" in branch for branch in branches):
        hint, message = _LISTED_VALUES, "an enumeration must be written with `oneOf`"
        if node.get("x-open-enum"):
            hint += " With `x-open-enum`, readers accept any other string without a further alternative."
    elif len(branches) > 1 and all("$ref" in branch for branch in branches):
        hint, message = 'Write "oneOf" with the same references.', "a tagged union must be written with `oneOf`"
    else:
        hint, message = _NULL, "`anyOf` can only add null to the value of a property"
    return _problem(message, hint, pointer, "anyOf")


def _object(node: Schema, pointer: str) -> Iterator[Problem]:
    yield from _other_keywords(node, "an object", pointer)
    if node.get("type") != "object":
        tokens = ("type",) if "type" in node else ()
        yield _problem(
            'an object with `properties` needs "type": "object"', 'Write "type": "object".', pointer, *tokens
        )
    if isinstance(node.get("additionalProperties"), dict):
        message = "an object has either `properties` or a schema of all properties, not both"
        hint = 'Write "additionalProperties": false, and put the other values into a property that is a map.'
        yield _problem(message, hint, pointer, "additionalProperties")
    for name, subschema in node["properties"].items():
        property_pointer = pointers.join(pointer, "properties", name)
        yield from _value(subschema, property_pointer, may_be_null=True)
        keyword = _null_keyword(subschema)
        is_required = name in node.get("required", ()) or subschema.get("x-client-required")
        if keyword and is_required:
            message = f"`{name}` must not be both required and nullable, because null means absent"
            yield _problem(message, "Remove null, or make the property optional.", property_pointer, keyword)


def _null_keyword(node: Schema) -> str:
    """Return the keyword that makes a value nullable, or ""."""
    if "anyOf" in node:
        return "anyOf" if NULL in node["anyOf"] else ""
    return "type" if "null" in _types(node) else ""


def _types(node: Schema) -> list[str]:
    types = node.get("type", [])
    return [types] if isinstance(types, str) else types


def _union(sources: Sources, node: Schema, pointer: str) -> Iterator[Problem]:
    hint = "Remove it: the alternatives of `oneOf` describe the value."
    yield from _other_keywords(node, "a tagged union", pointer, hint)
    variants: dict[str, str] = {}
    for index, branch in enumerate(node["oneOf"]):
        branch_pointer = pointers.join(pointer, "oneOf", index)
        name = target(branch)
        if not name:
            message = "each alternative of a tagged union must refer to an object"
            yield _problem(message, 'Write { "$ref": "#/$defs/Name" }, or remove it.', branch_pointer)
            continue
        yield from _other_keywords(branch, "a reference", branch_pointer, _reference_hint(name))
        variant = sources.definitions.get(name, {})
        tag = variant.get("properties", {}).get("type", {}).get("const")
        if tag is None or "type" not in variant.get("required", []):
            message = f"`{name}` must be an object with a required property `type` that has a `const`"
            hint = (
                f'Add to `{name}`: the property "type": {{ "type": "string", "const": "…" }}, and `type` in `required`.'
            )
            yield _problem(message, hint, branch_pointer, "$ref")
        elif tag in variants:
            message = f"`{variants[tag]}` and `{name}` have the same `type`, {json.dumps(tag, ensure_ascii=False)}"
            yield _problem(message, "Give each alternative another `const`.", branch_pointer, "$ref")
        else:
            variants[tag] = name


def _enumeration(node: Schema, pointer: str) -> Iterator[Problem]:
    hint = "Remove it: `oneOf` lists all values"
    hint += ", and `x-open-enum` lets readers accept others." if node.get("x-open-enum") else "."
    yield from _other_keywords(node, "an enumeration", pointer, hint)
    if node.get("type") != "string":
        tokens = ("type",) if "type" in node else ()
        yield _problem('an enumeration needs "type": "string"', 'Write "type": "string".', pointer, *tokens)
    for index, branch in enumerate(node["oneOf"]):
        branch_pointer = pointers.join(pointer, "oneOf", index)
        if "const" in branch:
            yield from _other_keywords(branch, "a listed value", branch_pointer)
        else:
            hint = (
                'Write { "const": "…", "description": "…" }; to let readers accept any other string, add `x-open-enum`.'
            )
            yield _problem("a listed value needs `const` and a description", hint, branch_pointer)


def _value(node: Schema, pointer: str, *, may_be_null: bool = False) -> Iterator[Problem]:
    """Report what is unsupported in a subschema inside a definition, or in a definition of one value."""
    if "$ref" in node:
        yield from _other_keywords(node, "a reference", pointer, _reference_hint(target(node)))
    elif "oneOf" in node:
        yield _problem("an enumeration or union must be a definition", _INLINE, pointer, "oneOf")
    elif "anyOf" in node:
        yield from _nullable(node, pointer, may_be_null=may_be_null)
    elif "properties" in node:
        yield _problem("an object with `properties` must be a definition", _INLINE, pointer, "properties")
    elif isinstance(node.get("type"), list):
        yield from _type_list(node, pointer, may_be_null=may_be_null)
    else:
        yield from _typed(node, pointer)


def _reference_hint(name: str) -> str:
    return f"Write it in the definition `{name}`, or define another type: only annotations are allowed beside `$ref`."


def _nullable(node: Schema, pointer: str, *, may_be_null: bool) -> Iterator[Problem]:
    others = [index for index, branch in enumerate(node["anyOf"]) if branch != NULL]
    if not may_be_null or len(others) != 1 or len(node["anyOf"]) != 2:
        yield _any_of(node, pointer)
        return
    hint = "Move it into the alternative that is not null."
    yield from _other_keywords(node, "a value that may be null", pointer, hint)
    yield from _value(node["anyOf"][others[0]], pointers.join(pointer, "anyOf", others[0]))


def _type_list(node: Schema, pointer: str, *, may_be_null: bool) -> Iterator[Problem]:
    others = [name for name in node["type"] if name != "null"]
    if len(others) > 1:
        hint = f'Write one of them, such as "type": "{others[0]}".'
        yield _problem("a value has one type", hint, pointer, "type")
    elif not may_be_null:
        hint = f'Write "type": "{others[0]}".'
        yield _problem("only the value of a property may be null", hint, pointer, "type")
    elif "const" in node:
        constant = json.dumps(node["const"], ensure_ascii=False)
        message = "`const` excludes the null that `type` allows"
        hint = f'Write "anyOf": [{{ "type": "string", "const": {constant} }}, {{ "type": "null" }}].'
        yield _problem(message, hint, pointer, "const")
    else:
        yield from _typed({**node, "type": others[0]}, pointer)


def _typed(node: Schema, pointer: str) -> Iterator[Problem]:
    """Report what is unsupported in a subschema that has one type, or none."""
    match node.get("type"):
        case None:
            hint = 'Write "type": "string" or another type, or refer to a definition with `$ref`.'
            yield _problem("the subschema has no type", hint, pointer)
        case "null":
            hint = 'Write "type": ["string", "null"], or the list with another type.'
            yield _problem("null must be an alternative to another type", hint, pointer, "type")
        case "string" if "const" in node:
            hint = "Remove it: only the value of `const` is valid."
            yield from _other_keywords(node, "a constant", pointer, hint)
        case "array":
            yield from _other_keywords(node, "an array", pointer)
            if "items" in node:
                yield from _value(node["items"], pointers.join(pointer, "items"))
            else:
                hint = f'Add "items", such as {{ "type": "string" }} or {{ "$ref": "{LOCAL}Name" }}.'
                yield _problem("an array needs `items`", hint, pointer)
        case "object":
            yield from _other_keywords(node, "a map", pointer)
            values = node.get("additionalProperties")
            if isinstance(values, dict):
                yield from _value(values, pointers.join(pointer, "additionalProperties"))
            else:
                tokens = () if values is None else ("additionalProperties",)
                hint = 'Write "additionalProperties" with a schema, or define an object with `properties` in `$defs`.'
                yield _problem("a map needs a schema of its values in `additionalProperties`", hint, pointer, *tokens)
        case scalar:
            yield from _other_keywords(node, _FORMS[scalar], pointer)


RULES = (unsupported_form,)
