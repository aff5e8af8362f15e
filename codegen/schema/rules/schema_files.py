"""Rules on the names of further roots, and on files that reference each other in a circle."""

import re
from collections.abc import Iterator

from codegen.schema.loader import SchemaFile, Sources
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers

_ROOT_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def root_name(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC161: Report a further root whose name is not a valid file name, or is not unique."""
    owners = {
        name: f"{other_file.module}.json"
        for other_file in sources.files.values()
        for name in (other_file.roots if other_file.module < file.module else (other_file.module,))
    }
    for name in file.schema.get("x-roots", {}):
        if not _ROOT_NAME.fullmatch(name):
            hint = "Use lower-case words joined by `-`, such as `catalog-provider`."
            message = f"`{name}` is not a valid name of a derived schema"
        elif name in owners:
            hint = "Choose another name."
            message = f"{owners[name]} already defines the root `{name}`"
        else:
            continue
        yield error("MC161", message, hint=hint, pointer=pointers.join("/x-roots", name), at_key=True)


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
        if file.module in seen:
            message = f"{file.module}.json and {module}.json refer to each other"
            hint = "Move the shared definitions into one of them, or into a third file."
            yield error("MC166", message, hint=hint, pointer=pointer)


def _referenced_files(sources: Sources, file: SchemaFile) -> list[tuple[str, str]]:
    """Return the JSON Pointer of each `$ref` to another file, and that file's module."""
    targets = [(pointer, sources.target(file, node["$ref"])) for pointer, node in file.nodes if "$ref" in node]
    return [
        (pointers.join(pointer, "$ref"), sources.definition_modules[target])
        for pointer, target in targets
        if target is not None and target not in file.definitions
    ]


RULES = (root_name, circular_file_reference)
