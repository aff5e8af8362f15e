"""What can be explained: a model, a provider or the default models, found by the name that somebody gave."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from modelconfig.diagnostics.phrases import listing, quote
from modelconfig.diagnostics.problem import Problem, error
from modelconfig.diagnostics.suggestions import did_you_mean
from modelconfig.documents.queries import model_id
from modelconfig.documents.refs import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DEFAULTS: Final = "defaultModels"
_ALSO_DEFAULTS: Final = "defaults"
_MOST_CANDIDATES: Final = 5_000
"""Names that a misspelt one is compared with; each takes a while."""


class SubjectKind(StrEnum):
    """What an explanation is about. The values are what people and programs read."""

    MODEL = "model"
    PROVIDER = "provider"
    DEFAULTS = "defaults"


class Subject(NamedTuple):
    """What was found: its position in the merged document, None if it is not there, and whether one is supplied."""

    kind: SubjectKind
    name: str
    position: int | None = None
    supplied: bool = False


def find_subject(document: Mapping[str, Any], base: Mapping[str, Any], name: str) -> Subject | Problem:
    """Return what a name stands for in a merged document or in the base, or the problem that it stands for nothing.

    The id of a provider comes before the ModelID of a model. A ModelID may be that of one model only: of the merged
    ones, or where none has it, of those that are kept out.
    """
    if name == DEFAULTS:
        return Subject(SubjectKind.DEFAULTS, name)
    found = _find(SubjectKind.PROVIDER, "id", document["providers"], base["providers"], name)
    if found is not None:
        return found
    if name == _ALSO_DEFAULTS:
        return Subject(SubjectKind.DEFAULTS, DEFAULTS)
    refs = [name] if SEPARATOR in name else _refs_of(document, name) or _refs_of(base, name)
    if len(refs) > 1:
        message = f"{quote(name)} is the ModelID of {listing(refs)}"
        return error("MC345", message, hint="Give the whole reference.")
    found = _find(SubjectKind.MODEL, "modelRef", document["models"], base["models"], refs[0]) if refs else None
    return found if found is not None else _unknown(document, base, name)


def _find(
    kind: SubjectKind, key: str, merged: Sequence[Mapping[str, Any]], supplied: Sequence[Mapping[str, Any]], name: str
) -> Subject | None:
    position = next((place for place, item in enumerate(merged) if item[key] == name), None)
    there = any(item[key] == name for item in supplied)
    return Subject(kind, name, position, there) if there or position is not None else None


def _refs_of(document: Mapping[str, Any], name: str) -> list[str]:
    return [model["modelRef"] for model in document["models"] if model_id(model) == name]


def _unknown(document: Mapping[str, Any], base: Mapping[str, Any], name: str) -> Problem:
    models = [*document["models"], *base["models"]]
    if SEPARATOR in name:
        known = [model["modelRef"] for model in models]
    else:
        known = [provider["id"] for provider in (*document["providers"], *base["providers"])]
        known += [model_id(model) for model in models] + [DEFAULTS]
    hint = did_you_mean(name, list(dict.fromkeys(known))[:_MOST_CANDIDATES])
    message = f"there is no model and no provider {quote(name)}, neither merged nor supplied"
    return error("MC345", message, hint=hint or "Give a model's reference, a provider's id, or `defaultModels`.")
