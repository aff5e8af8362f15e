"""The schema rule that only Python needs: the name of a schema file becomes a module's name."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator, Mapping
from typing import Any

from codegen.targets.base import SchemaProblem

_FILE_NAME = re.compile(r"[a-z][a-z0-9]*")
# Names in the generated code that a sibling module of the same name would shadow, or be shadowed by.
_RESERVED = frozenset(
    "annotations assign bool classmethod cls dataclass dict draft error final float int item known len list mismatch "
    "missing name object properties result schema self str tuple value variants".split()
)


def module_name(_: Mapping[str, Mapping[str, Any]], module: str) -> Iterator[SchemaProblem]:
    """MC161: Report a file name that cannot be a Python module's name, or that the generated code uses."""
    if not _FILE_NAME.fullmatch(module):
        hint = "Name it with lower-case letters and digits, such as model.json."
        yield SchemaProblem("MC161", f"`{module}` cannot be the name of a Python module", hint)
    elif keyword.iskeyword(module) or module in _RESERVED:
        message = f"`{module}` is a name that the generated Python code uses"
        yield SchemaProblem("MC161", message, "Rename the file, and `$id` with it.")
