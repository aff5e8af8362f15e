"""The oracle of the evolution check: jsoncompat or, on Python 3.14 and later, the answers recorded from it.

`python -m tests.codegen.evolution.test_oracle` records them on an earlier Python.
"""

from __future__ import annotations

import hashlib
import json
import sys
from typing import Literal

from tests.codegen.schema.schema_cases import ROOT

LIVE = sys.version_info < (3, 14)
"""Whether jsoncompat can be installed."""
RECORDED = ROOT / "tests" / "cases" / "evolution-oracle-answers.json"
Answers = dict[str, bool]
Role = Literal["serializer", "deserializer"]


def recorded() -> Answers:
    """Return the recorded answers by question."""
    questions: dict[str, list[str]] = json.loads(RECORDED.read_text("utf-8"))
    return {question: answer == "compatible" for answer, listed in questions.items() for question in listed}


def record(answers: Answers) -> None:
    """Write the recorded answers."""
    questions = {
        name: sorted(question for question, answer in answers.items() if answer is expected)
        for name, expected in (("compatible", True), ("incompatible", False))
    }
    RECORDED.write_text(json.dumps(questions, indent=2) + "\n", "utf-8")


class Oracle:
    """What is asked for the compatibility of two schemas; `answers` has what it answered, by question."""

    def __init__(self) -> None:
        self.answers: Answers = {}
        self._recorded = {} if LIVE else recorded()

    def compatible(self, change: str, left: str, right: str, role: Role) -> bool:
        """Return whether documents of one schema are valid against the other; `change` is a title for people."""
        question = f"{change} {hashlib.sha256(f'{left} {right}'.encode()).hexdigest()[:16]} {role}"
        if LIVE:
            import jsoncompat

            answer: bool = jsoncompat.check_compat(left, right, role)
        else:
            answer = self._recorded[question]
        self.answers[question] = answer
        return answer
