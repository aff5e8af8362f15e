"""Warnings that the catalogue accepts with a reason, and suppressions that match no warning."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from codegen.catalog.catalog_loader import Catalog, CatalogFile
from modelconfig.comparison.disagreement import CODES
from modelconfig.diagnostics.problem import Problem, Severity, error, warning
from modelconfig.jsontext.pointers import join


@dataclass(frozen=True, slots=True, eq=False)
class _Suppression:
    """An entry of `exceptions`, at `pointer`. It accepts `code` below the pointer `scope`, "*" for every file."""

    file: CatalogFile
    code: str
    reason: str
    scope: str
    pointer: str

    def covers(self, problem: Problem) -> bool:
        is_in_scope = problem.file == self.file.name and f"{problem.pointer}/".startswith(f"{self.scope}/")
        return problem.code == self.code and (self.scope == "*" or is_in_scope)


def apply_suppressions(catalog: Catalog, problems: list[Problem]) -> tuple[list[Problem], int]:
    """Remove suppressed warnings; return the other problems, with those of suppressions, and the count.

    The narrowest of several suppressions of one warning counts as used; the others must match another warning.
    """
    suppressions = list(_suppressions(catalog))
    used: set[_Suppression] = set()
    remaining: list[Problem] = []
    for problem in problems:
        covering = [suppression for suppression in suppressions if suppression.covers(problem)]
        if not covering or problem.severity is Severity.ERROR:
            remaining.append(problem)
            used.update(covering)
        else:
            used.add(covering[0])
    accepted = len(problems) - len(remaining)
    error_codes = {problem.code for problem in problems if problem.severity is Severity.ERROR}
    for suppression in suppressions:
        remaining += suppression.file.locate_problems(
            _suppression_problems(suppression, is_used=suppression in used, error_codes=error_codes)
        )
    return remaining, accepted


def _suppression_problems(suppression: _Suppression, *, is_used: bool, error_codes: set[str]) -> Iterator[Problem]:
    code, pointer = suppression.code, suppression.pointer
    if not suppression.reason.strip():
        yield error("MC266", "this exception has no reason", hint="Add the reason.", pointer=pointer)
    if code in error_codes and is_used:
        message = f"{code} is an error; exceptions can accept only warnings"
        yield error("MC265", message, hint="Correct the reported problem.", pointer=pointer + "/code")
    elif not is_used and code not in CODES:
        # `modelconfig compare` reports the codes of disagreements, and whether their exceptions are used.
        yield warning(
            "MC264", f"unused exception: {code} is not reported here", hint="Remove it.", pointer=pointer + "/code"
        )


def _suppressions(catalog: Catalog) -> Iterator[_Suppression]:
    """Yield all suppressions, the narrowest first."""
    for file in catalog.ordered:
        for index, model in enumerate(file.content["models"]):
            pointer = join("/models", index)
            yield from _suppressions_of(file, model, pointer, pointer)
    for file in catalog.ordered:
        yield from _suppressions_of(file, file.content, "", "")
    if catalog.main is not None:
        yield from _suppressions_of(catalog.main, catalog.main.content, "*", "")


def _suppressions_of(file: CatalogFile, owner: dict[str, Any], scope: str, pointer: str) -> Iterator[_Suppression]:
    for index, entry in enumerate(owner.get("exceptions", [])):
        yield _Suppression(file, entry["code"], entry["reason"], scope, join(pointer, "exceptions", index))
