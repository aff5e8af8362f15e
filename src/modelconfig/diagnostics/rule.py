"""A rule and its findings, and careful access to the properties of JSON values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from modelconfig.diagnostics.codes import CODES
from modelconfig.diagnostics.problem import Problem, RelatedLocation, Severity

if TYPE_CHECKING:
    from types import ModuleType

Context = TypeVar("Context")


class Finding(NamedTuple):
    """What a rule reports about one location; its severity is in the table of codes."""

    pointer: str
    message: str
    hint: str = ""
    at_key: bool = False
    related: tuple[RelatedLocation, ...] = ()


class Rule(NamedTuple, Generic[Context]):
    """One rule, with the severity of its code. `check` yields its findings."""

    code: str
    severity: Severity
    check: Callable[[Context], Iterator[Finding]]


def rules_in(*modules: ModuleType) -> tuple[Rule[Any], ...]:
    """Return the rules of the modules in the order of their codes: the functions with the slug of a code as name."""
    functions = {name: value for module in modules for name, value in vars(module).items()}
    rules = ((row, functions.get(row.slug.replace("-", "_"))) for row in CODES.values())
    return tuple(Rule(row.code, row.severity, check) for row, check in rules if check is not None)


def run_rules(rules: Iterable[Rule[Context]], context: Context) -> list[Problem]:
    """Return the rules' findings about the context as problems, rule by rule."""
    return [
        Problem(code=rule.code, severity=rule.severity, **finding._asdict())
        for rule in rules
        for finding in rule.check(context)
    ]


def string_property(value: Mapping[str, Any], name: str) -> str:
    """Return a property that is a string, or ""."""
    item = value.get(name)
    return item if isinstance(item, str) else ""


def object_property(value: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return a property that is an object, or an empty object."""
    item = value.get(name)
    return item if isinstance(item, dict) else {}


def array_property(value: Mapping[str, Any], name: str) -> list[Any]:
    """Return a property that is an array, or an empty array."""
    item = value.get(name)
    return item if isinstance(item, list) else []
