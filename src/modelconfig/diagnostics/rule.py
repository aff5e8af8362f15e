"""What every set of rules shares: a rule, its findings, how they become problems, careful looks into JSON values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from modelconfig.diagnostics.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from modelconfig.diagnostics.problem import Severity

Seen = TypeVar("Seen")


class Finding(NamedTuple):
    """What a rule says about one place; the rule's code and severity stand in the list of rules."""

    pointer: str
    message: str
    hint: str = ""
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class Rule(Generic[Seen]):
    """One rule. `check` yields its findings; the name of the function is the name of the rule."""

    code: str
    severity: Severity
    check: Callable[[Seen], Iterator[Finding]]

    @property
    def name(self) -> str:
        """The rule's name as people read it."""
        return self.check.__name__.replace("_", "-")


def run_rules(rules: Iterable[Rule[Seen]], seen: Seen) -> list[Problem]:
    """Return what the rules find in what is looked at, rule by rule."""
    return [
        Problem(
            code=rule.code,
            severity=rule.severity,
            message=found.message,
            hint=found.hint,
            pointer=found.pointer,
            at_key=found.at_key,
        )
        for rule in rules
        for found in rule.check(seen)
    ]


def string_property(value: Mapping[str, Any], name: str) -> str:
    """Return a member that is a text, or ""."""
    found = value.get(name)
    return found if isinstance(found, str) else ""


def object_property(value: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return a member that is an object, or an empty one."""
    found = value.get(name)
    return found if isinstance(found, dict) else {}


def array_property(value: Mapping[str, Any], name: str) -> list[Any]:
    """Return a member that is an array, or an empty one."""
    found = value.get(name)
    return found if isinstance(found, list) else []
