"""Cases of editors: documents in tests/cases/editors with a cursor, and what editors show there.

A case is a JSON file with comments, or a YAML file, with `⁇` where the cursor is. Comments at its top state what is
expected, one key per line:

- `schema`: JSON only, a name that `modelconfig schema` accepts; a YAML file names its schema as editors read it.
- `problem`: `TEXT => MESSAGE`, the underlined text and its message. All problems are listed.
- `only`: the labels of all completions, in order, separated by spaces.
- `offers`, `omits`: a label that is completed, or is not. After ` => `, the reference of its description.
- `writes`: `LABEL => TEXT`, a label, and a text that the document has after its completion, with `⁇` where a value is
  to be written.
- `inserts`: a label whose completion makes the document valid in the strict schema.
- `knows`: a location in `models.json`, whose values are completed. Each makes the document valid.
- `hover`: the reference of the description that is shown.

A reference is `Definition`, `Definition.property` or `Enumeration=value`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "editors"
CURSOR = "⁇"
_KEYS = ("schema", "problem", "only", "offers", "omits", "writes", "inserts", "knows", "hover")
_EXPECTATION = re.compile(rf"^(?://|#) ({'|'.join(_KEYS)}): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class EditorCase:
    """A document with a cursor, and the expectations by key, as pairs of the texts before and after ` => `."""

    name: str
    file: Path
    text: str
    offset: int
    expected: dict[str, list[tuple[str, str]]]

    @property
    def language(self) -> str:
        """The language by which editors treat the file."""
        return "yaml" if self.file.suffix == ".yaml" else "jsonc"

    @property
    def schema(self) -> str:
        """The name of the document's schema, without its profile."""
        if self.language == "jsonc":
            return self.expected["schema"][0][0]
        first, _, _ = self.text.partition("\n")
        return first.rpartition("/")[2].removesuffix(".editor.json")

    @property
    def question(self) -> dict[str, Any]:
        """What `ask_editors.mjs` reads."""
        names = {"file": str(self.file), "language": self.language, "schema": self.schema}
        return {**names, "text": self.text, "offset": self.offset}


def read_case(file: Path) -> EditorCase:
    """Return the case of a file. Raises ValueError if it does not have one cursor."""
    content = file.read_text("utf-8")
    expected: dict[str, list[tuple[str, str]]] = {key: [] for key in _KEYS}
    for key, value in _EXPECTATION.findall(content):
        text, _, other = value.partition(" => ")
        expected[key].append((text, other))
    before, after = _EXPECTATION.sub("", content).lstrip("\n").split(CURSOR)
    name = file.relative_to(CASES).as_posix() if file.is_relative_to(CASES) else file.name
    # As VS Code counts: in UTF-16 code units.
    return EditorCase(name, file, before + after, len(before.encode("utf-16-le")) // 2, expected)


def described(reference: str) -> str:
    """Return the description that a reference leads to, in any of the strict schemas."""
    name, _, value = reference.partition("=")
    definition, _, member = name.partition(".")
    node = _definitions()[definition]
    if value:
        (node,) = (branch for branch in node["oneOf"] if branch["const"] == value)
    elif member:
        node = node["properties"][member]
    return str(node["description"])


@cache
def _definitions() -> dict[str, Any]:
    files = (ROOT / "generated" / "schema").glob("*.json")
    schemas = [json.loads(file.read_text("utf-8")) for file in files if file.name.count(".") == 1]
    return {name: node for schema in schemas for name, node in schema["$defs"].items()}
