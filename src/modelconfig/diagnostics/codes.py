"""The problem codes and their pages below `explanations/`.

Each code has one file below `explanations`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from modelconfig.diagnostics.problem import Severity

_FIRST_LINE = re.compile(
    r"# (?P<code>MC[0-9]{3}) (?P<name>[a-z][a-z0-9]*(?:-[a-z0-9]+)*) \((?P<severity>error|warning)\)"
)
_FOLDER = Path(__file__).parent / "explanations"


@dataclass(frozen=True, slots=True)
class CodePage:
    """The page of a code: why the rule exists, what breaks it, and how to fix it; Markdown without its heading."""

    code: str
    name: str
    severity: Severity
    text: str

    @property
    def summary(self) -> str:
        """The first paragraph on one line."""
        return " ".join(self.text.partition("\n\n")[0].split())


def codes() -> list[str]:
    """Return every code that has a page, sorted."""
    return sorted(file.stem for file in _FOLDER.glob("MC*.md"))


@cache
def explanation(code: str) -> CodePage | None:
    """Return the page of a code, or None when the code is unknown. Raises ValueError for an invalid file."""
    if code not in codes():
        return None
    first, _, rest = (_FOLDER / f"{code}.md").read_text(encoding="utf-8").partition("\n")
    heading = _FIRST_LINE.fullmatch(first)
    if heading is None or heading["code"] != code:
        raise ValueError(f"{code}.md must start with `# {code} rule-name (error)` or `(warning)`")
    return CodePage(code, heading["name"], Severity(heading["severity"]), rest.strip() + "\n")
