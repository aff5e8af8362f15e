"""Checks of the cases: they cover every keyword, and an invalid document has exactly one violation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codegen.conformance import regex_samples
from codegen.schema.traversal import subschemas
from modelconfig.jsontext import pointers
from tests.codegen.conformance.leaves import NULL, leaves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tests.codegen.conformance.kit import Trial

BREAKABLE = frozenset(
    "$ref type const oneOf anyOf required pattern minLength maxLength minimum maximum exclusiveMinimum "
    "exclusiveMaximum minItems maxItems uniqueItems minProperties maxProperties "
    "x-client-required x-client-copy-of".split()
)
SHOWN = frozenset(
    "minLength maxLength minimum maximum minItems maxItems minProperties maxProperties exclusiveMinimum "
    "exclusiveMaximum pattern anyOf oneOf examples".split()
)
SAID_AS = {"x-client-copy-of": "additionalProperties"}
"""What a validator calls breaking an annotation."""


def _rules(name: str, definition: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Yield pointer, keyword and value of each rule of a definition, as cases name them."""
    top = pointers.join("#/$defs", name)
    for place, node in subschemas(definition, top):
        within = place.removeprefix(top).rpartition("/")[0].rpartition("/")[2]
        # Problems common to all alternatives are reported at the keyword that lists them.
        if within == "oneOf" or (within == "anyOf" and ("$ref" in node or node == NULL)):
            continue
        for keyword, value in node.items():
            if not (within == "anyOf" and keyword == "type"):
                yield pointers.join(place, keyword), keyword, value


def never_broken(name: str, definition: dict[str, Any], trials: Iterable[Trial]) -> list[str]:
    """Return the rules of a definition that no case violates."""
    broken = {trial.rule for trial in trials if trial.kind}
    return [
        rule
        for rule, keyword, value in _rules(name, definition)
        if (keyword in BREAKABLE and value) or (keyword == "additionalProperties" and value is False)
        if rule not in broken and not _implied(definition, rule, keyword, value)
    ]


def _implied(definition: dict[str, Any], rule: str, keyword: str, value: Any) -> bool:
    """Return whether `pattern` excludes shorter strings, so that no string violates only the minimum length."""
    node: Any = definition
    for token in pointers.split(rule)[3:-1]:
        node = node[int(token) if isinstance(node, list) else token]
    return (
        keyword == "minLength"
        and "pattern" in node
        and not any(True for _ in regex_samples.lengths(node["pattern"], 0, value - 1))
    )


def uncovered_rules(name: str, definition: dict[str, Any], trials: Iterable[Trial]) -> list[str]:
    """Return the rules of a definition that no valid document covers, and its enumeration values that none has."""
    covered = {trial.rule for trial in trials if not trial.kind}
    names = {f"{trial.rule} {trial.label}" for trial in trials if not trial.kind}
    rules = list(_rules(name, definition))
    listed = [
        f"{rule} {branch['const']}"
        for rule, keyword, branches in rules
        if keyword == "oneOf"
        for branch in branches
        if "const" in branch
    ]
    return [rule for rule, keyword, _ in rules if keyword in SHOWN and rule not in covered] + [
        value for value in listed if value not in names
    ]


def faults_of(trial: Trial, validator: Callable[[str, str], Any]) -> list[str]:
    """Return a description of each wrong statement of a case about its document, by the reference validator."""
    statements = [trial.kind in ("shape", "value"), not all(trial.valid.values()), trial.pointer is not None]
    if len(set(statements)) > 1:
        return [f"{trial.name}: class, verdicts and pointer do not go together"]
    words = []
    for profile, valid in trial.valid.items():
        found = leaves(validator(trial.schema, profile).iter_errors(trial.document))
        if valid:
            is_true = not found
        else:
            broken = trial.rule.rpartition("/")[2]
            # For a wrong type, the rule may be a reference or union, and the keyword that of a referenced subschema.
            keywords = {keyword for _, keyword in found} if trial.kind == "shape" else {SAID_AS.get(broken, broken)}
            is_true = len(found) == 1 and found == {(trial.pointer, keyword) for keyword in keywords}
        if not is_true:
            words.append(f"{trial.name}: as {profile}, {sorted(found)}")
    return words
