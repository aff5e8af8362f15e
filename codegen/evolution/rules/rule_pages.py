"""The page of each rule, `docs/evolution/<rule>.md`.

A page says why the rule exists, gives an example, and says what to do.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parents[3] / "docs" / "evolution"
REPORT_RULES = ("version-not-raised",)
"""Rules of the report as a whole; every other rule is on a single change."""


def page(rule: str) -> str | None:
    """Return the page of a rule, or None for an unknown rule."""
    return (FOLDER / f"{rule}.md").read_text("utf-8") if rule in rules_with_page() else None


def rules_with_page() -> list[str]:
    """Return the rules that have a page, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.md") if path.stem != "index")


def summary(rule: str) -> str:
    """Return the first sentence of a page."""
    text = page(rule) or ""
    body = text.partition("\n\n")[2]
    return " ".join(body.partition("\n\n")[0].split())
