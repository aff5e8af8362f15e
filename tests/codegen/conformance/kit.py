"""The committed kit as its users read it: files of cases, each a whole document after its patch is applied."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from codegen.pipeline import check_schemas
from modelconfig.jsontext import pointers
from tests.codegen.schema.schema_cases import ROOT

if TYPE_CHECKING:
    from codegen.schema.derived import DerivedSchemas

HOME = ROOT / "generated" / "conformance"
INDEX: dict[str, Any] = json.loads((HOME / "index.json").read_text("utf-8"))
FILES: tuple[str, ...] = tuple(entry["file"] for entry in INDEX["files"])
PROFILES = ("producer", "consumer", "client")


@dataclass(frozen=True, slots=True)
class Trial:
    """A document of the kit or a random one for every target, and whether each profile accepts it."""

    name: str
    label: str
    schema: str
    document: Any
    valid: dict[str, bool]
    rule: str = ""
    kind: str = ""
    pointer: str | None = None
    absent: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()


@cache
def schema(name: str, profile: str) -> dict[str, Any]:
    """Return the schema of a profile of one kind of document; the consumer schemas that are not published, derived."""
    if profile not in INDEX["schemas"][name]:
        document, _, definition = name.partition("#")
        found = _derived().profiles(document)[profile]
    else:
        path, _, definition = INDEX["schemas"][name][profile].partition("#")
        found = json.loads((HOME / path).read_text("utf-8"))
    return {**found, "$ref": f"#{definition}"} if definition else found


@cache
def _derived() -> DerivedSchemas:
    return check_schemas(ROOT / "schema")[0].derived


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
        empty=tuple(case.get("empty", ())),
        exceptions=tuple(case.get("except", ())),
    )


def applied(patch: list[dict[str, Any]], document: Any) -> Any:
    """Return a document with an RFC 6902 patch applied, of the operations that the kit uses."""
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
