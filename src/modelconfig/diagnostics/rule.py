"""A rule and its findings, and careful access to the properties of JSON values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from modelconfig.diagnostics.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from modelconfig.diagnostics.problem import Severity

Context = TypeVar("Context")


class Finding(NamedTuple):
    """What a rule reports about one location; code and severity are in the table of rules."""

    pointer: str
    message: str
    hint: str = ""
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class Rule(Generic[Context]):
    """One rule. `check` yields its findings; the name of the function is the name of the rule."""

    code: str
    severity: Severity
    check: Callable[[Context], Iterator[Finding]]
    standalone: bool = False
    """Whether the rule's findings depend on the document that it checks and on nothing else."""

    @property
    def name(self) -> str:
        """The rule's name with hyphens, as it is shown."""
        return self.check.__name__.replace("_", "-")


def run_rules(rules: Iterable[Rule[Context]], context: Context) -> list[Problem]:
    """Return the rules' findings about the context as problems, rule by rule."""
    return [
        Problem(
            code=rule.code,
            severity=rule.severity,
            message=finding.message,
            hint=finding.hint,
            pointer=finding.pointer,
            at_key=finding.at_key,
        )
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
