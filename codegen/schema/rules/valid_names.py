"""Rules MC156 and MC161: names have a form that every language can use, and nothing is listed twice."""

import re
from collections.abc import Iterator

from codegen.schema.loader import SchemaFile, Sources
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers

_DEFINITION_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")
_FILE_NAME = re.compile(r"[a-z][a-z0-9]*")
_PROPERTY_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*")


def file_name(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC161: Report a file name that cannot be a module's name."""
    if not _FILE_NAME.fullmatch(file.module):
        hint = "Name it with lower-case letters and digits, such as model.json."
        yield error("MC161", f"`{file.module}` is not a valid name of a module", hint=hint)


def property_name(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC156: Report a property name that is not valid in every language."""
    for pointer, node in file.nodes:
        for name in node.get("properties", {}):
            if not _PROPERTY_NAME.fullmatch(name):
                hint = "Use letters and digits, starting with a letter, with single `.`, `_` or `-` between them."
                message = f"`{name}` is not a valid property name in every language"
                yield _problem(message, hint, pointers.join(pointer, "properties", name))


def definition_name(sources: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC156: Report a definition name that is not valid in every language, or not unique over all files."""
    earlier_files = {
        name: f"{other_file.module}.json"
        for other_file in sources.files.values()
        if other_file.module < file.module
        for name in other_file.definitions
    }
    for name in file.definitions:
        pointer = pointers.join("/$defs", name)
        if not _DEFINITION_NAME.fullmatch(name):
            yield _problem(f"`{name}` is not a valid type name", "Rename it in UpperCamelCase.", pointer)
        elif name in earlier_files:
            message = f"`{name}` is also defined in {earlier_files[name]}"
            yield _problem(message, "Refer to that definition, or rename this one.", pointer)


def value_listed_twice(_: Sources, file: SchemaFile) -> Iterator[Problem]:
    """MC156: Report a value that an enumeration lists twice."""
    for pointer, node in file.nodes:
        values: set[str] = set()
        for index, branch in enumerate(node.get("oneOf", [])):
            if branch.get("const") in values:
                value_pointer = pointers.join(pointer, "oneOf", index)
                yield _problem(f"`{branch['const']}` is listed twice", "Remove one of them.", value_pointer)
            values |= {branch["const"]} if "const" in branch else set()


def _problem(message: str, hint: str, pointer: str) -> Problem:
    return error("MC156", message, hint=hint, pointer=pointer, at_key=True)


RULES = (file_name, property_name, definition_name, value_listed_twice)
