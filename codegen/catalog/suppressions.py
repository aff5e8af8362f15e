"""Warnings that the catalogue accepts with a reason, and suppressions that match no warning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.problem import Problem, Severity, error, warning
from modelconfig.jsontext.pointers import join

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codegen.catalog.catalog_loader import Catalog, CatalogFile


@dataclass(frozen=True, slots=True, eq=False)
class _Suppression:
    """One exception: what it accepts where, and where it stands. `scope` is a pointer, "*" for every file."""

    file: CatalogFile
    code: str
    reason: str
    scope: str
    pointer: str

    def covers(self, problem: Problem) -> bool:
        if problem.code != self.code:
            return False
        if self.scope == "*":
            return True
        return problem.file == self.file.name and f"{problem.pointer}/".startswith(f"{self.scope}/")


def apply_suppressions(catalog: Catalog, problems: list[Problem]) -> tuple[list[Problem], int]:
    """Return the problems that stay, with those of the exceptions themselves, and how many were accepted.

    Of several exceptions that cover a warning the narrowest counts: the others must be needed elsewhere.
    """
    exceptions = list(_suppressions(catalog))
    used: set[_Suppression] = set()
    stay: list[Problem] = []
    for problem in problems:
        covering = [exception for exception in exceptions if exception.covers(problem)]
        if not covering:
            stay.append(problem)
        elif problem.severity is Severity.ERROR:
            stay.append(problem)
            used.update(covering)
        else:
            used.add(covering[0])
    accepted = len(problems) - len(stay)
    error_codes = {problem.code for problem in problems if problem.severity is Severity.ERROR}
    for exception in exceptions:
        stay += _suppression_problems(exception, used=exception in used, error_codes=error_codes)
    return stay, accepted


def _suppression_problems(exception: _Suppression, *, used: bool, error_codes: set[str]) -> list[Problem]:
    problems: list[Problem] = []
    if not exception.reason.strip():
        problems.append(error("MC266", "this exception gives no reason", hint="Say why.", pointer=exception.pointer))
    if exception.code in error_codes and used:
        message = f"{exception.code} is an error, which no exception can accept"
        problems.append(error("MC265", message, hint="Correct what it finds.", pointer=exception.pointer + "/code"))
    elif not used:
        message = f"nothing here raises {exception.code} that would need this exception"
        problems.append(warning("MC264", message, hint="Remove it.", pointer=exception.pointer + "/code"))
    return exception.file.place(problems)


def _suppressions(catalog: Catalog) -> Iterator[_Suppression]:
    """Yield all exceptions, the narrowest first."""
    for file in catalog.ordered:
        for index, model in enumerate(file.content["models"]):
            pointer = join("/models", index)
            yield from _listed(file, model, pointer, pointer)
    for file in catalog.ordered:
        yield from _listed(file, file.content, "", "")
    if catalog.main is not None:
        yield from _listed(catalog.main, catalog.main.content, "*", "")


def _listed(file: CatalogFile, holder: dict[str, Any], scope: str, pointer: str) -> Iterator[_Suppression]:
    for index, entry in enumerate(holder.get("exceptions", [])):
        yield _Suppression(file, entry["code"], entry["reason"], scope, join(pointer, "exceptions", index))
