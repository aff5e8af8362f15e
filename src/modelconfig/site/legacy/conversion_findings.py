"""Notes and problems collected during a conversion."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem

SECTION = "/completions"
"""The pointer to the section in a site configuration."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Notes for the administrator, in the order of the section's properties, and problems. Neither quotes a value.

    Only built-in defaults and property names are quoted.
    """

    notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def note(self, text: str) -> None:
        """Add a sentence unless it is there already."""
        if text not in self.notes:
            self.notes.append(text)
