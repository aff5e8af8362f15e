"""What is collected on the way from `completions` to `modelConfiguration`: what was inferred, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem

SECTION = "/completions"
"""Where the section stands in a site configuration."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Notes for the administrator, in the order of the section's members, and problems. Neither quotes a value.

    What is quoted are our own defaults and names of members.
    """

    notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def note(self, text: str) -> None:
        """Add a sentence, once."""
        if text not in self.notes:
            self.notes.append(text)
