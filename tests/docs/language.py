"""Find phrases that `docs/glossary.md` replaces with technical terms.

Run `python -m tests.docs.language [FOLDER or FILE…]` to list them, by default everywhere.
"""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).parents[2]
GLOSSARY = ROOT / "docs" / "glossary.md"
PHRASES = {
    "member": r"(?<!enum )(?<!enumeration )(?<!enumeration's )(?<!gzip )members?",
    "record": r"(?:a|the|each|every|no|of) records?",
    "reading of a schema": r"(?:strict|lenient|tolerant|consumer|client) readings?|reading of (?:a|the) schema",
    "supplied model": r"supplied(?! catalogue)",
    "in force": r"in force",
    "refuse": r"(?<!connection )refus(?:es?|ed)",
    "remedy": r"remed(?:y|ies)",
    "is told": r"(?:is|are|was|were|be) told",
    "tells of": r"tells? of",
    "says that": r"sa(?:ys|id) that",
    "what was served is served on": r"what (?:is|was) served|is served on(?=[.,;:]|$)",
    "kept result": r"kept results?",
    "weigh": r"weigh(?:s|ed|ing)?",
    "nobody": r"nobody",
    "whoever": r"whoever",
    "everybody": r"everybody",
    "is no …": r"(?<!there )(?:is|are) no(?! longer\b| more than\b)(?= \w)",
    "there is no … that": r"there (?:is|are) no [^.;:,]{1,40}? that",
    "any more": r"any ?more",
    "for ever": r"for ever",
    "of its own": r"of (?:its|their|your|our) own",
    "of ours": r"of ours",
    "of yours": r"of yours",
    "is not written as": r"not written as",
    "in another form": r"in another form",
    "fits": r"fits",
    "stands in": r"stands? (?:in|at|here|there|beside)",
    "what forbids": r"what forbids",
    "what keeps from": r"what keeps",
    "blanks": r"blanks",
    "junk": r"junk",
    "slip": r"slips?",
    "near miss": r"near.miss(?:es)?",
    "machines of your own": r"machines? of your own",
    "switches": r"(?<!context )(?<!exhaustive )switches(?! active)",
    "directory": r"director(?:y|ies)",
}
"""Each phrase as the glossary has it, and the expression that finds it as whole words.

The layer `supplied catalogue` and the log event `switches active` are contracts.
"""

# A hyphen, dot or slash beside the word marks the name of a file or rule.
# A phrase may continue on the next line.
_ANY_PHRASE = "|".join(PHRASES.values()).replace(" ", "[ \n]")
_PHRASE = re.compile(rf"(?<![-./\w])(?:{_ANY_PHRASE})(?![-/\w])", re.IGNORECASE)
_CODE = re.compile(r"```.*?```|`[^`]*`|<!--.*?-->|\]\([^)]*\)", re.DOTALL)
_INDENT = re.compile(r"\n[ \t]+")
_ROW_OF_GLOSSARY = re.compile(r"(?m)^\|.*\|$")


class Text(NamedTuple):
    """A text for people, and the location of its start."""

    path: str
    line: int
    text: str


def findings(*below: str) -> Iterator[str]:
    """Yield path, line and phrase of each phrase in texts of the files below the paths, or of all files."""
    return findings_in(text for text in texts() if not below or text.path.startswith(below))


def findings_in(checked: Iterable[Text]) -> Iterator[str]:
    """Yield path, line and phrase of each phrase in the texts."""
    for path, first_line, text in checked:
        readable = _INDENT.sub("\n", _CODE.sub(lambda match: re.sub(r"[^\n]", "`", match[0]), text))
        for match in _PHRASE.finditer(readable):
            yield f"{path}:{first_line + readable.count(chr(10), 0, match.start())}: {' '.join(match[0].split())}"


def texts() -> Iterator[Text]:
    """Yield messages, docstrings and comments of the source, help texts, pages of docs and explanations."""
    for top in ("src", "codegen"):
        for file in sorted((ROOT / top).rglob("*.py")):
            yield from python_texts(_path(file), file.read_text("utf-8"))
    pages = [*(ROOT / "docs").rglob("*.md"), *(ROOT / "src").rglob("*.md"), *ROOT.glob("[CR]*.md")]
    for file in sorted([*pages, *(ROOT / "tests" / "cases" / "help").glob("*.txt")]):
        text = file.read_text("utf-8")
        yield Text(_path(file), 1, _ROW_OF_GLOSSARY.sub("", text) if file == GLOSSARY else text)


def python_texts(path: str, source: str) -> Iterator[Text]:
    """Yield the strings with spaces in them, f-strings with `{}` for each value, and the comments of a module."""
    tree = ast.parse(source)
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    # A string that is split is a list of names.
    parts |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "split"}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            pieces = [str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values]
            yield Text(path, node.lineno, "".join(pieces))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            # A string without a space is a name.
            yield from [Text(path, node.lineno, node.value)] * (len(node.value.split()) > 1)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield Text(path, token.start[0], token.string)


def _path(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


if __name__ == "__main__":
    sys.stdout.writelines(f"{finding}\n" for finding in findings(*sys.argv[1:]))
