"""Load model configurations: the embedded one, a file, or a value.

The embedded one needs the standard library only; validating a file imports the validator.
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

    Unknown properties and future values are accepted and kept. A path of `-` is standard input. Raises DocumentInvalid,
    with every problem in its `problems`, when the content is invalid; its subclass Unreadable when there is no JSON
    value; DataMissing when the generated package is missing.
    """
    if source is None:
        return _embedded()
    document = load_document(source)
    from modelconfig_types import ShapeError
    from modelconfig_types.model import ModelConfiguration

    try:
        return ModelConfiguration.from_json(document)
    except ShapeError as exception:
        from modelconfig.diagnostics.problem import error
        from modelconfig.errors import DocumentInvalid

        problem = error("MC101", f"expected {exception.expected}, found {exception.found}", pointer=exception.pointer)
        raise DocumentInvalid([problem]) from None


def load_document(source: str | os.PathLike[str] | bytes | None = None) -> dict[str, Any]:
    """Return a model configuration as a JSON value, which the caller may change; otherwise as `load`."""
    if source is None:
        document: dict[str, Any] = json.loads(embedded_document_bytes())
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
    source: str | os.PathLike[str] | bytes, name: str = "<bytes>", limit: int | None = None
) -> tuple[Source | None, Any, list[Problem]]:
    """Return the text, the JSON value or `NOTHING`, and the problems in the lenient profile.

    Null for a required array is an empty array in the value.
    Problems carry file, line and column; `name` is the file's name where bytes are given. With `limit`, checks stop
    after that many problems of a kind: an untrusted document may have millions. Raises DataMissing.
    """
    from modelconfig.diagnostics.problem import in_file
    from modelconfig.documents.empty_arrays import with_empty_arrays
    from modelconfig.documents.file_kinds import instead_of_document
    from modelconfig.jsontext.positions import locate_problems
    from modelconfig.jsontext.reader import NOTHING, decode, parse_json, read_source
    from modelconfig.schema.validator import embedded_validator

    decoded, problems = decode(source, name) if isinstance(source, bytes) else read_source(source)
    if decoded is None:
        return None, NOTHING, problems
    value, value_problems = parse_json(decoded.text, limit)
    other_kind = instead_of_document(decoded.text, decoded.name, value)
    if other_kind is not None:
        value_problems = locate_problems([other_kind], decoded.text)
    elif value is not NOTHING:
        schema_problems = embedded_validator("model.consumer").problems(value, limit)
        value_problems = value_problems + locate_problems(schema_problems, decoded.text)
        value = with_empty_arrays(value)
    return decoded, value, problems + in_file(value_problems, decoded.name)


@cache
def _embedded() -> ModelConfiguration:
    document = json.loads(embedded_document_bytes())
    from modelconfig_types.model import ModelConfiguration

    return ModelConfiguration.from_json(document)


def embedded_document_bytes() -> bytes:
    """Return the bytes of the embedded document. Raises DataMissing."""
    # `schema.embedded.embedded_bytes` does the same, but its imports take longer than reading this one file.
    try:
        import modelconfig_types
    except ModuleNotFoundError:
        raise DataMissing(f"the generated package modelconfig_types is not installed: {_fix('types')}") from None
    spec = modelconfig_types.__spec__
    read = getattr(spec.loader, "get_data", None)
    folder = (spec.submodule_search_locations or [""])[0]
    try:
        if read is None:
            raise FileNotFoundError(EMBEDDED)
        data: bytes = read(f"{folder}/{EMBEDDED}")
    except OSError:
        raise DataMissing(f"the generated package has no {EMBEDDED}: {_fix('config')}") from None
    return data


def _fix(stage: str) -> str:
    return f"run `python -m codegen {stage}` in the project's folder, or install cody-modelconfig again"
