"""A property that is added to the schemas is in every document, without a change of code.

The generator runs on a changed copy of the sources, and the commands run with its output.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SUPPLIED, TOUCHED = "mistral::v1::mixtral-8x7b-instruct", "mistral::v1::mixtral-8x22b-instruct"
SELF_HOSTED = "own::v1::starcoder2-7b"
TOKENS = {"type": "integer", "minimum": 0, "maximum": 9_007_199_254_740_991}
OF_A_MODEL: dict[str, dict[str, Any]] = {
    "family": {"type": "string"},
    "gated": {"type": "boolean"},
    "languages": {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
    "limits": {"$ref": "model.json#/$defs/Limits"},
}
OF_THE_SERVER = {"poolSize": {**TOKENS, "x-visibility": "server"}}
ADDED: dict[str, dict[str, dict[str, dict[str, Any]]]] = {
    "model": {
        "Model": {**OF_A_MODEL, **OF_THE_SERVER},
        "Provider": {"homepage": {"type": "string"}},
        "ContextWindow": {"maxThinkingTokens": TOKENS},
        "ModelCost": {"cachedInputTokenPennies": {"type": "number", "minimum": 0}},
    },
    "catalog": {
        "CatalogModel": OF_A_MODEL,
        "CatalogProvider": {"homepage": {"type": "string"}},
        "CatalogWindow": {"thinking": TOKENS},
        "CatalogCost": {"cachedInput": {"type": "number", "minimum": 0}},
    },
    "site": {
        "ModelOverride": {**OF_A_MODEL, **OF_THE_SERVER},
        "DefaultModelConfig": OF_A_MODEL,
        "SelfHostedModel": {"family": {"type": "string"}},
        "SelfHostedModelOverride": OF_A_MODEL,
        "ProviderOverride": {"homepage": {"type": "string"}},
        "ContextWindowOverride": {"maxThinkingTokens": TOKENS},
        "ModelCostOverride": {"cachedInputTokenPennies": {"type": "number", "minimum": 0}},
    },
}
IN_YAML = {
    "displayName: Mistral\n": "displayName: Mistral\nhomepage: https://mistral.example\n",
    "    displayName: Mixtral 8x7B\n": "    displayName: Mixtral 8x7B\n    family: mixtral\n    gated: false\n"
    "    languages: [Go, Rust]\n    limits: {calls: 0}\n",
    "cost: {unit: mtok, input: 50, output: 50}": "cost: {unit: mtok, input: 50, output: 50, cachedInput: 5}",
}
SITE = {
    "licenseKey": "key",
    "modelConfiguration": {
        "sourcegraph": {},
        "providerOverrides": [
            {
                "id": "own",
                "homepage": "https://own.example",
                "serverSideConfig": {"type": "openaicompatible", "endpoints": [{"url": "https://own.example/v1"}]},
            },
            {"id": "mistral", "defaultModelConfig": {"languages": ["Go", "C"]}},
        ],
        "modelOverrides": [
            {
                "modelRef": TOUCHED,
                "gated": True,
                "family": "site",
                "limits": {"calls": 7},
                "poolSize": 0,
                "contextWindow": {"maxThinkingTokens": 9},
                "modelCost": {"unit": "mtok", "cachedInputTokenPennies": 3},
            }
        ],
        "selfHostedModels": [
            {"provider": "own", "model": "starcoder2-7b@v1", "family": "starcoder", "override": {"gated": False}}
        ],
    },
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with changed sources and all files generated from them."""
    root = tmp_path_factory.mktemp("changed")
    for name in ("schema", "catalog"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("released"))
    for name, definitions in ADDED.items():
        add(root / "schema" / f"{name}.json", definitions)
    file = root / "catalog" / "providers" / "mistral.yaml"
    text = file.read_text("utf-8")
    for old, new in IN_YAML.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    shared = root / "catalog" / "catalog.yaml"
    shared.write_text(shared.read_text("utf-8").replace("{input: 7000,", "{thinking: 5, input: 7000,"), "utf-8")
    run(root, "codegen", "types", "--schema", str(root / "schema"), "--root", str(root))
    run(root, "codegen", "config", "--schema", str(root / "schema"), "--catalog", str(root / "catalog"))
    (root / "site.json").write_text(json.dumps(SITE), "utf-8")
    return root


def add(file: Path, definitions: dict[str, dict[str, dict[str, Any]]]) -> None:
    """Add properties before those of a definition, and to `model.json` the definition that one of them needs."""
    schema = json.loads(file.read_bytes())
    for definition, properties in definitions.items():
        new = {
            name: {key: local(value, file) for key, value in node.items()} | {"description": "New."}
            for name, node in properties.items()
        }
        schema["$defs"][definition]["properties"] = {**new, **schema["$defs"][definition]["properties"]}
    if file.stem == "model":
        calls = {"calls": {**TOKENS, "description": "New."}}
        limits = {"type": "object", "description": "New.", "properties": calls, "additionalProperties": False}
        schema["$defs"]["Limits"] = limits
    file.write_text(json.dumps(schema), "utf-8")


def local(value: Any, file: Path) -> Any:
    return value.removeprefix(file.name) if isinstance(value, str) else value


def run(folder: Path, module: str, *arguments: str) -> str:
    """Run a module, or code after `-c`, with the generated package of the folder; return its output."""
    search = [folder / "generated" / "python", ROOT, *filter(None, [os.environ.get("PYTHONPATH")])]
    finished = subprocess.run(
        [sys.executable, *(() if module == "-c" else ("-m",)), module, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, search))},
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


def rendered(folder: Path, view: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(run(folder, "modelconfig", "site", "render", "site.json", "--view", view))
    return document


def item(document: dict[str, Any], name: str) -> dict[str, Any]:
    every: list[dict[str, Any]] = [*document["providers"], *document["models"]]
    return next(one for one in every if name in {one.get("id"), one.get("modelRef")})


def test_from_the_catalogue_to_the_document(folder: Path) -> None:
    document = json.loads((folder / "models.json").read_bytes())
    model = item(document, SUPPLIED)
    assert list(model)[:4] == list(OF_A_MODEL)
    assert [model[name] for name in OF_A_MODEL] == ["mixtral", False, ["Go", "Rust"], {"calls": 0}]
    assert model["contextWindow"]["maxThinkingTokens"] == 5
    assert model["estimatedModelCost"]["cachedInputTokenPennies"] == 5
    assert list(item(document, "mistral")) == ["homepage", "id", "displayName"]


@pytest.mark.parametrize("view", ["server", "client"])
def test_from_a_site_configuration_to_both_views(folder: Path, view: str) -> None:
    document = rendered(folder, view)
    model = item(document, TOUCHED)
    assert list(model)[:4] == list(OF_A_MODEL)
    assert [model[name] for name in OF_A_MODEL] == ["site", True, ["Go", "C"], {"calls": 7}]
    assert model.get("poolSize") == (0 if view == "server" else None)
    window = {"maxThinkingTokens": 9, "maxInputTokens": 7000, "maxOutputTokens": 4000}
    assert model["contextWindow"] == window
    assert model["estimatedModelCost"]["cachedInputTokenPennies"] == 3
    assert item(document, SUPPLIED)["languages"] == ["Go", "C"]
    assert item(document, SUPPLIED)["family"] == "mixtral"
    own = item(document, SELF_HOSTED)
    assert (own["family"], own["gated"], own["displayName"]) == ("starcoder", False, "Starcoder2 7B")
    assert item(document, "own")["homepage"] == "https://own.example"
    assert item(document, "mistral")["homepage"] == "https://mistral.example"


@pytest.mark.parametrize(
    ("ref", "field", "place"),
    [
        (TOUCHED, "family", "/modelConfiguration/modelOverrides/0/family"),
        (TOUCHED, "limits.calls", "/modelConfiguration/modelOverrides/0/limits/calls"),
        (TOUCHED, "contextWindow.maxThinkingTokens", "/modelConfiguration/modelOverrides/0/contextWindow"),
        (TOUCHED, "estimatedModelCost.cachedInputTokenPennies", "/modelConfiguration/modelOverrides/0/modelCost"),
        (SUPPLIED, "languages", "/modelConfiguration/providerOverrides/1/defaultModelConfig/languages"),
        (SELF_HOSTED, "family", "/modelConfiguration/selfHostedModels/0/family"),
        (SELF_HOSTED, "gated", "/modelConfiguration/selfHostedModels/0/override/gated"),
    ],
)
def test_in_the_explanation(folder: Path, ref: str, field: str, place: str) -> None:
    found = json.loads(run(folder, "modelconfig", "site", "explain", "site.json", ref, "--format", "json"))
    origin = next(one for one in found["fields"] if one["field"] == field)
    assert origin["place"]["pointer"].startswith(place)


def test_in_the_typed_configuration(folder: Path) -> None:
    code = (
        "import modelconfig\n"
        f"model = next(one for one in modelconfig.load().models if one.model_ref == {SUPPLIED!r})\n"
        "print(model.family, model.gated, model.limits.calls)"
    )
    assert run(folder, "-c", code) == "mixtral False 0\n"


def test_on_a_card(folder: Path) -> None:
    lines = run(folder, "modelconfig", "show", SUPPLIED).splitlines()
    assert [line.split() for line in lines if line.startswith(("family", "gated"))] == [
        ["family", "mixtral"],
        ["gated", "false"],
    ]
