"""Characters that no generated text shows unescaped."""

from __future__ import annotations

import re

# A list, because Python's Unicode tables change with its version and the output must not.
HIDDEN = "\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
"""For the inside of a character class: control characters, bidirectional formatting, the byte order mark,
and halves of surrogate pairs."""
INVISIBLE = re.compile(f"[{HIDDEN}]")
LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


def escaped(match: re.Match[str]) -> str:
    """Return the character of a match as a JSON escape."""
    return f"\\u{ord(match[0]):04x}"
