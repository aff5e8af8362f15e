"""Suggest codes of problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


def complete_codes(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Return the problem codes that start with a text, with their titles."""
    from click.shell_completion import CompletionItem

    from modelconfig.diagnostics.codes import CODES

    wanted = incomplete.upper()
    return [CompletionItem(row.code, help=row.title) for row in CODES.values() if row.code.startswith(wanted)]
