"""Positions: a generated text with the known offset of every value and name is located again."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig.diagnostics.problem import Problem, error
from modelconfig.jsontext import pointers
from modelconfig.jsontext.positions import locate_problems, offset_positions

spaces = st.text(alphabet=" \t\r\n", max_size=3)
names = st.text(max_size=4)
values = st.recursive(
    st.none() | st.integers() | names,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=15,
)


class Writer:
    """Writer of JSON with random spaces that records the offset of every value and name by its pointer."""

    def __init__(self, data: st.DataObject) -> None:
        self.data = data
        self.text = ""
        self.values: dict[str, int] = {}
        self.keys: dict[str, int] = {}

    def space(self) -> None:
        self.text += self.data.draw(spaces)

    def write(self, value: object, pointer: str = "") -> None:
        self.space()
        self.values[pointer] = len(self.text)
        if isinstance(value, dict):
            self.parts("{}", [(name, part, pointers.join(pointer, name)) for name, part in value.items()])
        elif isinstance(value, list):
            self.parts("[]", [(None, part, pointers.join(pointer, index)) for index, part in enumerate(value)])
        else:
            self.text += json.dumps(value)
        self.space()

    def parts(self, brackets: str, parts: list[tuple[str | None, object, str]]) -> None:
        self.text += brackets[0]
        for index, (name, part, pointer) in enumerate(parts):
            self.text += "," if index else ""
            self.space()
            if name is not None:
                self.keys[pointer] = len(self.text)
                self.text += json.dumps(name)
                self.space()
                self.text += ":"
            self.write(part, pointer)
        self.space()
        self.text += brackets[1]


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def problem_at(pointer: str, *, at_key: bool = False) -> Problem:
    return error("MC999", "x", pointer=pointer, at_key=at_key)


def location_of(pointer: str, text: str, *, at_key: bool = False) -> tuple[int | None, int | None]:
    found = locate_problems([problem_at(pointer, at_key=at_key)], text)[0]
    return found.line, found.column


@given(values, st.data())
def test_every_value_and_name_is_located(value: object, data: st.DataObject) -> None:
    writer = Writer(data)
    writer.write(value)
    text = writer.text
    expected = [(problem_at(pointer), offset) for pointer, offset in writer.values.items()]
    expected += [(problem_at(pointer, at_key=True), offset) for pointer, offset in writer.keys.items()]
    expected = data.draw(st.permutations(expected)) if len(expected) < 50 else expected
    found = locate_problems([problem for problem, _ in expected], text)
    assert [(one.line, one.column) for one in found] == [line_and_column(text, offset) for _, offset in expected]


@given(st.text(alphabet="ab\n\r😀"), st.data())
def test_locating_counts_code_points_and_line_feeds(text: str, data: st.DataObject) -> None:
    offsets = data.draw(st.lists(st.integers(0, len(text))))
    assert offset_positions(text, offsets) == [line_and_column(text, offset) for offset in offsets]


def test_known_locations_are_kept() -> None:
    known = replace(problem_at("/a"), line=7, column=9)
    assert locate_problems([known, problem_at("/a")], '{"a": 1}') == [
        known,
        replace(problem_at("/a"), line=1, column=7),
    ]


def test_an_unresolvable_pointer_is_located_at_its_nearest_parent() -> None:
    text = '{"a":\n {"b": 1}}'
    assert location_of("/a/c/d", text) == (2, 2)
    assert location_of("/a/b/c", text, at_key=True) == (2, 8)
    assert location_of("/x", text, at_key=True) == (1, 1)


def test_the_last_of_duplicate_properties_is_located() -> None:
    text = '{"a": {"b": 1, "c": 2},\n"a": {"b": 3}}'
    assert location_of("/a", text) == (2, 6)
    assert location_of("/a", text, at_key=True) == (2, 1)
    assert location_of("/a/b", text) == (2, 12)
    assert location_of("/a/c", text) == (2, 6)


@pytest.mark.parametrize(
    "text", ["", " ", "{", '{"a"', '{"a": ', '{"a": [1,', '{"a": [1, tru', "[" * 5000, "nonsense", '{"a": "x']
)
def test_an_invalid_text_is_located_up_to_its_error(text: str) -> None:
    assert location_of("/a/1", text)[0] == 1


def test_without_problems_the_text_is_not_parsed() -> None:
    assert locate_problems([], "{") == []


@given(st.lists(st.text() | st.integers(0, 9)))
def test_pointers_split_into_their_tokens(tokens: list[str | int]) -> None:
    assert pointers.split(pointers.of(tokens)) == [str(token) for token in tokens]
