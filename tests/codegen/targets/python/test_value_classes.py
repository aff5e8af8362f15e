"""The generated Python types as programs use them: compare, construct, and read their help."""

from __future__ import annotations

import dataclasses
import pydoc
from typing import Any
from unittest.mock import ANY

import pytest

import modelconfig_types
from codegen.ir import model as ir
from modelconfig_types import FrozenMap
from tests.helpers.strategies import DEFINITIONS, OBJECT_TYPES, python_type


@pytest.mark.parametrize("name", sorted(OBJECT_TYPES))
def test_help_describes_every_property(name: str) -> None:
    shown = " ".join(pydoc.plain(pydoc.render_doc(python_type(name))).replace("|", " ").split())
    record = OBJECT_TYPES[name]
    for text in [record.description, *(field.description for field in record.properties)]:
        assert " ".join(text.replace("|", " ").split()) in shown


@pytest.mark.parametrize("name", sorted(name for name, d in DEFINITIONS.items() if isinstance(d, ir.Enum)))
def test_help_describes_every_enumeration_value(name: str) -> None:
    shown = " ".join(pydoc.plain(pydoc.render_doc(python_type(name))).replace("|", " ").split())
    definition = DEFINITIONS[name]
    assert isinstance(definition, ir.Enum)
    assert [member.value for member in python_type(name)] == [value.value for value in definition.values]
    for member, value in zip(python_type(name), definition.values, strict=True):
        assert f"{member.name}: {' '.join(value.description.split())}" in shown


@pytest.mark.parametrize("name", sorted(OBJECT_TYPES))
def test_a_value_is_deeply_immutable(name: str) -> None:
    for field in dataclasses.fields(python_type(name)):
        annotation = str(field.type)
        assert not any(word in annotation for word in ("list", "dict", "set[", "Sequence", "Mapping"))


def test_objects_are_equal_if_their_class_and_attributes_are() -> None:
    window = modelconfig_types.ContextWindow(max_input_tokens=1, max_output_tokens=2)
    assert window == modelconfig_types.ContextWindow.from_json({"maxInputTokens": 1, "maxOutputTokens": 2})
    assert window != dataclasses.replace(window, max_user_input_tokens=3)
    assert window != dataclasses.replace(window, unknown=(("a", "1"),))
    override = modelconfig_types.ContextWindowOverride(max_input_tokens=1, max_output_tokens=2)
    assert [getattr(override, field.name) for field in dataclasses.fields(window)] == [1, 2, None, ()]
    assert window != override
    assert window == ANY
    assert repr(window) == (
        "ContextWindow(max_input_tokens=1, max_output_tokens=2, max_user_input_tokens=None, unknown=())"
    )


def test_the_order_of_properties_in_an_unknown_value_does_not_count() -> None:
    windows = [
        modelconfig_types.ContextWindow.from_json({"maxInputTokens": 1, "maxOutputTokens": 2, "future": future})
        for future in ({"a": 1, "b": [2]}, {"b": [2], "a": 1})
    ]
    assert windows[0] == windows[1]
    assert hash(windows[0]) == hash(windows[1])


def test_the_constructor_has_keyword_arguments_and_needs_the_required_ones() -> None:
    window: Any = modelconfig_types.ContextWindow
    with pytest.raises(TypeError, match="positional"):
        window(1, 2)
    with pytest.raises(TypeError, match="max_output_tokens"):
        window(max_input_tokens=1)


def test_a_map_has_value_semantics() -> None:
    one, two = FrozenMap({"a": 1, "b": 2}), FrozenMap({"b": 2, "a": 1})
    assert one == two == {"a": 1, "b": 2}
    assert hash(one) == hash(two)
    assert one != FrozenMap({"a": 1})
    assert one != [("a", 1)]
    assert (one["a"], len(one), list(one), repr(one)) == (1, 2, ["a", "b"], "FrozenMap({'a': 1, 'b': 2})")
    assert FrozenMap() == {}
    with pytest.raises(AttributeError):
        one._items = {}
    with pytest.raises(TypeError):
        one["a"] = 2  # type: ignore[index]  # must fail


def test_every_name_can_be_imported_from_the_package() -> None:
    for name in modelconfig_types.__all__:
        assert getattr(modelconfig_types, name) is not None
    assert set(modelconfig_types.__all__) <= set(dir(modelconfig_types))
    with pytest.raises(AttributeError, match="no attribute 'NoSuchName'"):
        modelconfig_types.NoSuchName  # type: ignore[attr-defined]  # noqa: B018 - the access is what is tested
