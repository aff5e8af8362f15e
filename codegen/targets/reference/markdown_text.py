"""Schema text escaped for Markdown.

Each function returns text that means only itself, whatever the schema contains.
Schema texts may hold code in backticks and paragraphs; nothing else of Markdown, and no HTML, keeps its meaning.
"""

import json
import re

from codegen.targets.safe_text import INVISIBLE, LINE_BREAK, SafeText, escaped

_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_PARAGRAPH_END = re.compile(r"\n\s*\n")
# A backslash before a pipe has different meanings in tables and in text.
_INERT = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"} | {mark: f"\\{mark}" for mark in "\\*_[]~$`"}
)
_BLOCK_START = re.compile(r"^(?=[#+=:-])|^(\d+)(?=[.)])")
_PLAIN_CODE = re.compile(r"[^`|\s](?:[^`|]*[^`|\s])?")
_REFERENCES = str.maketrans({mark: f"&#{ord(mark)};" for mark in "\\*_[]~$`&<>|"})


def prose(text: str) -> SafeText:
    """Return text as paragraphs of one line each, separated by empty lines."""
    return SafeText("\n\n".join(_BLOCK_START.sub(r"\1\\", part) for part in _paragraphs(text)))


def cell(text: str) -> SafeText:
    """Return text for a cell of a table."""
    return SafeText("<br><br>".join(_paragraphs(text)))


def phrase(text: str) -> SafeText:
    """Return text for the rest of a line, such as a heading's."""
    return SafeText(" ".join(_paragraphs(text)))


def code(text: str) -> SafeText:
    """Return text as code, inside a table's cell too."""
    visible = INVISIBLE.sub(escaped, LINE_BREAK.sub(" ", text))
    if _PLAIN_CODE.fullmatch(visible):
        return SafeText(f"`{visible}`")
    return SafeText(f"<code>{visible.translate(_REFERENCES)}</code>")


def strong(text: str) -> SafeText:
    """Return text with strong emphasis."""
    return SafeText(f"**{phrase(text)}**")


def literal(text: str) -> SafeText:
    """Return a string as a JSON literal, as code."""
    return code(json.dumps(text, ensure_ascii=False))


def json_block(text: str) -> SafeText:
    """Return the text of a JSON value as a fenced block; invisible characters are JSON escapes."""
    # No line of JSON consists of backticks, so no line ends the fence.
    return SafeText(f"```json\n{INVISIBLE.sub(escaped, text)}\n```")


def comment(text: str) -> SafeText:
    """Return text for the inside of an HTML comment."""
    words = " ".join(INVISIBLE.sub(escaped, LINE_BREAK.sub(" ", text)).split())
    return SafeText(re.sub(r"-(?=[->])", "- ", words))


def link(text: str, target: str) -> SafeText:
    """Return a link. Raises ValueError if the target is not made of letters, digits, `_`, `-`, `.`, `/` and `#`."""
    if not re.fullmatch(r"[A-Za-z0-9_./#-]+", target):
        raise ValueError(f"{target!r} cannot be the target of a link")
    return SafeText(f"[{phrase(text)}]({target})")


def _paragraphs(text: str) -> list[str]:
    lines = LINE_BREAK.sub("\n", text.strip())
    return [_inline(" ".join(part.split())) for part in _PARAGRAPH_END.split(lines)]


def _inline(text: str) -> str:
    parts, end = [], 0
    for match in _SPAN.finditer(text):
        parts += [_inert(text[end : match.start()]), code(match[2].strip() or " ")]
        end = match.end()
    return "".join([*parts, _inert(text[end:])])


def _inert(text: str) -> str:
    return INVISIBLE.sub(escaped, text).translate(_INERT)
