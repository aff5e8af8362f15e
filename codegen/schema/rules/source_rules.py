"""What a schema of the right dialect can still get wrong: one small function a rule, all findings at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from codegen.schema.loader import LOCAL
from codegen.schema.rules import file_names, portable_patterns, recursion
from codegen.schema.traversal import subschemas
from modelconfig.diagnostics.problem import Problem, error, in_file
from modelconfig.diagnostics.suggestions import nearest
from modelconfig.jsontext import pointers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from codegen.schema.loader import SchemaFile, Sources
    from codegen.schema.traversal import Schema

    Rule = Callable[[Sources, SchemaFile], Iterator[Problem]]

_TAKEN_DEFINITIONS = frozenset(
    "Any Array Boolean Callable ContractVersion Date Error Exception False Final FrozenMap Function KeyError Literal "
    "Load Map Mapping Member Members ModelsJSON NewType None Number Object Promise Ptr Record SchemaHash Self Sequence "
    "ShapeError String StrEnum Symbol True TypeAlias".split()
)
_TAKEN_BEGINNINGS = ("Known", "Unmarshal")
_TAKEN_MEMBERS = frozenset({"unknown", "fromjson", "tojson", "marshaljson", "unmarshaljson", "cls", "self"})
_DEFINITION_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")
_MEMBER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*")
_LARGEST = 2**53 - 1
_BOUNDS = (
    ("minimum", "maximum"),
    ("exclusiveMinimum", "exclusiveMaximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
)


def dangling_reference(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC153: every `$ref` names a definition."""
    known = [
        (LOCAL if home == file.module else f"{home}.json{LOCAL}") + name for name, home in sorted(sources.homes.items())
    ]
    places = [(pointers.join(place, "$ref"), node["$ref"]) for place, node in subschemas(file.schema) if "$ref" in node]
    places += [(pointers.join("/x-roots", name), target) for name, target in file.schema.get("x-roots", {}).items()]
    for place, reference in places:
        if sources.target(file, reference) is None:
            guess = nearest(reference, known)
            hint = f"Did you mean `{guess}`?" if guess else "Define it under `$defs`."
            yield error("MC153", f"`{reference}` names no definition", hint=hint, pointer=place)


def missing_description(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC154: every definition, property and listed value says what it means."""
    for place, node in subschemas(file.schema):
        named = [(("properties", name), child) for name, child in node.get("properties", {}).items()]
        named += [(("$defs", name), child) for name, child in node.get("$defs", {}).items()]
        if place.count("/") == 2 and place.startswith("/$defs/"):
            branches = enumerate(node.get("oneOf", []))
            named += [(("oneOf", index), branch) for index, branch in branches if "const" in branch]
        for tokens, child in named:
            if not child.get("description", "").strip():
                hint = "Say what it means, when to set it, in what unit: it becomes the documentation of every target."
                name = child.get("const", tokens[-1])
                where = pointers.join(place, *tokens)
                yield error(
                    "MC154", f"`{name}` has no description", hint=hint, pointer=where, at_key="const" not in child
                )


def unportable_pattern(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC155: every pattern means the same in Python, ECMAScript and RE2."""
    for place, node in subschemas(file.schema):
        if "pattern" in node:
            for fault in portable_patterns.pattern_problems(node["pattern"]):
                hint = "Keep to classes, groups and counted repeats, anchored with ^ and $."
                where = pointers.join(place, "pattern")
                yield error("MC155", f"the pattern is not portable: {fault}", hint=hint, pointer=where)


def _folded(name: str) -> str:
    """Return what is left of a name where each target spells it in its own way, as in `open_ai_compatible`."""
    return re.sub(r"[\W_]", "", name).lower()


def _collisions(found: Iterable[str], place: str, keyword: str) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for name in found:
        first = seen.setdefault(_folded(name), name)
        if first != name:
            message = f"`{name}` and `{first}` become the same name in a generated language"
            where = pointers.join(place, keyword, name)
            yield error("MC156", message, hint="Rename one of them.", pointer=where, at_key=True)


def member_collision(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC156: member names stay distinct and free in every language."""
    for place, node in subschemas(file.schema):
        members = list(node.get("properties", {}))
        yield from _collisions(members, place, "properties")
        for name in members:
            where = pointers.join(place, "properties", name)
            if not _MEMBER_NAME.fullmatch(name):
                hint = "Letters and digits, starting with a letter; `.`, `_`, `-` between them."
                message = f"`{name}` cannot be a member's name in every language"
                yield error("MC156", message, hint=hint, pointer=where, at_key=True)
            elif _folded(name) in _TAKEN_MEMBERS:
                message = f"`{name}` collides with a member that the generated types have"
                yield error("MC156", message, hint="Choose another name.", pointer=where, at_key=True)


def definition_collision(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC156: definition names are unique over all files and free in every language."""
    yield from _collisions(file.definitions, "", "$defs")
    others = {
        _folded(name): f"{other.module}.json"
        for other in sources.files.values()
        if other.module < file.module
        for name in other.definitions
    }
    for name in file.definitions:
        where = pointers.join("/$defs", name)
        if not _DEFINITION_NAME.fullmatch(name):
            message = f"`{name}` is not a type's name: it must be UpperCamelCase"
            yield error("MC156", message, hint="Rename the definition.", pointer=where, at_key=True)
        elif name in _TAKEN_DEFINITIONS or name.startswith(_TAKEN_BEGINNINGS):
            message = f"`{name}` collides with a name that the generated languages use"
            yield error("MC156", message, hint="Rename the definition.", pointer=where, at_key=True)
        elif _folded(name) in others:
            message = f"`{name}` is also defined in {others[_folded(name)]}"
            yield error("MC156", message, hint="Refer to that one, or rename.", pointer=where, at_key=True)


def value_collision(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC156: listed values are distinct, and stay so as names of constants."""
    for place, node in subschemas(file.schema):
        seen: dict[str, str] = {}
        for index, branch in enumerate(node.get("oneOf", [])):
            value = branch.get("const")
            if isinstance(value, str):
                first = seen.setdefault(_folded(value), value)
                repeated = first == value and sum(b.get("const") == value for b in node["oneOf"][: index + 1]) > 1
                if repeated or first != value:
                    message = f"the value `{value}` {'is listed twice' if repeated else f'collides with `{first}`'}"
                    where = pointers.join(place, "oneOf", index)
                    yield error("MC156", message, hint="Remove or rename one.", pointer=where)


def constant_collision(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC156: where a constant is named after its enumeration and its value, it is no other constant and no type."""
    taken = {_folded(name): (name, f"the definition `{name}`") for name in sources.homes}
    for home, name, index, value in _listed_values(sources):
        # A value without letters and digits has its characters' code points in its name.
        key = _folded(name + value) if _folded(value) else f"{name} {value}"
        owner, first = taken.setdefault(key, (name, f"`{value}` of `{name}`"))
        if home == file.module and owner != name:
            message = f"`{value}` of `{name}` and {first} become the same name in a generated language"
            where = pointers.join("/$defs", name, "oneOf", index)
            yield error("MC156", message, hint="Rename one of them.", pointer=where)


def _listed_values(sources: Sources) -> Iterator[tuple[str, str, int, str]]:
    """Yield each value of each enumeration: its file's module, its enumeration's name, its index, itself."""
    for home, file in sorted(sources.files.items()):
        for name, node in file.definitions.items():
            for index, branch in enumerate(node.get("oneOf", [])):
                if isinstance(branch.get("const"), str):
                    yield home, name, index, branch["const"]


def unbounded_integer(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC157: integers stay within what every language's number can hold exactly."""
    for place, node in subschemas(file.schema):
        kinds = node.get("type", ())
        if "integer" not in ([kinds] if isinstance(kinds, str) else kinds):
            continue
        low = node.get("minimum", node.get("exclusiveMinimum"))
        high = node.get("maximum", node.get("exclusiveMaximum"))
        if low is None or high is None or low < -_LARGEST or high > _LARGEST:
            hint = f"Give `minimum` and `maximum` within ±{_LARGEST}."
            yield error("MC157", "an integer without bounds that every language can hold", hint=hint, pointer=place)


def empty_range(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC167: a lower bound is not above its upper one, so that some value fits."""
    for place, node in subschemas(file.schema):
        for low, high in _BOUNDS:
            if low in node and high in node and node[low] > node[high]:
                message = f"`{low}` is above `{high}`, so no value fits"
                yield error("MC167", message, hint="Exchange or correct them.", pointer=pointers.join(place, low))


def undecided_record(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC164: a record says whether other members may stand in it; producers are strict unless it says so."""
    for place, node in subschemas(file.schema):
        if "properties" in node and "additionalProperties" not in node:
            hint = 'Add "additionalProperties": false; readers stay tolerant all the same.'
            yield error("MC164", "the object does not say whether it is closed", hint=hint, pointer=place)


def unused_definition(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC163: every definition is reachable from a root of some file."""
    used = reachable(sources)
    for name in file.definitions:
        if name not in used:
            where = pointers.join("/$defs", name)
            message = f"nothing refers to `{name}`"
            yield error("MC163", message, hint="Remove it, or name it in `x-roots`.", pointer=where, at_key=True)


def reachable(sources: Sources) -> set[str]:
    """Return the names of all definitions that some root leads to."""
    pending: list[tuple[str, str]] = []
    for file in sources.files.values():
        roots = [file.schema.get("$ref", ""), *file.schema.get("x-roots", {}).values()]
        pending += [target for root in roots if (target := sources.target(file, root))]
    found: set[str] = set()
    while pending:
        home, name = pending.pop()
        if name not in found:
            found.add(name)
            file = sources.files[home]
            below: Iterator[tuple[str, Schema]] = subschemas(file.definitions[name])
            pending += [
                target for _, node in below if "$ref" in node and (target := sources.target(file, node["$ref"]))
            ]
    return found


RULES: tuple[Rule, ...] = (
    dangling_reference,
    missing_description,
    unportable_pattern,
    member_collision,
    definition_collision,
    value_collision,
    constant_collision,
    unbounded_integer,
    empty_range,
    undecided_record,
    unused_definition,
    *file_names.RULES,
    *recursion.RULES,
)


def check_sources(sources: Sources) -> list[Problem]:
    """Return what the rules of this file find in all schema files."""
    return [
        problem
        for file in sources.files.values()
        for rule in RULES
        for problem in in_file(rule(sources, file), file.name)
    ]
