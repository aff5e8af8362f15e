"""Model configurations of any size, made from the catalogue's own models."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def write_document(target: Path, catalogue: Path, models: int) -> None:
    """Write a valid document with so many models, piece by piece: this process's own memory must stay small."""
    document = json.loads(catalogue.read_text("utf-8"))
    originals = document.pop("models")
    text = json.dumps(document, indent=2, ensure_ascii=False).removesuffix("\n}")
    with target.open("w", encoding="utf-8") as file:
        file.write(text + ',\n  "models": [')
        for number, model in enumerate(repeated(originals, models)):
            file.write((",\n    " if number else "\n    ") + json.dumps(model, ensure_ascii=False))
        file.write("\n  ]\n}\n")


def repeated(originals: list[dict[str, Any]], models: int) -> Iterator[dict[str, Any]]:
    """Yield the originals over and over, with references of their own and nothing that a rule warns about.

    A warning costs more than a model does; the documents are to measure the usual case.
    """
    for number in range(models):
        original = originals[number % len(originals)]
        generation = number // len(originals)
        model = {**original, "displayName": f"{original.get('displayName', 'Model')} {number}"}
        if generation:
            model["modelRef"] = f"{original['modelRef']}-{generation}"
        if "estimatedModelCost" in model:
            model["estimatedModelCost"] = {"unit": "mtok", "inputTokenPennies": 300, "outputTokenPennies": 1500}
        yield model
