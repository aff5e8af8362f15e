"""Loading model configurations: the one that comes with this package, or a file, as a reader that tolerates the future.

The embedded one needs the standard library alone; checking a file imports the validator.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from modelconfig.errors import DataMissing

if TYPE_CHECKING:
    import os

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.jsontext.reader import Source
    from modelconfig_types.model import ModelConfiguration

EMBEDDED = "models.json"
"""The embedded document's file name within the generated package."""


def load(source: str | os.PathLike[str] | bytes | None = None) -> ModelConfiguration:
    """Return a model configuration: the embedded one, or the one in a file or in bytes.

    Unknown members and future values are accepted and kept. A path of `-` is standard input. Raises DocumentInvalid,
    with every problem in its `problems`, when the content does not fit; Unreadable, one of its kinds, when there is no
    JSON to look at; DataMissing when the generated package is not there.
    """
    if source is None:
        return _embedded()
    document = load_document(source)
    from modelconfig_types import ShapeError
    from modelconfig_types.model import ModelConfiguration

    try:
        return ModelConfiguration.from_json(document)
    except ShapeError as why:
        from modelconfig.diagnostics.problem import error
        from modelconfig.errors import DocumentInvalid

        found = error("MC101", f"expected {why.expected}, found {why.found}", pointer=why.pointer)
        raise DocumentInvalid([found]) from None


def load_document(source: str | os.PathLike[str] | bytes | None = None) -> dict[str, Any]:
    """Return a model configuration as a JSON value that is the caller's own; otherwise as `load`."""
    if source is None:
        document: dict[str, Any] = json.loads(_embedded_bytes())
        return document
    _, value, problems = examine(source)
    from modelconfig.diagnostics.problem import has_errors
    from modelconfig.jsontext.reader import NOTHING

    if has_errors(problems):
        from modelconfig.errors import DocumentInvalid, Unreadable

        raise (Unreadable if value is NOTHING else DocumentInvalid)(problems)
    checked: dict[str, Any] = value
    return checked


def examine(
    source: str | os.PathLike[str] | bytes, name: str = "<bytes>", most: int | None = None
) -> tuple[Source | None, Any, list[Problem]]:
    """Return the text, the JSON value or `reading.NOTHING`, and what is wrong with it to a tolerant reader.

    Problems carry file, line and column; `name` is the file to name where bytes are given. `most`
    problems of a kind are enough, if given: what a stranger sends may have millions. Raises DataMissing.
    """
    from modelconfig.diagnostics.problem import in_file
    from modelconfig.jsontext.positions import locate_problems
    from modelconfig.jsontext.reader import NOTHING, decode, parse_json, read_source
    from modelconfig.schema.embedded import embedded
    from modelconfig.schema.validator import Checker

    text, problems = decode(source, name) if isinstance(source, bytes) else read_source(source)
    if text is None:
        return None, NOTHING, problems
    value, found = parse_json(text.text, most)
    if value is not NOTHING:
        found = found + locate_problems(Checker(embedded("model.consumer")).problems(value, most), text.text)
    return text, value, problems + in_file(found, text.name)


@cache
def _embedded() -> ModelConfiguration:
    document = json.loads(_embedded_bytes())
    from modelconfig_types.model import ModelConfiguration

    return ModelConfiguration.from_json(document)


def _embedded_bytes() -> bytes:
    # What `schemas.embedded_bytes` does costs more imports than reading this one file is worth.
    try:
        import modelconfig_types
    except ModuleNotFoundError:
        raise DataMissing(f"the generated package modelconfig_types is not installed: {_remedy('types')}") from None
    spec = modelconfig_types.__spec__
    read = getattr(spec.loader, "get_data", None)
    folder = (spec.submodule_search_locations or [""])[0]
    try:
        if read is None:
            raise FileNotFoundError(EMBEDDED)
        data: bytes = read(f"{folder}/{EMBEDDED}")
    except OSError:
        raise DataMissing(f"the generated package has no {EMBEDDED}: {_remedy('config')}") from None
    return data


def _remedy(stage: str) -> str:
    return f"run `python -m codegen {stage}` in the project's directory, or install cody-modelconfig again"
