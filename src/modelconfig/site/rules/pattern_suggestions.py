"""Suggest a pattern for one that matches no catalogue model: each suggestion matches one that is not deprecated."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from modelconfig.documents.refs import SEPARATOR
from modelconfig.site.filters import Filters

_MAX_LENGTH = 200
MAX_SUGGESTIONS = 20
"""Patterns for which another one is searched; each search compares all references."""


def suggested_pattern(rule: str, base_models: Mapping[str, Mapping[str, Any]]) -> str:
    """Return a pattern that the administrator may have meant, or "" where none matches a current catalogue model."""
    text = rule.strip(" /^$").replace(".*", "*")
    if not text.strip("*") or len(text) > _MAX_LENGTH:
        return ""
    models = [{"modelRef": ref} for ref, model in base_models.items() if ref and model.get("status") != "deprecated"]
    for pattern in _candidates(text, [model["modelRef"] for model in models]):
        if pattern != rule and Filters({"sourcegraph": {"modelFilters": {"allow": [pattern]}}}, "").apply(models):
            return pattern
    return ""


def _candidates(text: str, refs: list[str]) -> Iterator[str]:
    literal = text.strip("*")
    start, end = "*" * text.startswith("*"), "*" * text.endswith("*")
    # The same pattern in the case of a reference.
    for ref in refs:
        found = re.search(re.escape(literal), ref, re.IGNORECASE)
        if found and (start or not found.start()) and (end or found.end() == len(ref)):
            yield f"{start}{found[0]}{end}"
    parts = re.split(r":+|/", literal.casefold())
    matching = [ref for ref in refs if _has_parts(ref.casefold().split(SEPARATOR), parts)]
    if len(parts) > 1 and len(matching) == 1:
        yield matching[0]
    for ref in refs:
        provider, _, name = ref.split(SEPARATOR, 2) if ref.count(SEPARATOR) >= 2 else (ref, "", ref)
        if provider.casefold() == literal.casefold():
            yield f"{provider}{SEPARATOR}*"
        if not end and name.casefold() == parts[-1]:
            yield f"*{SEPARATOR}{name}"
        if name.casefold().startswith(literal.casefold()):
            yield f"*{SEPARATOR}{name[: len(literal)]}*"
    for ref in refs:
        found = re.search(re.escape(literal), ref, re.IGNORECASE)
        if found:
            yield f"*{found[0]}*"


def _has_parts(ref_parts: list[str], parts: list[str]) -> bool:
    return ref_parts[0] == parts[0] and ref_parts[-1] == parts[-1]
