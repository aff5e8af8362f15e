"""The page of each rule, `docs/evolution/<rule>.md`.

A page says why the rule exists, gives an example, and says what to do.
"""

from pathlib import Path

FOLDER = Path(__file__).parents[3] / "docs" / "evolution"
VERSION_NOT_RAISED = "version-not-raised"
"""The rule of the report as a whole; every other rule is on a single change."""


def page(rule: str) -> str | None:
    """Return the page of a rule, or None for an unknown rule."""
    return (FOLDER / f"{rule}.md").read_text("utf-8") if rule in rules_with_page() else None


def rules_with_page() -> list[str]:
    """Return the rules that have a page, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.md") if path.stem != "index")


def rules_on_changes() -> list[str]:
    """Return the rules on single changes, sorted."""
    return [rule for rule in rules_with_page() if rule != VERSION_NOT_RAISED]


def summary(rule: str) -> str:
    """Return the first paragraph of a rule's page on one line."""
    return " ".join((page(rule) or "").split("\n\n")[1].split())
