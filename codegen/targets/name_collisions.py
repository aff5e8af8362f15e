"""Rules MC156, MC159 and MC161: the names that targets make from a schema are distinct, free and not reserved."""

from collections.abc import Iterable, Iterator

from codegen.targets.scopes import Element, Scope
from modelconfig.diagnostics.problem import Problem, error, related

Meeting = tuple[Element, Element | None]
"""An element, and the earlier one whose name it has; None is a name of the generated code itself."""


def name_collisions(scopes: Iterable[tuple[str, Scope]]) -> list[tuple[str, Problem]]:
    """Report names that meet in a scope, each pair once. Return pairs of module and problem.

    `scopes` are those of all targets, each with the target's name.
    """
    meetings: dict[Meeting, dict[str, None]] = {}
    for target, scope in scopes:
        for meeting, name in _meetings(scope):
            meetings.setdefault(meeting, {})[f"`{name}` in {target}"] = None
    return [
        (element.module, _problem(element, other, ", ".join(names))) for (element, other), names in meetings.items()
    ]


def _meetings(scope: Scope) -> Iterator[tuple[Meeting, str]]:
    """Yield each element whose name is used or an earlier one has, and the name."""
    owners: dict[str, Element] = {}
    reserved = {(element.definition, name): element for name, element in scope.names if element.is_reserved}
    for name, element in scope.names:
        if element.is_reserved:
            continue
        if (element.definition, name) in reserved and element.keywords:
            yield (element, reserved[element.definition, name]), name
        if name in scope.used:
            yield (element, None), name
        elif (owner := owners.setdefault(name, element)) != element:
            yield (element, owner), name


def _problem(element: Element, other: Element | None, names: str) -> Problem:
    code = "MC156" if element.definition else "MC161"
    hint = "Name the constant of one of them with `x-name`." if element.is_value else "Rename one of them."
    if other is None:
        message = f"{element} becomes a name that generated code uses: {names}"
        hint = "Name its constant with `x-name`." if element.is_value else "Choose another name."
    else:
        message = f"{element} and {other} become the same name: {names}"
        if other.is_reserved:
            code, hint = "MC159", "Choose a new name: the reserved one had another meaning in an earlier version."
            message = f"{element} is a reserved name" if element.text == other.text else message
    # A related location is in the file of the problem.
    others = [other] if other and other.module == element.module else []
    locations = tuple(related(f"the name `{one.text}`", one.pointer, at_key=True) for one in others)
    return error(code, message, hint=hint, pointer=element.pointer, at_key=True, related=locations)
