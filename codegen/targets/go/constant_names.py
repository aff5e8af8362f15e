"""The schema rule that only Go needs: its constants share one scope with its types."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers

Schemas = Mapping[str, Mapping[str, Any]]


def constant_collision(schemas: Schemas, module: str) -> Iterator[Problem]:
    """MC156: Report a listed value whose constant would have the name of another constant or a type."""
    names = [name for schema in schemas.values() for name in schema.get("$defs", {})]
    owners = {_folded(name): (name, f"the definition `{name}`") for name in names}
    for schema_module, name, index, value in _listed_values(schemas):
        # The constant of a value without letters and digits is named after its code points.
        key = _folded(name + value) if _folded(value) else f"{name} {value}"
        owner, first_use = owners.setdefault(key, (name, f"`{value}` of `{name}`"))
        if schema_module == module and owner != name:
            message = f"`{value}` of `{name}` and {first_use} become the same name in a generated language"
            pointer = pointers.of(["$defs", name, "oneOf", index])
            yield error("MC156", message, hint="Rename one of them.", pointer=pointer)


def _listed_values(schemas: Schemas) -> Iterator[tuple[str, str, int, str]]:
    """Yield each value of each enumeration: module, name of the enumeration, index, value."""
    for schema_module, schema in sorted(schemas.items()):
        for name, node in schema.get("$defs", {}).items():
            for index, branch in enumerate(node.get("oneOf", [])):
                if isinstance(branch.get("const"), str):
                    yield schema_module, name, index, branch["const"]


def _folded(name: str) -> str:
    """Return a name without separators and case, which exported names lose."""
    return re.sub(r"[\W_]", "", name).lower()
