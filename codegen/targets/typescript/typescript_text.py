"""TypeScript property names, literals and doc comments from schema text.

No text that a function returns can become code, whatever the schema contains.
"""

import re
from collections.abc import Iterable, Iterator

from codegen.targets.safe_text import INVISIBLE, LINE_BREAK, SafeText, escaped, json_literal

WIDTH = 100

# An `@` that starts a tag in TypeScript: at the start of a line, after white space, or in braces.
_TAG = re.compile(r"(^\s*|(?<![^\s{])(?=@\S))@")
_IDENTIFIER = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")
# A code span is one word: a line break in it could put an `@` at the start of a line.
_WORD = re.compile(r"(?:(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|[^\s`]+|`+)+")
# Words that start a Markdown list, heading, quotation or table at the start of a line.
_BLOCK_START = re.compile(r"[-+*=#>|~].*|\d+[.)]")
_LIST_MARK = re.compile(r"\s*(?:[-+*]|\d+[.)])\s+|\s*")


def property_name(name: str) -> SafeText:
    """Return a property's name, quoted if it is not an identifier. Reserved words need no quotes."""
    return SafeText(name) if _IDENTIFIER.fullmatch(name) else json_literal(name)


def template_literal(texts: Iterable[str]) -> SafeText:
    """Return a template-literal type with these texts, and any string between each two of them."""
    return SafeText(f"`{'${string}'.join(map(_in_template, texts))}`")


def line(text: str) -> SafeText:
    """Return text for the rest of a `//` line or the inside of an HTML comment."""
    return SafeText(" ".join(_lines(text)).replace("--", "- -"))


def doc_comment(paragraphs: Iterable[str], tags: Iterable[tuple[str, str]], indent: str = "") -> SafeText:
    """Return a JSDoc comment: the paragraphs, then the tags, pairs of name and text. A short comment is one line."""
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += ([""] if lines else []) + list(_wrapped(paragraph, WIDTH - len(indent) - 3))
    tagged = [f"@{name} {_escaped_line(' '.join(_lines(text)))}".rstrip() for name, text in tags]
    lines += ([""] if lines and tagged else []) + tagged
    if len(lines) == 1 and len(indent) + len(lines[0]) + 7 <= WIDTH:
        return SafeText(f"{indent}/** {lines[0]} */")
    body = "".join(f"{indent} * {text}".rstrip() + "\n" for text in lines)
    return SafeText(f"{indent}/**\n{body}{indent} */")


def code_span(text: str) -> str:
    """Return text as a Markdown code span; the text may contain backticks."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _in_template(text: str) -> str:
    return json_literal(text)[1:-1].replace("`", "\\`").replace("${", "\\${")


def _lines(text: str) -> list[str]:
    return [INVISIBLE.sub(escaped, part).rstrip() for part in LINE_BREAK.split(text.strip())]


def _escaped_line(text: str) -> str:
    """Escape comment ends and tags in a line of a comment; Markdown shows the original characters.

    The compiler option `stripInternal` removes what has `@internal` anywhere in its comment, even in an address.
    """
    return _TAG.sub(r"\1\\@", text.replace("*/", "*\\/")).replace("@internal", "@\\internal")


def _wrapped(paragraph: str, width: int) -> Iterator[str]:
    """Wrap long lines between words; keep the lines of a paragraph with a fenced block."""
    fenced = "```" in paragraph
    for text in _lines(paragraph):
        for part in [text] if fenced else _wrapped_line(text, width):
            yield _escaped_line(part)


def _wrapped_line(text: str, width: int) -> Iterator[str]:
    mark = _LIST_MARK.match(text)
    prefix = mark[0] if mark else ""
    current = ""
    for word in (match[0] for match in _WORD.finditer(text[len(prefix) :])):
        if current and len(prefix) + len(current) + len(word) + 1 > width and not _BLOCK_START.fullmatch(word):
            yield prefix + current
            prefix, current = " " * len(prefix), word
        else:
            current = f"{current} {word}" if current else word
    yield (prefix + current).rstrip()
