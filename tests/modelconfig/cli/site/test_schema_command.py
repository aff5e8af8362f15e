"""The commands `schema` and `site schema`: the schema for editors of each kind of document."""

from __future__ import annotations

import json
from typing import Any

import pytest

from codegen.pipeline import check_schemas
from codegen.schema.traversal import subschemas
from modelconfig.cli.site.schema_command import DOCUMENTS
from modelconfig.documents.known_values import with_known_values
from modelconfig.documents.loader import load_document
from modelconfig.schema.validator import Checker
from tests.codegen.schema.schema_cases import ROOT
from tests.helpers.command_line import run


def printed(*arguments: str) -> Any:
    done = run(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_every_kind_of_document_has_a_name() -> None:
    assert set(DOCUMENTS) == check_schemas(ROOT / "schema")[0].derived.documents.keys()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_schema_has_the_known_values_of_the_catalogue(name: str) -> None:
    comment = f"Printed by `modelconfig schema {name}`. To update the known model references, print it again."
    schemas = check_schemas(ROOT / "schema")[0].derived.editor
    expected = {**with_known_values(schemas[name], load_document()), "$comment": comment}
    found = printed("schema", name)
    # A part is printed with the definitions of the whole document.
    assert {**found, "$defs": {key: found["$defs"][key] for key in expected["$defs"]}} == expected


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_known_value_is_valid(name: str) -> None:
    schema = printed("schema", name)
    annotated = [node for _, node in subschemas(schema) if "x-known-values" in node]
    invalid = [value for node in annotated for value in node["examples"] if not Checker(node).is_valid(value)]
    assert invalid == []
    assert annotated or name == "completions"


def test_site_schema_is_the_schema_of_a_whole_site_configuration() -> None:
    site, by_name = printed("site", "schema"), printed("schema", "site")
    assert {**site, "$comment": ""} == {**by_name, "$comment": ""}
    assert "`modelconfig site schema`" in site["$comment"]


def test_an_unknown_name_is_reported_with_all_names() -> None:
    done = run("schema", "sites")
    assert done.returncode == 2
    assert all(f"'{name}'" in done.stderr for name in DOCUMENTS)
