"""Model configurations of any size, made from the models of the catalogue."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def write_document(target: Path, catalogue: Path, models: int) -> None:
    """Write a valid document with this number of models.

    It is written in pieces, because the memory of this process must stay small.
    """
    document = json.loads(catalogue.read_text("utf-8"))
    models_of_catalogue = document.pop("models")
    text = json.dumps(document, indent=2, ensure_ascii=False).removesuffix("\n}")
    with target.open("w", encoding="utf-8") as file:
        file.write(text + ',\n  "models": [')
        for number, model in enumerate(repeated_models(models_of_catalogue, models)):
            file.write((",\n    " if number else "\n    ") + json.dumps(model, ensure_ascii=False))
        file.write("\n  ]\n}\n")


def repeated_models(models_of_catalogue: list[dict[str, Any]], models: int) -> Iterator[dict[str, Any]]:
    """Yield the models repeatedly, each with its own reference and nothing that a rule warns about.

    A warning costs more than a model, and the documents are to represent the usual case.
    """
    for number in range(models):
        original = models_of_catalogue[number % len(models_of_catalogue)]
        generation = number // len(models_of_catalogue)
        model = {**original, "displayName": f"{original.get('displayName', 'Model')} {number}"}
        if generation:
            model["modelRef"] = f"{original['modelRef']}-{generation}"
        if "estimatedModelCost" in model:
            model["estimatedModelCost"] = {"unit": "mtok", "inputTokenPennies": 300, "outputTokenPennies": 1500}
        yield model
