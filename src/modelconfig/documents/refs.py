"""References of models, `provider::apiVersion::modelID`: their parts, what is wrong with one, and fit names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from modelconfig.diagnostics.phrases import listing, quote
from modelconfig.diagnostics.problem import error

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem

SEPARATOR = "::"
ALLOWED = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?#[]@!$&'()*+,;=%")
"""The characters of a provider's id and of each part of a reference."""
ALLOWED_IN_WORDS = "letters, digits and - . _ ~ / ? # [ ] @ ! $ & ' ( ) * + , ; = %"

_PARTS = ("provider", "API version", "model ID")
_ALLOWED_BYTES = frozenset("".join(ALLOWED).encode())


@dataclass(frozen=True, slots=True)
class ModelRefParts:
    """The three parts of a reference."""

    provider: str
    api_version: str
    model_id: str

    @property
    def ref(self) -> str:
        """The reference as one text."""
        return SEPARATOR.join((self.provider, self.api_version, self.model_id))


def parse_ref(text: str) -> ModelRefParts:
    """Return the parts of a reference. Raises InvalidRef, with everything that is wrong, if it is none."""
    problems = check_ref(text)
    if problems:
        from modelconfig.errors import InvalidRef

        raise InvalidRef("; ".join(found.message for found in problems))
    return ModelRefParts(*text.split(SEPARATOR))


def check_ref(text: str) -> list[Problem]:
    """Return what is wrong with a reference, part by part; nothing if it is one."""
    form = "Write provider::apiVersion::modelID, as in anthropic::2024-10-22::claude-sonnet-4-latest."
    if not text:
        return [error("MC105", "the model reference is empty", hint=form)]
    parts = text.split(SEPARATOR)
    if len(parts) != len(_PARTS):
        return [error("MC105", f"{quote(text)} has {len(parts)} of the three parts of a model reference", hint=form)]
    found = []
    for what, part in zip(_PARTS, parts, strict=True):
        wrong = sorted(set(part) - ALLOWED)
        if not part:
            found.append(error("MC105", f"{quote(text)}: the {what} is empty", hint=form))
        elif wrong:
            hint = f"Allowed are {ALLOWED_IN_WORDS}. A fit name is {quote(sanitize_name(part))}."
            found.append(error("MC105", f"{quote(text)}: the {what} may not contain {listing(wrong)}", hint=hint))
    return found


def sanitize_name(name: str | bytes) -> str:
    """Return the name with `_` for each byte of its UTF-8 form that a part of a reference may not contain.

    Bytes and not characters, as other implementations do: "é" gives two. A fit name and "" stay as they are.
    """
    data = name if isinstance(name, bytes) else name.encode("utf-8", "surrogatepass")
    return "".join(chr(byte) if byte in _ALLOWED_BYTES else "_" for byte in data)
