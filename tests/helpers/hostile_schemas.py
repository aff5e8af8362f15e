"""Random schemas whose names could collide with each other, or with names of generated code."""

from __future__ import annotations

import builtins
import collections.abc
import dataclasses
import enum
import itertools
import keyword
import typing
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from codegen.pipeline import check_schemas
from modelconfig.jsontext import pointers
from tests.codegen.schema.schema_cases import schema_folder

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem

_HEADER = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "x-version": "1.0.0",
    "title": "A case",
    "description": "A case.",
}
_OF_PYTHON = [
    name
    for module in (builtins, typing, collections.abc, dataclasses, enum)
    for name in dir(module)
    if name.isascii() and name.isalpha()
]
_DEFINITIONS = [
    *(name for name in _OF_PYTHON if name[0].isupper()),
    *"Array Boolean Integer Listed Map Number Object Open OpenArray String Tagged Unknown Constant Text".split(),
    *"Member Members ShapeError Ptr Load ModelsJSON ContractVersion SchemaHash FrozenMap JsonObject Draft".split(),
    *"Model ModelConfig Root BaseModel RootModel Field Config Type Enumeration Alias Module Case Kind Error".split(),
    *"A AB Ab ABc AbC Aws AWS AwsUrl AWSURL Id ID A1 A1B A11 Known KnownKind Unmarshal UnmarshalKind Readonly".split(),
    *"Record Partial Promise Date Symbol Function RegExp Math JSON Window Intl Global Exports Default".split(),
]
_PROPERTIES = [
    *keyword.kwlist,
    *keyword.softkwlist,
    *(name for name in _OF_PYTHON if name[0].islower()),
    *"constructor toString valueOf hasOwnProperty isPrototypeOf prototype arguments interface readonly new".split(),
    *"chan defer func go map package range struct switch select var fallthrough goto const error string".split(),
    *"unknown Unknown fromJson from_json toJson self cls value item name known draft read write marshalJSON".split(),
    *"UnmarshalJSON MarshalJSON type tag assign mismatch readString json in out r v found start isKind is".split(),
    *"aB ab a-b a_b a.b AB a1 a-1 a1b url URL Url baseUrl baseURL id ID Id model other one two".split(),
]
_VALUES = [
    *"mro name value self None True False def class auto title count _missing_ _value_ __init__ __class__".split(),
    *"_ignore_ _x __x x_ x Known String MarshalJSON U002B Empty FIELD_1 1 11 1.1 1-1 1_1 +1 -1 -3 a_b a.b a-b".split(),
    *"ab aB Ab AB A-B url URL id ID hash Hash version error json < <= = != > >= * ** + - / // a/b a//b a+b".split(),
    # Names that are equal after Unicode's compatibility normalization, or in upper case.
    *"\uff21\uff22 \uff41 \u00df ss SS \u00b5 \u03bc \ufb01 fi \u0131 i I \u0130 \u212a K k".split(),
    *"\u00e9 e\u0301 \u017f s".split(),
    *("", " ", "a b", "a  b", "\n", "\x00", "\U0001f600", "\u1f60a", "\U0001f60a", "*/", '"', "`"),
]
_FILES = [
    *(
        name
        for name in [*_PROPERTIES, *"model schema models doc main init test support json2 con windows".split()]
        if name.isalnum() and name.islower() and name[0].isalpha()
    ),
    *"typing enum dataclasses collections json sys os re importlib functools".split(),
]


def accepted_schemas(parent: Path, count: int) -> list[Path]:
    """Write schemas that the rules accept, and return their folders.

    The properties and values that a rule rejects are removed. Raises AssertionError if a problem is not about names.
    """
    folders: list[Path] = []
    for seed in itertools.count():
        if len(folders) == count:
            break
        schemas = hostile_schemas(Random(seed))  # noqa: S311 - names, not secrets
        folder = parent / f"schema{seed}"
        while problems := check_schemas(schema_folder(folder, **schemas))[1]:
            assert {problem.code for problem in problems} <= {"MC156", "MC161"}, problems
            if not all(problem.pointer.count("/") == 4 for problem in problems):
                break
            _remove(schemas, problems)
        else:
            folders.append(folder)
    return folders


def _remove(schemas: dict[str, Any], problems: list[Problem]) -> None:
    """Remove the properties and values with problems, the last value first."""
    locations = {(Path(problem.file).stem, problem.pointer) for problem in problems}
    for module, pointer in sorted(locations, key=lambda one: (len(one[1]), one[1]), reverse=True):
        _, definition, keyword, key = pointers.split(pointer)
        owner = schemas[module]["$defs"][definition][keyword]
        del owner[int(key) if keyword == "oneOf" else key]


def hostile_schemas(rng: Random) -> dict[str, Any]:
    """Return the schemas of a folder by module: two files with objects, enumerations and a union."""
    other = rng.choice([name for name in _FILES if name != "model"])
    names = rng.sample(sorted(set(_DEFINITIONS)), 8)
    document, record, open_enum, closed_enum, union, left, right, shared = names
    reference = {"$ref": f"{other}.json#/$defs/{shared}", "description": "Elsewhere."}
    definitions = {
        document: _object(
            rng,
            {
                f"one{name}": {"$ref": f"#/$defs/{name}", "description": "Here."}
                for name in (record, open_enum, closed_enum)
            }
            | {"manyOfThem": {"type": "array", "items": {"$ref": f"#/$defs/{union}"}, "description": "A list."}},
        ),
        record: _object(rng, {"oneOfAnotherFile": reference}),
        open_enum: _enumeration(rng, {"x-open-enum": True}),
        closed_enum: _enumeration(rng, {}),
        union: {"description": "A union.", "oneOf": [{"$ref": f"#/$defs/{left}"}, {"$ref": f"#/$defs/{right}"}]},
        left: _object(rng, {"type": _tag("left")}, ["type"]),
        right: _object(rng, {"type": _tag("right")}, ["type"]),
    }
    return {
        "model": {**_HEADER, "$id": "model.json", "$ref": f"#/$defs/{document}", "$defs": definitions},
        other: {
            **_HEADER, "$id": f"{other}.json", "$ref": f"#/$defs/{shared}",
            "$defs": {shared: rng.choice((_object(rng, {}), _enumeration(rng, {})))},
        },
    }  # fmt: skip


def _tag(value: str) -> dict[str, Any]:
    return {"type": "string", "const": value, "description": "The kind."}


def _object(rng: Random, properties: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    types: list[dict[str, Any]] = [
        {"type": "string"},
        {"type": "boolean"},
        {"type": ["number", "null"]},
        {"type": "integer", "minimum": 0, "maximum": 9},
        {"type": "array", "items": {"type": "string"}},
        {"type": "object", "additionalProperties": {"type": "boolean"}},
    ]
    texts = {
        name: {**rng.choice(types), "description": "A value."} for name in rng.sample(sorted(set(_PROPERTIES)), 12)
    }
    node = {"type": "object", "description": "An object.", "properties": texts | properties}
    return {**node, "additionalProperties": False, **({"required": required} if required else {})}


def _enumeration(rng: Random, extra: dict[str, Any]) -> dict[str, Any]:
    values = [{"const": value, "description": "A value."} for value in rng.sample(sorted(set(_VALUES)), 12)]
    return {"type": "string", "description": "A choice.", "oneOf": values, **extra}
