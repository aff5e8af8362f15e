"""The committed kit as its users read it: files of cases, each with a whole document once its patch is applied."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from modelconfig.jsontext import pointers

HOME = Path(__file__).resolve().parents[3] / "generated" / "conformance"
INDEX: dict[str, Any] = json.loads((HOME / "index.json").read_text("utf-8"))
FILES: tuple[str, ...] = tuple(entry["file"] for entry in INDEX["files"])
READINGS = ("producer", "consumer", "client")


@dataclass(frozen=True, slots=True)
class Trial:
    """A document to put to every target, of the kit or of chance, and what each reading says of it."""

    name: str
    label: str
    schema: str
    document: Any
    valid: dict[str, bool]
    rule: str = ""
    kind: str = ""
    pointer: str | None = None
    absent: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()


def schema(name: str, reading: str) -> dict[str, Any]:
    """Return the schema of a reading of one kind of document."""
    found: dict[str, Any] = _read(INDEX["schemas"][name][reading])
    return found


@cache
def _read(path: str) -> Any:
    return json.loads((HOME / path).read_text("utf-8"))


@cache
def trials(file: str) -> tuple[Trial, ...]:
    """Return the cases of one file."""
    return in_text((HOME / file).read_text("utf-8"))


def in_text(text: str) -> tuple[Trial, ...]:
    """Return the cases of a file's text."""
    content = json.loads(text)
    return tuple(_trial(content, case) for case in content["cases"])


def _trial(content: dict[str, Any], case: dict[str, Any]) -> Trial:
    return Trial(
        name=f"{content['definition']}: {case['name']} ({case['rule']})",
        label=case["name"].rpartition(": ")[2],
        schema=content["schema"],
        document=applied(case["patch"], content["document"]),
        valid=case["valid"],
        rule=case["rule"],
        kind=case.get("class", ""),
        pointer=case.get("pointer"),
        absent=tuple(case.get("absent", ())),
        exceptions=tuple(case.get("except", ())),
    )


def applied(patch: list[dict[str, Any]], document: Any) -> Any:
    """Return a document changed by an RFC 6902 patch of the operations that the kit has."""
    result = copy.deepcopy(document)
    for operation in patch:
        tokens = pointers.split(operation["path"])
        if not tokens:
            result = operation["value"]
            continue
        place = result
        for token in tokens[:-1]:
            place = place[int(token) if isinstance(place, list) else token]
        last = int(tokens[-1]) if isinstance(place, list) else tokens[-1]
        if operation["op"] == "remove":
            del place[last]
        else:
            assert operation["op"] == "add" or last in (place if isinstance(place, dict) else range(len(place)))
            place[last] = operation["value"]
    return result
