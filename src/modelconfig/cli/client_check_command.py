"""The command `client-check`: what an update of vendored TypeScript definitions means for a client team."""

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from modelconfig.cli.options import FILE, output_format_option
from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE, echo, echo_err, echo_text
from modelconfig.diagnostics.phrases import MAX_LIST_LENGTH, count, printable

CHANGES = Path(__file__).parent / "data" / "client_changes.json"
"""The digest of each released index.d.ts, and its differences from the newest; written by `codegen schema release`."""
IMPACTS = ("breaks", "undecided", "fine")
"""What a difference means in one situation, worst first."""
_SITUATIONS = {
    "keeping": "programs with the old copy that receive new documents",
    "taking": "code that is compiled with the new copy",
    "older": "programs with the new copy that receive documents of older servers",
}
VERSION = re.compile(r"Contract version ([0-9]+\.[0-9]+\.[0-9]+), schema hash [0-9a-f]+")
_LAYOUT = re.compile(r"""[\s"';,|]+""")


@click.command
@click.argument("file", type=FILE)
@output_format_option
def client_check(file: str, format_name: str) -> None:
    """Show what changes for a client that replaces FILE, its copy of index.d.ts, with the newest release.

    The first lines of FILE name its contract version. Formatting is ignored. Exit codes: 0 nothing can break,
    1 something can break or is undecided, or FILE was edited, 2 FILE cannot be read or is not a released index.d.ts.
    """
    click.get_current_context().exit(_check(file, format_name))


def _check(file: str, format_name: str) -> int:
    """Print what changes for a client, and return the exit code."""
    from modelconfig.diagnostics.render.formats import render
    from modelconfig.jsontext.reader import read_source

    source, problems = read_source(file)
    if source is None:
        echo_err(render(problems, "text"))
        return UNUSABLE
    version = VERSION.search(source.text)
    if version is None:
        hint = "Copy the file with its first lines, which name the contract version."
        echo_err(printable(f"{file}: not an index.d.ts of modelconfig. {hint}") + "\n")
        return UNUSABLE
    changes = json.loads(CHANGES.read_text("utf-8"))
    release = changes["releases"].get(version[1])
    if release is None:
        hint = "Update the package cody-modelconfig."
        echo_err(printable(f"{file}: unknown release {version[1]}; the newest is {changes['newest']}. {hint}") + "\n")
        return UNUSABLE
    result = {
        "vendored": version[1],
        "released": changes["newest"],
        "edited": content_digest(source.text) != release["digest"],
        "differences": release["differences"],
    }
    if format_name == "json":
        echo(json.dumps(result, indent=2, ensure_ascii=False) + "\n")
    else:
        echo_text(_as_text(result))
    is_clean = not result["edited"] and all(_worst(difference) == "fine" for difference in release["differences"])
    return CLEAN if is_clean else FINDINGS


def content_digest(declarations: str) -> str:
    """Return a digest of TypeScript declarations that formatters do not change: without spaces, quotes, separators."""
    return hashlib.sha256(_LAYOUT.sub("", declarations).encode()).hexdigest()


def _worst(difference: dict[str, str]) -> str:
    return min((difference[situation] for situation in _SITUATIONS), key=IMPACTS.index)


def _as_text(result: dict[str, Any]) -> str:
    differences = result["differences"]
    lines = [f"from version {result['vendored']} to version {result['released']}"]
    if result["edited"]:
        lines.append(f"undecided: the copy was edited: it differs from the released file of {result['vendored']}")
        lines.append("  = Restore the released file, or check your edits against the newest one.")
    for group in _groups(differences):
        lines.append(printable(_headline(group)))
        for situation, description in _SITUATIONS.items():
            if group[0][situation] != "fine":
                lines.append(f"  {group[0][situation]} for {description}")
    lines.append(count(len(differences), "difference") if differences else "no differences")
    if result["edited"] and not differences:
        return "".join(f"{line}\n" for line in lines)
    for situation, description in _SITUATIONS.items():
        worst = min((difference[situation] for difference in differences), key=IMPACTS.index, default="fine")
        lines.append(f"{worst} for {description}")
    return "".join(f"{line}\n" for line in lines)


def _groups(differences: list[dict[str, str]]) -> Iterable[list[dict[str, str]]]:
    """Return the differences that differ only in their subject together, in the order of the first of each."""
    groups: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for difference in differences:
        groups.setdefault(tuple(difference[key] for key in ("what", "message", *_SITUATIONS)), []).append(difference)
    return groups.values()


def _headline(group: list[dict[str, str]]) -> str:
    """Return what changed and where. Of many locations where nothing can break, most are only counted."""
    subjects = [difference["subject"] for difference in group]
    worst, message = _worst(group[0]), f"{group[0]['message']} [{group[0]['what']}]"
    if len(subjects) == 1:
        return f"{worst}: {subjects[0]}: {message}"
    shown = subjects[: MAX_LIST_LENGTH if worst == "fine" else None]
    rest = f" and {len(subjects) - len(shown)} more" if len(shown) < len(subjects) else ""
    return f"{worst}: {message} in {len(subjects)} places: {', '.join(shown)}{rest}"
