"""What can be explained: a model, a provider or the defaults, found by name."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, Final, NamedTuple

from modelconfig.diagnostics.phrases import listing, quote
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.documents.queries import model_id
from modelconfig.documents.refs import SEPARATOR

DEFAULTS: Final = "defaultModels"
_DEFAULTS_ALIAS: Final = "defaults"
_MAX_CANDIDATES: Final = 5_000
"""Names that a misspelt one is compared with; each comparison takes time."""


class SubjectKind(StrEnum):
    """The kind of what an explanation is about. The values are shown and are part of the JSON format."""

    MODEL = "model"
    PROVIDER = "provider"
    DEFAULTS = "defaults"


class Subject(NamedTuple):
    """What was found: its index in the merged document, None if it is not there, and whether it is in the base."""

    kind: SubjectKind
    name: str
    position: int | None = None
    in_base: bool = False


def find_subject(document: Mapping[str, Any], base: Mapping[str, Any], name: str) -> Subject | Problem:
    """Return the subject of that name in a merged document or in the base, or the problem that none exists.

    Ids of providers are searched before ModelIDs. A ModelID must belong to one model only: of the merged models, or if
    none has it, of those that are not offered.
    """
    if name == DEFAULTS:
        return Subject(SubjectKind.DEFAULTS, name)
    subject = _find(SubjectKind.PROVIDER, "id", document["providers"], base["providers"], name)
    if subject is not None:
        return subject
    if name == _DEFAULTS_ALIAS:
        return Subject(SubjectKind.DEFAULTS, DEFAULTS)
    refs = [name] if SEPARATOR in name else _refs_of(document, name) or _refs_of(base, name)
    if len(refs) > 1:
        message = f"{quote(name)} is the ModelID of {listing(refs)}"
        return error("MC345", message, hint="Use the full reference.")
    subject = _find(SubjectKind.MODEL, "modelRef", document["models"], base["models"], refs[0]) if refs else None
    return subject if subject is not None else _unknown(document, base, name)


def _find(
    kind: SubjectKind, key: str, merged: Sequence[Mapping[str, Any]], base: Sequence[Mapping[str, Any]], name: str
) -> Subject | None:
    position = next((index for index, item in enumerate(merged) if item[key] == name), None)
    in_base = any(item[key] == name for item in base)
    return Subject(kind, name, position, in_base) if in_base or position is not None else None


def _refs_of(document: Mapping[str, Any], name: str) -> list[str]:
    return [model["modelRef"] for model in document["models"] if model_id(model) == name]


def _unknown(document: Mapping[str, Any], base: Mapping[str, Any], name: str) -> Problem:
    models = [model for model in (*document["models"], *base["models"]) if model.get("status") != "deprecated"]
    if SEPARATOR in name:
        candidates = [model["modelRef"] for model in models]
    else:
        candidates = [provider["id"] for provider in (*document["providers"], *base["providers"])]
        candidates += [model_id(model) for model in models] + [DEFAULTS]
    hint = did_you_mean(name, list(dict.fromkeys(candidates))[:_MAX_CANDIDATES])
    message = f"unknown model or provider {quote(name)}"
    return error("MC345", message, hint=hint or "Specify a model's reference, a provider's id, or `defaultModels`.")
