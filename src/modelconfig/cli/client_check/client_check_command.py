"""The command `client-check`: a client's copy of the TypeScript declarations against another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE, echo, echo_err

if TYPE_CHECKING:
    from modelconfig.cli.client_check.declaration_comparison import Difference
    from modelconfig.cli.client_check.declaration_parser import Declarations

FORMATS = ("text", "json")
_DAYS = (
    ("keeping", "programs with the old copy that get new documents"),
    ("taking", "code that is compiled with the new copy"),
    ("older", "programs with the new copy that get documents of older servers"),
)


@click.command
@click.argument("vendored")
@click.argument("released")
@click.option("--format", "format_name", type=click.Choice(FORMATS), default="text", show_default=True)
def client_check(vendored: str, released: str, format_name: str) -> None:
    """Compare VENDORED, a client's copy of index.d.ts, with a RELEASED one, and tell what can break the client.

    Layout makes no difference. Exit codes: 0 nothing can break, 1 something can or might, 2 unreadable input.
    """
    copies = [_read(name) for name in (vendored, released)]
    old, new = copies
    if old is None or new is None:
        click.get_current_context().exit(UNUSABLE)
    from modelconfig.cli.client_check.declaration_comparison import Impact, compare

    found = compare(old, new)
    echo(_as_json(old, new, found) if format_name == "json" else _as_text(old, new, found))
    click.get_current_context().exit(FINDINGS if any(one.worst is not Impact.FINE for one in found) else CLEAN)


def _read(name: str) -> Declarations | None:
    """Return what a file declares; where it cannot be read, say why."""
    from modelconfig.cli.client_check.declaration_parser import UnreadableDeclarations, parse
    from modelconfig.diagnostics.render.formats import render
    from modelconfig.jsontext.reader import read_source

    source, problems = read_source(name)
    if source is None:
        echo_err(render(problems, "text"))
        return None
    try:
        return parse(source.text)
    except UnreadableDeclarations as why:
        echo_err(f"{name}: these are no declarations of modelconfig: {why}\n")
        return None


def _as_text(old: Declarations, new: Declarations, found: list[Difference]) -> str:
    from modelconfig.cli.client_check.declaration_comparison import Impact
    from modelconfig.diagnostics.phrases import count, printable

    lines = [f"from version {old.version or 'unknown'} to version {new.version or 'unknown'}"]
    for one in found:
        lines.append(printable(f"{one.worst}: {one.subject}: {one.message} [{one.what}]"))
        answers = [(getattr(one, day), whom) for day, whom in _DAYS]
        lines += [f"  {answer} for {whom}" for answer, whom in answers if answer is not Impact.FINE]
    lines.append(count(len(found), "difference") if found else "no differences")
    for day, whom in _DAYS:
        worst = next(answer for answer in Impact if answer in {Impact.FINE, *(getattr(one, day) for one in found)})
        lines.append(f"{worst} for {whom}")
    return "".join(f"{line}\n" for line in lines)


def _as_json(old: Declarations, new: Declarations, found: list[Difference]) -> str:
    import json

    differences = [
        {
            "what": one.what,
            "subject": one.subject,
            "message": one.message,
            **{day: getattr(one, day) for day, _ in _DAYS},
        }
        for one in found
    ]
    versions = {"vendored": old.version or None, "released": new.version or None}
    return json.dumps({**versions, "differences": differences}, indent=2, ensure_ascii=False) + "\n"
