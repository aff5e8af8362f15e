"""`modelconfig validate` leaves out warnings that the catalogue of a document accepts with a reason."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

from modelconfig.documents.companion.data_sources import load_embedded_sources
from modelconfig.documents.loader import embedded_document_bytes, load_document
from tests.helpers.command_line import run

if TYPE_CHECKING:
    from pathlib import Path

NEW = {"code": "MC241", "reason": "There is no price."}


def validated(folder: Path, document: Any, companion: Any = None, *options: str) -> tuple[int, list[tuple[str, str]]]:
    """Return the exit code, and code and model of each problem of a document with a companion beside it."""
    folder.mkdir(exist_ok=True)
    (folder / "a.json").write_text(json.dumps(document))
    (folder / "a.sources.json").unlink(missing_ok=True)
    if companion is not None:
        (folder / "a.sources.json").write_text(companion if isinstance(companion, str) else json.dumps(companion))
    done = run("validate", folder / "a.json", "--format", "json", *options)
    return done.returncode, [
        (problem["code"], document["models"][int(problem["pointer"].split("/")[2])]["modelRef"])
        if problem["pointer"].startswith("/models/")
        else (problem["code"], problem["file"].rpartition("/")[2])
        for problem in json.loads(done.stdout)
    ]


def test_the_embedded_document_has_no_other_warnings(tmp_path: Path) -> None:
    file = tmp_path / "any-name.json"
    file.write_bytes(embedded_document_bytes())
    for arguments in ([file], [file, "--consumer"]):
        done = run("validate", *arguments)
        assert (done.returncode, done.stdout) == (0, "")
        assert done.stderr.startswith("no problems in 1 file, ")
        assert done.stderr.endswith(" warnings accepted\n")
    assert run("validate", "-", stdin=file.read_text()).stdout == ""


def test_another_warning_or_error_of_the_same_revision_is_reported(tmp_path: Path) -> None:
    document = load_document()
    first, second = document["models"][:2]
    second["displayName"] = first["displayName"]
    assert validated(tmp_path, document) == (0, [("MC215", second["modelRef"])])
    first["estimatedModelCost"] = {"unit": "mtok", "inputTokenPennies": 1, "outputTokenPennies": 1}
    first["tier"] = "gold"
    assert validated(tmp_path, document)[1] == [
        ("MC104", first["modelRef"]),
        ("MC241", first["modelRef"]),
        ("MC215", second["modelRef"]),
    ]


def test_a_document_of_another_revision_has_its_own_exceptions(tmp_path: Path) -> None:
    document = {**load_document(), "revision": "2001-01-01.1"}
    codes = [code for code, _ in validated(tmp_path, document)[1]]
    assert {"MC215", "MC241"} == set(codes)
    companion = {**load_embedded_sources(), "revision": "2001-01-01.1"}
    assert validated(tmp_path, document, companion) == (0, [])
    without = copy.deepcopy(companion)
    for owner in (*without["models"], *without["providers"]):
        if "exceptions" in owner:
            owner["exceptions"] = []
    assert len(validated(tmp_path, document, without)[1]) == len(codes)
    part = {**document, "models": [model for model in document["models"] if "autoedits" in model["modelRef"]]}
    assert {code for code, _ in validated(tmp_path, part | {"revision": load_document()["revision"]})[1]} >= {"MC241"}
    # An exception of the whole catalogue applies to every model.
    whole = {**without, "exceptions": [NEW]}
    assert {code for code, _ in validated(tmp_path, document, whole)[1]} == {"MC215"}


def test_an_invalid_companion_is_reported(tmp_path: Path) -> None:
    problems = validated(tmp_path, load_document(), "{")
    assert problems[0] == 1
    assert ("MC003", "a.sources.json") in problems[1]
    assert ("MC241", "mistral::v1::autoedits-mixtral-v2") in problems[1]
