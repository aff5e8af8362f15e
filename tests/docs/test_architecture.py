"""The architecture page matches the tree: its lists equal the docstrings, and its paths exist."""

from __future__ import annotations

import re

import pytest

from modelconfig.diagnostics.codes import CODES
from tests.docs.layout_section import END, PAGE, ROOT, SECTIONS, by_hand, modules_list, packages_list, with_sections

TEXT = PAGE.read_text("utf-8")
_CODE = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"(?:src|codegen|tests|schema|catalog|docs|generated|bench)/[\w./*-]*")
_FILE = re.compile(r"[\w*]+\.(?:py|js)")


def test_the_lists_equal_the_docstrings() -> None:
    assert with_sections(TEXT) == TEXT, "run `python -m tests.docs.layout_section`"


@pytest.mark.parametrize("content", [packages_list, modules_list])
def test_a_changed_line_is_reported(content: object) -> None:
    assert callable(content)
    line = content().splitlines()[-1]
    changed = TEXT.replace(line, f"{line} Another word.")
    assert changed != TEXT
    assert with_sections(changed) == TEXT


@pytest.mark.parametrize("mark", [*SECTIONS, END])
def test_a_page_without_a_marker_is_rejected(mark: str) -> None:
    with pytest.raises(ValueError, match="needs the lines"):
        with_sections(TEXT.replace(mark, ""))


def test_every_file_on_the_page_exists() -> None:
    code = {text for text in _CODE.findall(by_hand(TEXT)) if "nnn" not in text}
    paths = sorted(text for text in code if _PATH.fullmatch(text))
    files = sorted(text for text in code if _FILE.fullmatch(text))
    assert len(paths) > 50
    assert len(files) > 15
    assert [path for path in paths if not any(ROOT.glob(path.rstrip("/")))] == []
    folders = [ROOT / name for name in ("src", "codegen", "tests")]
    assert [name for name in files if not any(any(folder.rglob(name)) for folder in folders)] == []


def test_each_problem_code_is_in_a_range_of_the_table() -> None:
    ranges = [tuple(map(int, row)) for row in re.findall(r"^\| MC(\d{3}).MC(\d{3}) \|", TEXT, re.MULTILINE)]
    assert len(ranges) > 5
    assert [code for code in CODES if not any(first <= int(code[2:]) <= last for first, last in ranges)] == []
