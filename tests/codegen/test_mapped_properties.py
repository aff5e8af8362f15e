"""Whatever a definition of a site configuration shares by name with the one in its `x-maps-to` reaches the document."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from tests.codegen.schema.schema_cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

MODEL = {"capabilities": ["chat", "autocomplete"]}
URL = "https://llm.example.com"
KEY = {"endpoint": URL, "accessToken": "YOUR-TOKEN"}
KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "SiteAwsBedrockProvider": ("awsBedrock", {"endpoint": "us-west-2", "region": "us-west-2"}),
    "SiteAzureOpenAIProvider": ("azureOpenAI", {**KEY, "user": "", "useDeprecatedCompletionsAPI": False}),
    "SiteAnthropicProvider": ("anthropic", KEY),
    "SiteFireworksProvider": ("fireworks", KEY),
    "SiteGoogleProvider": ("google", KEY),
    "SiteOpenAIProvider": ("openai", KEY),
    "SiteOpenAICompatibleProvider": ("openaicompatible", {"endpoints": [{"url": URL}]}),
    "SiteHuggingFaceTgiProvider": ("huggingface-tgi", {"endpoints": [{"url": URL}]}),
    "SiteSourcegraphProvider": ("sourcegraph", KEY),
}
MODEL_KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "SiteOpenAICompatibleModel": ("openaicompatible", {}),
    "SiteAwsBedrockModel": ("awsBedrock", {}),
    "SiteAwsBedrockProvisionedModel": ("awsBedrockProvisionedThroughput", {"arn": "arn"}),
}


def probe(definition: str) -> dict[str, str]:
    return {f"probe{definition}": "own::v1::m0"}


def site() -> dict[str, Any]:
    """Return a site configuration with a value of each new property."""
    kinds = [{"type": kind, **config, **probe(name)} for name, (kind, config) in KINDS.items()]
    model_kinds = [{"type": kind, **config, **probe(name)} for name, (kind, config) in MODEL_KINDS.items()]
    override = {
        "contextWindow": {"maxInputTokens": 3, "maxOutputTokens": 4, **probe("ContextWindowOverride")},
        "modelCost": {"unit": "mtok", "inputTokenCredits": 1, **probe("ModelCostOverride")},
        "clientSideConfig": probe("SiteClientModelConfig"),
    }
    configuration = {
        **probe("SiteModelConfiguration"),
        "sourcegraph": probe("SourcegraphModels"),
        "defaultModels": probe("SiteDefaultModels"),
        "providerOverrides": [
            {"id": "own", "defaultModelConfig": {**MODEL, **probe("DefaultModelConfig")}, **probe("ProviderOverride")},
            *({"id": f"own{number}", "serverSideConfig": config} for number, config in enumerate(kinds)),
        ],
        "modelOverrides": [
            {"modelRef": f"own::v1::m{number}", "serverSideConfig": config, **override, **probe("ModelOverride")}
            for number, config in enumerate(model_kinds)
        ],
        "selfHostedModels": [
            {
                "provider": "own",
                "model": "starcoder2-7b@v1",
                "override": probe("SelfHostedModelOverride"),
                **probe("SelfHostedModel"),
            }
        ],
    }
    return {"modelConfiguration": configuration}


def run(tree: Path, *arguments: str) -> str:
    """Run a module of a tree in it, and return its output."""
    paths = os.pathsep.join(str(tree / name) for name in ("src", "generated/python", ""))
    finished = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=tree, env={**os.environ, "PYTHONPATH": paths}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert finished.returncode == 0, finished.stderr
    return finished.stdout


def test_a_shared_property_of_each_definition_is_merged(tmp_path: Path) -> None:
    for name in ("codegen", "schema", "src", "generated/python"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("released", "__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    schemas = {name: json.loads((ROOT / "schema" / f"{name}.json").read_bytes()) for name in ("model", "site")}
    mapped = {name: node for name, node in schemas["site"]["$defs"].items() if "x-maps-to" in node}
    for definition, node in mapped.items():
        counterpart = schemas["model"]["$defs"][node["x-maps-to"].rpartition("/")[2]]
        for name in probe(definition):
            node["properties"][name] = {"type": "string", "description": "New."}
            counterpart["properties"][name] = {"type": "string", "description": "New."}
    for name, schema in schemas.items():
        (tmp_path / "schema" / f"{name}.json").write_text(json.dumps(schema), "utf-8")
    (tmp_path / "site.json").write_text(json.dumps(site()), "utf-8")
    run(tmp_path, "codegen", "types")
    merged = run(tmp_path, "modelconfig", "site", "render", "site.json", "--view", "server")
    lost = [definition for definition in mapped if not all(f'"{name}"' in merged for name in probe(definition))]
    assert lost == []
