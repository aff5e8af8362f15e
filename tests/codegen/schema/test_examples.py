"""The schemas are valid and documented, and their examples and defaults are valid against them."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.codegen.schema.sources import FILES, subschemas, validator

SAMPLES = [
    pytest.param(file, pointer, sample, id=f"{file}#{pointer} {kind}")
    for file in FILES
    for pointer, schema in subschemas(file)
    for kind, sample in [
        *(("default", value) for key, value in schema.items() if key == "default"),
        *((f"example {number}", value) for number, value in enumerate(schema.get("examples", []), 1)),
    ]
]
WRITTEN_BY_ADMINISTRATORS = ("completions.json", "site.json")


@pytest.mark.parametrize("file", FILES)
def test_is_a_2020_12_schema(file: str) -> None:
    Draft202012Validator.check_schema(FILES[file])


@pytest.mark.parametrize(("file", "pointer", "sample"), SAMPLES)
def test_sample_is_valid(file: str, pointer: str, sample: Any) -> None:
    assert [error.message for error in validator(file, pointer).iter_errors(sample)] == []


def test_every_file_has_samples() -> None:
    assert {sample.values[0] for sample in SAMPLES} == set(FILES)


@pytest.mark.parametrize("file", FILES)
def test_every_definition_property_and_value_is_described(file: str) -> None:
    silent = [
        pointer
        for pointer, schema in subschemas(file)
        if (pointer.split("/")[-2] in {"$defs", "properties"} or "const" in schema)
        and not schema.get("description", "").strip()
    ]
    assert silent == []


@pytest.mark.parametrize("file", FILES)
def test_descriptions_are_complete_sentences(file: str) -> None:
    broken = [
        pointer
        for pointer, schema in subschemas(file)
        if "description" in schema and not schema["description"].endswith(".")
    ]
    assert broken == []


@pytest.mark.parametrize("file", WRITTEN_BY_ADMINISTRATORS)
def test_every_object_that_administrators_write_has_an_example(file: str) -> None:
    records = FILES[file]["$defs"]
    assert [name for name, schema in records.items() if "properties" in schema and not schema.get("examples")] == []


def test_definition_names_are_unique_over_all_files() -> None:
    names = Counter(name.lower() for schema in FILES.values() for name in schema["$defs"])
    assert [name for name, count in names.items() if count > 1] == []


def test_one_file_has_the_contract_version() -> None:
    assert [name for name, schema in FILES.items() if "x-version" in schema] == ["model.json"]


@pytest.mark.parametrize("file", FILES)
def test_properties_named_like_credentials_are_marked(file: str) -> None:
    # Exceptions by value: a query parameter for a token and the path of a file are not credentials.
    credentials = {"accessToken", "credentialsJSON", "headers", "basicAuth", "formData", "queryParams", "licenseKey"}
    open_ones = [
        pointer
        for pointer, schema in subschemas(file)
        if pointer.split("/")[-2] == "properties"
        and pointer.split("/")[-1] in credentials
        and schema.get("x-secret") is not True
    ]
    assert open_ones == []
