"""Documents that the strict schemas accept, and documents with one violation each that they reject."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.codegen.schema.sources import roots, validator

CASES = Path(__file__).parents[2] / "cases"
KINDS = ("valid", "invalid", "unknown-members")
ROOTS = roots()


def documents(kind: str) -> list[Path]:
    """Return the documents of one kind, of every root that has a folder."""
    return sorted(path for root in ROOTS for path in (CASES / root / kind).glob("*.json"))


def named(path: Path) -> str:
    return f"{path.parts[-3]}/{path.stem}"


def faults(path: Path) -> list[str]:
    found = validator(*ROOTS[path.parts[-3]]).iter_errors(json.loads(path.read_text("utf-8")))
    return [f"{error.json_path} {error.validator}" for error in found]


@pytest.mark.parametrize("path", documents("valid"), ids=named)
def test_valid_document_is_accepted(path: Path) -> None:
    assert faults(path) == []


@pytest.mark.parametrize("path", documents("invalid"), ids=named)
def test_invalid_document_has_its_violations(path: Path) -> None:
    assert faults(path)


@pytest.mark.parametrize("path", documents("unknown-members"), ids=named)
def test_unknown_property_is_rejected_by_the_strict_schema(path: Path) -> None:
    assert faults(path)


@pytest.mark.parametrize("root", ["completions", "model", "site", "site-model-configuration"])
@pytest.mark.parametrize("kind", ["valid", "invalid"])
def test_every_root_has_cases(root: str, kind: str) -> None:
    assert list((CASES / root / kind).glob("*.json"))
