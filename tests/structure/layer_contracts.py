"""The layer contracts of import-linter: every module has its layer, and none is exempt from it."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from tests.structure.source_tree import SourceTree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

ROOTS = ("modelconfig", "codegen")
DISCOVERED = {"codegen.targets": "languages are found by their folder; a contract of layers would be a list of them"}
"""Packages whose packages are found, not listed, each with its reason: a contract of independence holds them apart."""
_FORBIDDEN_SETTINGS = ("ignore_imports", "exhaustive_ignores", "unmatched_ignore_imports_alerting")
_SEPARATOR = re.compile(r"\s*\|\s*")


def incomplete_contracts(root: Path) -> list[str]:
    """Return what a contract leaves open, and which packages have none."""
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    contracts = settings.get("contracts", [])
    return [
        *(["importlinter: exclude_type_checking_imports"] if settings.get("exclude_type_checking_imports") else []),
        *(f"{contract['name']}: {key}" for contract in contracts for key in _exemptions(contract)),
        *_without_contract(SourceTree(root), contracts),
        *(finding for contract in contracts if contract["type"] == "layers" for finding in _open_layers(contract)),
    ]


def _exemptions(contract: Mapping[str, Any]) -> Iterator[str]:
    """Yield the settings that exempt imports; languages may import the modules that all of them share."""
    shared = any(_holds_apart(contract, package) for package in DISCOVERED)
    for key in _FORBIDDEN_SETTINGS:
        if key in contract and not (key == "ignore_imports" and shared):
            yield key


def _holds_apart(contract: Mapping[str, Any], package: str) -> bool:
    """Return whether a contract keeps all parts of a package independent, except for named modules of the package."""
    targets = [entry.partition("->")[2].strip() for entry in contract.get("ignore_imports", ())]
    return (
        contract["type"] == "independence"
        and contract["modules"] == [f"{package}.*"]
        and all(re.fullmatch(re.escape(package) + r"\.[a-z_]+", target) for target in targets)
    )


def _open_layers(contract: Mapping[str, Any]) -> Iterator[str]:
    """Yield what makes a contract of layers weaker than it looks."""
    if contract.get("exhaustive") is not True:
        yield f"{contract['name']}: not exhaustive"
    for layer in contract["layers"]:
        if ":" in layer:
            yield f"{contract['name']}: siblings that may import each other: {layer}"
        if "(" in layer:
            yield f"{contract['name']}: an optional layer: {layer}"


def _without_contract(tree: SourceTree, contracts: list[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the packages with packages inside that no contract of layers has, and the modules that one leaves out."""
    layers = {
        container: {module for layer in contract["layers"] for module in _SEPARATOR.split(layer)}
        for contract in contracts
        if contract["type"] == "layers"
        for container in contract.get("containers", [])
    }
    for package in sorted(_containers(tree)):
        if package in DISCOVERED and any(_holds_apart(contract, package) for contract in contracts):
            continue
        if package not in layers:
            yield f"{package}: has packages inside, and no contract of layers"
            continue
        inside = {name.rpartition(".")[2] for name in tree.modules if name.rpartition(".")[0] == package}
        if inside != layers[package]:
            yield f"{package}: in the contract or in the folder alone: {sorted(inside ^ layers[package])}"


def _containers(tree: SourceTree) -> set[str]:
    """Return the packages that have packages inside; a root is one in any case."""
    packages = {name for name in tree.modules if tree.is_package(name) and name.partition(".")[0] in ROOTS}
    return {name.rpartition(".")[0] for name in packages} - {""} | (packages & set(ROOTS))
