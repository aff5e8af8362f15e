"""The table of `modelconfig client-check`: what changed for clients since each release, in three situations."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from codegen.evolution.client_changes import PATH, client_changes
from codegen.evolution.releases import FOLDER, SOURCES
from modelconfig.cli.client_check_command import CHANGES
from tests.codegen.evolution.old_readers import FIXTURE
from tests.codegen.schema.schema_cases import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[dict[str, Any]], object]

F, B, U = "fine", "breaks", "undecided"
NEW = {"type": "string", "description": "Something new."}


def model(definitions: dict[str, Any], name: str = "") -> Any:
    """Return the properties of a model, or one of them."""
    properties = definitions["Model"]["properties"]
    return properties[name] if name else properties


def add_required(definitions: dict[str, Any]) -> None:
    model(definitions)["speed"] = NEW
    definitions["Model"]["required"].append("speed")


def remove(definitions: dict[str, Any]) -> None:
    del model(definitions)["modelName"]
    definitions["Model"]["required"].remove("modelName")


EDITS: dict[str, tuple[Edit, list[tuple[str, str, tuple[str, str, str]]]]] = {
    "added": (lambda d: model(d).update(speed=NEW), [("member-added", "Model.speed", (F, F, F))]),
    "required": (add_required, [("required-member-added", "Model.speed", (F, B, B))]),
    "removed": (remove, [("required-member-removed", "Model.modelName", (B, B, F))]),
    "optional": (
        lambda d: d["Model"]["required"].remove("modelName"),
        [("member-made-optional", "Model.modelName", (B, B, F))],
    ),
    "null": (
        lambda d: model(d, "modelName").update(type=["string", "null"]),
        [("null-accepted", "Model.modelName", (B, B, F))],
    ),
    "default": (
        lambda d: model(d, "modelName").update(default="x"),
        [("default-added", "Model.modelName", (U, F, U))],
    ),
    "value": (
        lambda d: d["Capability"]["oneOf"].append({"const": "video", "description": "Watch."}),
        [("open-value-added", "Capability", (F, F, F))],
    ),
    # Administrators, whose files are checked strictly, are not clients.
    "value removed": (
        lambda d: d["Capability"]["oneOf"].pop(),
        [("open-value-removed", "Capability", (F, B, F))],
    ),
    "server": (lambda d: d["ServerSideProviderConfig"].update(description="Other."), []),
    "nothing": (lambda _: None, []),
}


def two_releases(folder: Path, edit: Edit) -> Path:
    """Return schemas with a release as 1.0.0, and as 2.0.0 with an edit of model.json."""
    schema = folder / "schema"
    for version in ("1.0.0", "2.0.0"):
        release = schema / FOLDER / version
        shutil.copytree(FIXTURE.parent, release)
        for path in (release / SOURCES).glob("*.json"):
            value = json.loads(path.read_text("utf-8"))
            value["x-version"] = version
            if path.stem == "model" and version == "2.0.0":
                edit(value["$defs"])
            path.write_text(json.dumps(value), "utf-8")
    return schema


def table(schema: Path) -> Any:
    return json.loads(client_changes(schema)[PATH])


@pytest.mark.parametrize("name", EDITS)
def test_a_change_has_an_effect_in_each_of_the_three_situations(tmp_path: Path, name: str) -> None:
    edit, expected = EDITS[name]
    changes = table(two_releases(tmp_path, edit))
    assert changes["newest"] == "2.0.0"
    assert list(changes["releases"]) == ["1.0.0", "2.0.0"]
    assert changes["releases"]["2.0.0"]["differences"] == []
    found = changes["releases"]["1.0.0"]["differences"]
    assert [(one["what"], one["subject"], (one["keeping"], one["taking"], one["older"])) for one in found] == expected
    assert all(one["message"] for one in found)


def test_reserved_names_and_other_policies_do_not_concern_clients(tmp_path: Path) -> None:
    def without_optional(definitions: dict[str, Any]) -> None:
        del model(definitions)["estimatedModelCost"]

    found = table(two_releases(tmp_path, without_optional))["releases"]["1.0.0"]["differences"]
    assert [one["what"] for one in found] == ["member-removed", "definition-removed", "definition-removed"]


def test_an_accepted_finding_has_the_verdict_of_its_exemption(tmp_path: Path) -> None:
    schema = two_releases(tmp_path, EDITS["default"][0])
    entry = {"since": "1.0.0", "rule": "default-added", "verdict": "compatible", "reason": "It was always so."}
    place = "model.json#/$defs/Model/properties/modelName/default"
    text = json.dumps({"exceptions": [{**entry, "place": place}]})
    (schema / FOLDER / "exceptions.json").write_text(text, "utf-8")
    (one,) = table(schema)["releases"]["1.0.0"]["differences"]
    assert (one["keeping"], one["taking"], one["older"]) == (F, F, F)


def test_without_a_release_there_is_no_table(tmp_path: Path) -> None:
    assert client_changes(tmp_path) == {}


def test_the_table_of_the_package_is_up_to_date() -> None:
    assert client_changes(ROOT / "schema")[PATH] == CHANGES.read_text("utf-8")
