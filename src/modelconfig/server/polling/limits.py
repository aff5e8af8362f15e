"""Define the limits of polling that an operator can set, and check a document against them before it is parsed.

Parsed values take many times the memory of their text, so the tokens of the text are counted first, up to the first
array or object that is too long.
"""

import json
import re
from dataclasses import dataclass
from math import inf

from modelconfig.diagnostics.json_tokens import TOKEN
from modelconfig.jsontext.positions import offset_positions
from modelconfig.jsontext.scanner import MAX_DEPTH


@dataclass(frozen=True, slots=True)
class PollingLimits:
    """The limits that an operator can set; those of a document are many times what a catalogue needs."""

    connect_seconds: float = 5.0
    """Time limit for connecting, including proxy and TLS."""
    total_seconds: float = 30.0
    """Time limit for the whole response, including redirects."""
    max_size: int = 1 << 20
    """Maximum bytes of a document, both as sent and decompressed."""
    max_providers: int = 1_000
    """Maximum providers of a document."""
    max_models: int = 10_000
    """Maximum models of a document."""
    max_properties: int = 256
    """Maximum properties of each object of a document."""
    minimum_share: float = 0.5
    """The share of the models that a newer document must keep; 0 accepts any document with a model."""
    reject_client_side_config: bool = False
    """Whether a document with `clientSideConfig` is rejected."""
    poll_redirects: bool = False
    """Whether redirects to other hosts are followed."""
    trusted_seconds: float = 24 * 3600.0
    """How long 304 responses are trusted after the last full response; then the document is fetched in full."""

    def excess(self, body: bytes) -> str | None:
        """Return what a document has too many of, and the option that sets the limit; None if nothing.

        Of invalid JSON, the part before the first syntax error counts at least, since that is what a parser reads.
        """
        text = body.decode("utf-8", "replace")
        arrays = {"providers": self.max_providers, "models": self.max_models}
        name = ""
        open_items: list[_Items] = []
        for token in TOKEN.finditer(text):
            mark = token.group() if token.lastgroup == "mark" else ""
            if token.lastgroup == "string" and len(open_items) == 1:
                name = _content(token)
            elif mark == "{":
                open_items.append(_Items("properties", self.max_properties, token.start()))
            elif mark == "[":
                limit = arrays.get(name, inf) if len(open_items) == 1 else inf
                open_items.append(_Items(name, limit, token.start()))
            elif mark and not open_items:
                return None
            elif mark in ("]", "}"):
                open_items.pop()
            elif mark == ",":
                items = open_items[-1]
                items.number += 1
                if items.number > items.limit:
                    return items.excess(text)
            if len(open_items) > MAX_DEPTH:
                return None
        return None


@dataclass(slots=True)
class _Items:
    """The items of an array, or the properties of an object, that starts at an offset."""

    kind: str
    """What they are, as in the name of the option."""
    limit: float
    offset: int
    number: int = 1
    """The number of those so far, by their commas; 1 also while there is none."""

    def excess(self, text: str) -> str:
        """Return what is wrong with more items than the limit."""
        subject = "it"
        if self.kind == "properties":
            [(line, column)] = offset_positions(text, [self.offset])
            subject = f"the object at line {line}, column {column}"
        return f"{subject} has more than {self.limit} {self.kind} (--poll-max-{self.kind})"


def _content(token: re.Match[str]) -> str:
    """Return the content of a string; an invalid one is not the name of a known property."""
    try:
        return str(json.loads(token.group()))
    except ValueError:
        return ""
