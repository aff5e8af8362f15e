"""The page of each rule, `docs/evolution/<rule>.md`: why it exists, an example, and what to do."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parents[3] / "docs" / "evolution"
OF_REPORTS = ("version-not-raised",)
"""What reports say that no rule about a single change does."""


def page(rule: str) -> str | None:
    """Return the page of a rule, or None where there is none."""
    return (FOLDER / f"{rule}.md").read_text("utf-8") if rule in known() else None


def known() -> list[str]:
    """Return the rules that have a page, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.md") if path.stem != "index")


def summary(rule: str) -> str:
    """Return the first sentence of a page."""
    text = page(rule) or ""
    body = text.partition("\n\n")[2]
    return " ".join(body.partition("\n\n")[0].split())
