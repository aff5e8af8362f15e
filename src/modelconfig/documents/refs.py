"""Model references `provider::apiVersion::modelID`: parse, check, sanitize."""

from collections.abc import Iterable
from dataclasses import dataclass

from modelconfig.diagnostics.phrases import listing, quote
from modelconfig.diagnostics.problem import Problem, error

SEPARATOR = "::"
ALLOWED = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?#[]@!$&'()*+,;=%")
"""The characters of a provider's id and of each part of a reference."""
ALLOWED_IN_WORDS = "letters, digits and - . _ ~ / ? # [ ] @ ! $ & ' ( ) * + , ; = %"

_MAX_CANDIDATES = 5_000
"""References that a misspelt one is compared with; each comparison takes time."""
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
        """The reference as text."""
        return SEPARATOR.join((self.provider, self.api_version, self.model_id))


def parse_ref(text: str) -> ModelRefParts:
    """Return the parts of a reference. Raises InvalidRef, with every problem, if the text is not a reference."""
    problems = check_ref(text)
    if problems:
        from modelconfig.errors import InvalidRef

        raise InvalidRef("; ".join(problem.message for problem in problems))
    return ModelRefParts(*text.split(SEPARATOR))


def check_ref(text: str) -> list[Problem]:
    """Return the problems of a reference, part by part."""
    format_hint = "Write provider::apiVersion::modelID, as in anthropic::2024-10-22::claude-sonnet-5-latest."
    if not text:
        return [error("MC105", "the model reference is empty", hint=format_hint)]
    parts = text.split(SEPARATOR)
    if len(parts) != len(_PARTS):
        message = f'{quote(text)} is not a model reference: expected {len(_PARTS)} parts separated by "::", found'
        return [error("MC105", f"{message} {len(parts)}", hint=format_hint)]
    problems = []
    for part_name, part in zip(_PARTS, parts, strict=True):
        invalid = sorted(set(part) - ALLOWED)
        if not part:
            problems.append(error("MC105", f"{quote(text)}: the {part_name} is empty", hint=format_hint))
        elif invalid:
            hint = f"Valid characters: {ALLOWED_IN_WORDS}. A valid name is {quote(sanitize_name(part))}."
            message = f"{quote(text)}: the {part_name} must not contain {listing(invalid)}"
            problems.append(error("MC105", message, hint=hint))
    return problems


def suggest_ref(ref: str, known_refs: Iterable[str]) -> str:
    """Return a question that suggests the nearest known reference, of the same provider if that has models, or ""."""
    from modelconfig.diagnostics.suggestions import did_you_mean

    refs = list(known_refs)
    provider = ref.partition(SEPARATOR)[0] + SEPARATOR
    candidates = [known_ref for known_ref in refs if known_ref.startswith(provider)] or refs
    return did_you_mean(ref, candidates[:_MAX_CANDIDATES])


def sanitize_name(name: str | bytes) -> str:
    """Return the name with `_` for each byte of its UTF-8 form that is not allowed in a part of a reference.

    Bytes and not characters, as other implementations do: "é" gives two. A valid name and "" stay as they are.
    """
    data = name if isinstance(name, bytes) else name.encode("utf-8", "surrogatepass")
    return "".join(chr(byte) if byte in _ALLOWED_BYTES else "_" for byte in data)
