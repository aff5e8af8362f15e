"""Find the targets: each folder beside this file with a declaration, `target.py`.

Nothing else lists them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from codegen.targets.base import Target

if TYPE_CHECKING:
    from codegen.ir import model as ir
    from codegen.targets.scopes import Scope

_FOLDER = Path(__file__).parent
_PACKAGE = __name__.rpartition(".")[0]


def find_targets() -> dict[str, Target]:
    """Return each target's declaration by the name of its folder, sorted. Raises TypeError if one is not a Target."""
    targets: dict[str, Target] = {}
    for name in sorted(path.parent.name for path in _FOLDER.glob("*/target.py")):
        declaration = import_module(f"{_PACKAGE}.{name}.target").TARGET
        if not isinstance(declaration, Target):
            raise TypeError(f"codegen/targets/{name}/target.py declares no Target")
        targets[name] = declaration
    return targets


TARGETS: Final = find_targets()

DOCUMENT_COPIES: Final = tuple(target.document for target in TARGETS.values() if target.document)
"""The targets' copies of models.json, which no emitter writes."""
SOURCES_COPIES: Final = tuple(target.sources for target in TARGETS.values() if target.sources)
"""Those of its companion."""


def emit(name: str, modules: Sequence[ir.Module]) -> dict[str, str]:
    """Return the files of a target by path. Imports its emitter and the libraries it needs."""
    files: dict[str, str] = import_module(f"{_PACKAGE}.{name}.emitter").emit(modules)
    return files


def scopes(name: str, modules: Sequence[ir.Module]) -> Iterable[Scope]:
    """Return the scopes of the code that a target's emitter generates from these modules. Imports its names."""
    names = TARGETS[name].names
    found: Iterable[Scope] = import_module(f"{_PACKAGE}.{name}.{names}").scopes(modules) if names else ()
    return found


def compiler_exceptions() -> dict[str, tuple[str, ...]]:
    """Return the names of the targets by exception of their compilers to the conformance kit's classes."""
    reasons = sorted({reason for target in TARGETS.values() for reason in target.compiler_exceptions})
    return {
        reason: tuple(name for name, target in TARGETS.items() if reason in target.compiler_exceptions)
        for reason in reasons
    }
