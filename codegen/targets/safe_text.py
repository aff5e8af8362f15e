"""Text that is escaped for its language, the characters that are always escaped, and the one Jinja environment."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codegen.ir import model as ir

if TYPE_CHECKING:
    from jinja2 import Environment

# A list, because Python's Unicode tables change with its version and the output must not.
HIDDEN = "\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
"""For the inside of a character class: control characters, bidirectional formatting, the byte order mark,
and halves of surrogate pairs."""
INVISIBLE = re.compile(f"[{HIDDEN}]")
_UNSAFE_IN_LITERAL = re.compile(f"[{HIDDEN}\u2028\u2029]")
_PROPERTY_PATH = re.compile(r"[\w.:$-]+")
LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


class SafeText(str):
    """Text that is escaped for its language. Templates reject any other value."""

    __slots__ = ()


def escaped(match: re.Match[str]) -> str:
    """Return the character of a match as a JSON escape."""
    return f"\\u{ord(match[0]):04x}"


def json_literal(text: str) -> SafeText:
    """Return a JSON string without invisible characters, which is a literal in many languages."""
    return SafeText(_UNSAFE_IN_LITERAL.sub(escaped, json.dumps(text, ensure_ascii=False)))


def deprecation_text(
    deprecation: ir.Deprecation, code: Callable[[str], str] = str, text: Callable[[str], str] = str
) -> str:
    """Return since when something is deprecated and what to use instead, without a full stop; it may be empty.

    `code` marks up the path of a property, `text` any other text of the schema.
    """
    use = deprecation.use.removesuffix(".")
    replacement = code(use) if _PROPERTY_PATH.fullmatch(use) else text(use)
    since = deprecation.since and f"since contract {text(deprecation.since)}"
    return "; ".join(filter(None, (since, use and f"use {replacement}")))


def environment(
    templates: Path,
    filters: Mapping[str, Callable[..., Any]] | None = None,
    tests: Mapping[str, Callable[..., bool]] | None = None,
) -> "Environment":
    """Return the Jinja environment for a folder of templates. It rejects every value that is not a SafeText."""
    # Declarations of targets import this file, to check schemas without a template engine.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    jinja_environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=False,  # noqa: S701 - the output is not HTML; `finalize` rejects every other text
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_only_safe_text,
    )
    jinja_environment.filters.update(filters or {})
    jinja_environment.tests.update(tests or {})
    return jinja_environment


def _only_safe_text(value: object) -> SafeText:
    if not isinstance(value, SafeText):
        raise TypeError(f"a template renders {value!r}, which is not a SafeText")
    return value
