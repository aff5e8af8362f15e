"""`modelconfig client-check` reads the first lines of a copy of index.d.ts, and prints changes since its version."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from modelconfig.cli import client_check_command
from modelconfig.cli.client_check_command import content_digest
from modelconfig.cli.main import main

ROOT = Path(__file__).parents[3]
RELEASED = sorted((ROOT / "schema" / "released").glob("*/typescript/index.d.ts"))
OLD = RELEASED[0].read_text("utf-8")
BROKEN = {
    "what": "null-accepted", "subject": "Model.tier", "message": "now accepts null",
    "keeping": "breaks", "taking": "breaks", "older": "fine",
}  # fmt: skip
UNCLEAR = BROKEN | {"what": "default-added", "keeping": "undecided", "taking": "fine", "older": "undecided"}
FINE = BROKEN | {"what": "open-value-added", "keeping": "fine", "taking": "fine"}


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as end:
        main(["client-check", *map(str, arguments)])
    printed = capsys.readouterr()
    assert isinstance(end.value.code, int)
    return end.value.code, printed.out, printed.err


def file(folder: Path, text: str) -> Path:
    path = folder / "copy.d.ts"
    path.write_bytes(text.encode())
    return path


def use_table(monkeypatch: pytest.MonkeyPatch, folder: Path, *differences: dict[str, str]) -> None:
    """Replace the differences between 1.0.0 and 2.0.0 that the command reads."""
    releases = {
        "1.0.0": {"digest": content_digest(OLD), "differences": differences},
        "2.0.0": {"digest": content_digest(OLD.replace("1.0.0", "2.0.0")), "differences": []},
    }
    table = folder / "changes.json"
    table.write_text(json.dumps({"newest": "2.0.0", "releases": releases}), "utf-8")
    monkeypatch.setattr(client_check_command, "CHANGES", table)


def formatted(text: str) -> str:
    """Return the declarations as another formatter would write them."""
    code = re.sub(r";$", "", text, flags=re.MULTILINE).replace("  ", "\t")
    return re.sub(r'"([^"\n]*)"', lambda match: match[0] if "`" in match[0] else f"'{match[1]}'", code)


@pytest.mark.parametrize("name", ["modelconfig.d.ts", "modelconfig.ts"])
@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.parts[-3])
def test_copies_of_every_release_are_compatible(
    path: Path, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / name
    copy.write_bytes(path.read_bytes())
    _, out, _ = run(capsys, copy, "--format", "json")
    result = json.loads(out)
    assert result["vendored"] == path.parts[-3]
    assert not result["edited"]
    assert {one["keeping"] for one in result["differences"]} <= {"fine"}


@pytest.mark.parametrize(
    ("differences", "code"), [((), 0), ((FINE,), 0), ((FINE, UNCLEAR), 1), ((BROKEN,), 1)], ids=str
)
def test_the_exit_code_is_that_of_the_worst_difference(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    differences: tuple[dict[str, str], ...], code: int,
) -> None:  # fmt: skip
    use_table(monkeypatch, tmp_path, *differences)
    copy = file(tmp_path, OLD)
    expected: dict[str, Any] = {"vendored": "1.0.0", "released": "2.0.0", "edited": False}
    found, out, err = run(capsys, copy, "--format", "json")
    assert (found, err) == (code, "")
    assert json.loads(out) == expected | {"differences": list(differences)}
    assert run(capsys, copy)[0] == code


def test_the_text_names_each_difference_and_each_situation(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    use_table(monkeypatch, tmp_path, BROKEN, FINE)
    _, out, _ = run(capsys, file(tmp_path, OLD))
    assert out.splitlines() == [
        "from version 1.0.0 to version 2.0.0",
        "breaks: Model.tier: now accepts null [null-accepted]",
        "  breaks for programs with the old copy that receive new documents",
        "  breaks for code that is compiled with the new copy",
        "fine: Model.tier: now accepts null [open-value-added]",
        "2 differences",
        "breaks for programs with the old copy that receive new documents",
        "breaks for code that is compiled with the new copy",
        "fine for programs with the new copy that receive documents of older servers",
    ]


def test_equal_differences_are_printed_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    renamed = [BROKEN | {"subject": f"Model.p{number}"} for number in range(20)]
    described = [FINE | {"subject": f"Model.d{number}"} for number in range(20)]
    use_table(monkeypatch, tmp_path, BROKEN, FINE, *renamed, *described)
    _, out, _ = run(capsys, file(tmp_path, OLD))
    lines = out.splitlines()
    everywhere = ", ".join(["Model.tier", *(f"Model.p{number}" for number in range(20))])
    assert lines[1] == f"breaks: now accepts null [null-accepted] in 21 places: {everywhere}"
    some = ", ".join(["Model.tier", *(f"Model.d{number}" for number in range(11))])
    assert lines[4:6] == [
        f"fine: now accepts null [open-value-added] in 21 places: {some} and 9 more",
        "42 differences",
    ]


def test_the_generated_file_contains_its_version() -> None:
    today = (ROOT / "generated" / "typescript" / "index.d.ts").read_text("utf-8")
    version = json.loads((ROOT / "schema" / "model.json").read_text("utf-8"))["x-version"]
    assert [match[1] for match in client_check_command.VERSION.finditer(today)] == [version]


def test_layout_makes_no_difference(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newest = RELEASED[-1].read_text("utf-8")
    assert formatted(newest) != newest
    for text in (newest, formatted(newest), newest.replace("\n", "\r\n"), "\ufeff" + newest):
        assert run(capsys, file(tmp_path, text))[0] == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("readonly modelName: string", "readonly modelName?: string"),
        ("readonly modelName: string", "readonly modelname: string"),
        ("schema hash ", "schema hash 0"),
        ("export interface Model ", "// ours\nexport interface Model "),
    ],
)
def test_an_edited_copy_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str) -> None:
    assert old in OLD
    copy = file(tmp_path, OLD.replace(old, new, 1))
    code, out, _ = run(capsys, copy)
    assert code == 1
    assert "undecided: the copy was edited: it differs from the released file of 1.0.0\n  = Restore" in out
    code, out, _ = run(capsys, copy, "--format", "json")
    assert (code, json.loads(out)["edited"]) == (1, True)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not an index.d.ts of modelconfig"),
        ("let x = 1;", "not an index.d.ts of modelconfig"),
        (OLD.replace("version 1.0.0", "version 7.1.0"), "unknown release 7.1.0; the newest is "),
    ],
)
def test_another_file_is_unusable(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, message: str) -> None:
    copy = file(tmp_path, text)
    code, out, err = run(capsys, copy)
    assert (code, out) == (2, "")
    assert f"{copy}: {message}" in err


def test_an_unreadable_file_is_unusable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, tmp_path / "none.d.ts")
    assert (code, out) == (2, "")
    assert "none.d.ts: error[MC001]" in err
