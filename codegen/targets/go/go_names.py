"""Go names (`modelRef` to `ModelRef`), and which of them share a scope."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from codegen.ir import model as ir
from codegen.targets.safe_text import SafeText
from codegen.targets.scopes import Scope, distinct_definitions
from codegen.targets.words import words

TEMPLATES = Path(__file__).with_name("templates")
_DECLARATION = re.compile(r"^(?:func|type|var|const) (\w+)", re.MULTILINE)
_USED_IN_STRUCTS = frozenset({"MarshalJSON", "Unknown", "UnmarshalJSON"})
_WORD = re.compile(r"[A-Z][a-z0-9]*(?![a-z])")
_INITIALISMS = (
    # Those of staticcheck and golint.
    "ACL AMQP API ASCII CPU CSS DB DNS EOF GID GUID HTML HTTP HTTPS ID IP JSON LHS QPS RAM RHS RPC RTP SIP SLA SMTP "
    "SQL SSH TCP TLS TS TTL UDP UI UID URI URL UTF8 UUID VM XML XMPP XSRF XSS "
    # Those of the domain.
    "AI ARN AWS LLM TGI"
)
_SPELLINGS = {word.capitalize(): word for word in _INITIALISMS.split()} | {
    "Openai": "OpenAI",
    "Openaicompatible": "OpenAICompatible",
}
"""The words of Go names that have capitals inside, by the capitalised word."""


@cache
def exported(name: str) -> SafeText:
    """Return the exported Go name of a definition, property or value: `modelRef` as ModelRef, `baseUrl` as BaseURL."""
    parts: list[str] = []
    all_words = words(name)
    spellings = {word: _WORD.sub(_spelled, word[0].upper() + word[1:]) for word in set(all_words)}
    for word in all_words:
        if parts and parts[-1][-1:].isdigit() and word[0].isdigit():
            parts.append("_")
        parts.append(spellings[word])
    return SafeText("".join(parts))


def _spelled(match: re.Match[str]) -> str:
    return _SPELLINGS.get(match[0], match[0])


def constant(enumeration: str, name: str) -> SafeText:
    """Return the name of the constant of a listed value."""
    return SafeText(exported(enumeration) + exported(name))


def union_functions(name: str) -> dict[str, SafeText]:
    """Return the names of the functions of a union by what they do."""
    return {
        "unmarshal": SafeText(f"Unmarshal{exported(name)}"),
        "read": SafeText(f"readVariantOf{exported(name)}"),
        "write": SafeText(f"writeVariantOf{exported(name)}"),
    }


def scopes(modules: Sequence[ir.Module]) -> Iterator[Scope]:
    """Yield the scopes of the generated package: the package itself, where constants meet types, and each struct."""
    definitions = distinct_definitions(modules)
    package = Scope(_declared_in_package())
    for definition in definitions:
        package.add_definition(definition, [exported(definition.name)])
    for definition in definitions:
        match definition:
            case ir.ObjectType():
                fields = Scope(_USED_IN_STRUCTS)
                fields.add_properties(definition, exported)
                yield fields
            case ir.Enum():
                package.add_values(definition, partial(constant, definition.name))
            case ir.Union():
                package.add_definition(definition, union_functions(definition.name).values())
    yield package


def _declared_in_package() -> frozenset[str]:
    """Return what the templates declare whatever the schema is."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(TEMPLATES.glob("*.go.jinja"))]
    return frozenset(name for text in texts for name in _DECLARATION.findall(text))
