"""Rules on the names of further roots, and on files that reference each other in a circle."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from codegen.schema.loader import SchemaFile, Sources
from codegen.schema.traversal import subschemas
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers

Rule = Callable[[Sources, SchemaFile], Iterator[Problem]]

_ROOT_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def root_name(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC161: Report a further root whose name is not a valid file name, or is not unique."""
    files_by_name = {module: f"{module}.json" for module in sources.files}
    for other_file in sources.files.values():
        if other_file.module < file.module:
            files_by_name |= dict.fromkeys(other_file.schema.get("x-roots", {}), f"{other_file.module}.json")
    for name in file.schema.get("x-roots", {}):
        root_pointer = pointers.join("/x-roots", name)
        if not _ROOT_NAME.fullmatch(name):
            hint = "Write lower-case words joined by `-`, such as `catalog-provider`."
            yield error(
                "MC161", f"`{name}` cannot be a derived schema's name", hint=hint, pointer=root_pointer, at_key=True
            )
        elif name in files_by_name:
            message = f"`{name}` is already a root, by {files_by_name[name]}"
            yield error("MC161", message, hint="Choose another name.", pointer=root_pointer, at_key=True)


def circular_file_reference(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC166: Report files that reference each other: the generated modules would import each other."""
    references = {
        module: {target for _, target in _referenced_files(sources, source_file)}
        for module, source_file in sources.files.items()
    }
    for pointer, module in _referenced_files(sources, file):
        pending, seen = [module], set()
        while pending:
            current = pending.pop()
            if current not in seen:
                seen.add(current)
                pending += references[current]
        if module != file.module and file.module in seen:
            message = f"{file.module}.json and {module}.json need each other"
            hint = "Move what both need into one of them, or into a third file."
            yield error("MC166", message, hint=hint, pointer=pointer)


def _referenced_files(sources: Sources, file: SchemaFile) -> list[tuple[str, str]]:
    """Return the JSON Pointer of each `$ref` to another file, and that file's module."""
    return [
        (pointers.join(pointer, "$ref"), target[0])
        for pointer, node in subschemas(file.schema)
        if "$ref" in node and (target := sources.target(file, node["$ref"])) and target[0] != file.module
    ]


RULES: tuple[Rule, ...] = (root_name, circular_file_reference)
