"""What every target has: its declaration, safe text, and the one Jinja environment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment

from codegen.ir.model import Profile

SchemaRule = Callable[[Mapping[str, Mapping[str, Any]], str], Iterable["SchemaProblem"]]
"""Takes all schemas by module and the name of one; yields its problems."""


class SchemaProblem(NamedTuple):
    """A problem that a target's own rule reports; `location` has the tokens of its JSON Pointer."""

    code: str
    message: str
    hint: str
    location: tuple[str | int, ...] = ()


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
    schemas: str = ""
    """The folder of the target's copies of the derived schemas."""
    reserved_definitions: frozenset[str] = frozenset()
    """Names that a definition may not have, because generated code uses them."""
    reserved_prefixes: tuple[str, ...] = ()
    """Prefixes that the name of a definition may not have."""
    reserved_properties: frozenset[str] = frozenset()
    """Names that a property may not have, in lower case and without separators."""
    schema_rules: tuple[SchemaRule, ...] = ()
    """Rules for schema sources that only this target needs. The docstring of each starts with its problem code."""
    compiler_exceptions: frozenset[str] = frozenset()
    """Where a compiler accepts or rejects more than the conformance kit's classes say: `fraction`, `template`."""


class SafeText(str):
    """Text that is escaped for its language. Templates reject any other value."""

    __slots__ = ()


def environment(
    templates: Path,
    filters: Mapping[str, Callable[..., Any]] | None = None,
    tests: Mapping[str, Callable[..., bool]] | None = None,
) -> Environment:
    """Return the Jinja environment for a folder of templates. It rejects every value that is not a SafeText."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    jinja_environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=False,  # noqa: S701 - the output is no HTML; `finalize` rejects whatever has not been made safe
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_only_safe_text,
    )
    jinja_environment.filters.update(filters or {})
    jinja_environment.tests.update(tests or {})
    return jinja_environment


def _only_safe_text(value: object) -> SafeText:
    if not isinstance(value, SafeText):
        raise TypeError(f"a template puts out {value!r}, which has not been made safe")
    return value
