"""The words of a property's name or a listed value, from which each language makes its names."""

import re

_WORDS = re.compile(r"[A-Za-z0-9]+(?:[ ./:_-][A-Za-z0-9]+)*")
_PART = re.compile(r"[A-Za-z0-9]+|.", re.DOTALL)


def words(text: str) -> list[str]:
    """Return the words, of ASCII letters and digits, that name a property or listed value in generated code.

    They depend on this text alone. A single separator ends a word, as in `text/plain`. A text of any other form is
    spelled out: each character that is not a letter or digit is a word, its code point: `+1` is `U002B` and `1`.
    """
    if not text:
        return ["Empty"]
    if _WORDS.fullmatch(text):
        return re.split("[^A-Za-z0-9]", text)
    parts = _PART.findall(text)
    names = {part: part if part.isascii() and part.isalnum() else f"U{ord(part):04X}" for part in set(parts)}
    return [names[part] for part in parts]
