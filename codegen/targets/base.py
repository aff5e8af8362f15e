"""What every target declares, and the schema rules that it may add."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from codegen.ir.model import Profile
from modelconfig.diagnostics.problem import Problem

SchemaRule = Callable[[Mapping[str, Mapping[str, Any]], str], Iterable[Problem]]
"""Takes all schemas by module and the name of one; yields its problems, with pointers in that schema."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The declaration of a target. Its emitter is the module `emitter` beside it, imported only to generate."""

    name: str
    """The name in documentation."""
    description: str
    """The content of the folder, as a phrase."""
    folder: str
    """Relative to the repository's root. It may contain only generated files."""
    profile: Profile
    """The profile of the schema that the emitter gets."""
    document: str = ""
    """The path of the target's copy of models.json, which the catalogue's build writes."""
    released_files: tuple[str, ...] = ()
    """Files in the folder that a release of the contract keeps, because copies of them are in use."""
    reserved_definitions: frozenset[str] = frozenset()
    """Names that a definition may not have, because generated code uses them."""
    reserved_prefixes: tuple[str, ...] = ()
    """Prefixes that the name of a definition may not have."""
    reserved_properties: frozenset[str] = frozenset()
    """Names that a property may not have, in lower case and without separators."""
    schema_rules: tuple[SchemaRule, ...] = ()
    """Rules for schema sources that only this target needs. The docstring of each starts with its problem code."""
    compiler_exceptions: frozenset[str] = frozenset()
    """Where a compiler accepts or rejects more than the conformance kit says: `fraction`, `null-array`, `template`."""
