"""The names that the generated Python code uses, so that no definition or schema file may have them."""

import keyword
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from modelconfig.diagnostics.problem import Problem, error

IMPORTS: Final = {
    "collections.abc": ("Callable",),
    "dataclasses": ("dataclass",),
    "enum": ("StrEnum",),
    "typing": ("Any", "Final", "Literal", "NewType", "Self", "TypeAlias", "Union", "final"),
    "._support": (
        "FrozenMap JsonObject ShapeError assign draft_class mismatch missing read_array read_boolean read_constant "
        "read_integer read_listed read_map read_number read_open read_open_array read_string read_tagged read_unknown "
        "write_unknown"
    ).split(),
}
"""The names that a generated module imports if it uses them, by module."""
_IMPORTED = frozenset(name for names in IMPORTS.values() for name in names)

RESERVED_DEFINITIONS: Final = frozenset(name for name in _IMPORTED if name[0].isupper()) | frozenset(
    # Built-in names, and types that datamodel-code-generator writes.
    "Exception False KeyError Mapping None Sequence True".split()
)

_FILE_NAME = re.compile(r"[a-z][a-z0-9]*")
_RESERVED_MODULES = _IMPORTED | frozenset(
    # Built-in names and local variables.
    "annotations bool classmethod cls dict draft error float int item known len list member name object properties "
    "result schema self str tuple unknown value variants".split()
)


def module_name(_: Mapping[str, Mapping[str, Any]], module: str) -> Iterator[Problem]:
    """MC161: Report a file name that cannot be a Python module's name, or that the generated code uses."""
    if not _FILE_NAME.fullmatch(module):
        hint = "Name it with lower-case letters and digits, such as model.json."
        yield error("MC161", f"`{module}` cannot be the name of a Python module", hint=hint)
    elif keyword.iskeyword(module) or module in _RESERVED_MODULES:
        message = f"`{module}` is a name that the generated Python code uses"
        yield error("MC161", message, hint="Rename the file, and `$id` with it.")
