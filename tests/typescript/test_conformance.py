"""The conformance kit and random documents in JavaScript: the real compilers, and ajv with the published schemas."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.codegen.conformance import random_trials
from tests.codegen.conformance.kit import FILES, Trial, schema, trials
from tests.typescript.compiling import HERE, NEWEST, OLDEST, CompilerMode
from tests.typescript.constants import accepted, known_to_clients

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.typescript.compiling import Toolchain

KIT = [trial for file in FILES for trial in trials(file)]


def ajv_disagrees(toolchain: Toolchain, folder: Path, documents: Sequence[Trial]) -> list[str]:
    """Return the documents on which ajv disagrees with the expectation."""
    asked = [(trial, profile) for trial in documents for profile in trial.valid]
    schemas = {f"{trial.schema} {profile}": schema(trial.schema, profile) for trial, profile in asked}
    texts = [(f"{trial.schema} {profile}", json.dumps(trial.document)) for trial, profile in asked]
    (folder / "input.json").write_text(json.dumps({"schemas": schemas, "documents": texts}), encoding="utf-8")
    done = toolchain.run(HERE / "validate.cjs", toolchain.modules, folder / "input.json", folder=folder)
    assert done.returncode == 0, done.stderr
    verdicts = json.loads(done.stdout)
    return [
        f"{trial.name}: ajv as {profile} says {'valid' if valid else 'invalid'}"
        for (trial, profile), valid in zip(asked, verdicts, strict=True)
        if valid is not trial.valid[profile]
    ]


def test_ajv_agrees_on_the_kit(toolchain: Toolchain, tmp_path: Path) -> None:
    assert len(KIT) > 1000
    assert ajv_disagrees(toolchain, tmp_path, KIT) == []


@pytest.mark.parametrize("kind", ["valid", "faulty"])
def test_ajv_agrees_on_random_documents(toolchain: Toolchain, tmp_path: Path, kind: str) -> None:
    assert ajv_disagrees(toolchain, tmp_path, random_trials.trials(kind)) == []


def expected(trial: Trial) -> bool:
    """Return whether the compiler should accept a document: types reject wrong types, with exceptions."""
    is_exception = "typescript" in trial.exceptions
    if trial.empty:
        return not is_exception
    return trial.valid["client"] or (trial.kind == "shape") == is_exception


@pytest.mark.parametrize("compiler", [OLDEST, NEWEST])
def test_the_compiler_rejects_exactly_wrong_types(toolchain: Toolchain, tmp_path: Path, compiler: str) -> None:
    # In a literal, a property that a client does not know is an error; in a received document it is not.
    seen: dict[str, list[Trial]] = {}
    for trial in KIT:
        if "client" in trial.valid:
            seen.setdefault(json.dumps(known_to_clients(trial.document)), []).append(trial)
    documents: list[Any] = [json.loads(text) for text in seen]
    verdicts = accepted(toolchain, CompilerMode(compiler, "bundler"), tmp_path / "client", documents)
    wrong = [
        f"{trial.name}: {'accepted' if taken else 'rejected'}"
        for alike, taken in zip(seen.values(), verdicts, strict=True)
        for trial in alike
        if taken is not expected(trial)
    ]
    assert wrong == []
    assert verdicts.count(False) > 100
    assert verdicts.count(True) > 100
