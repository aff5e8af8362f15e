"""Names in generated Python code: each is made from its element alone."""

from __future__ import annotations

import pytest

from codegen.targets.python.python_names import attribute, constant, table


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("smartApply", "SMART_APPLY"),
        ("azure-openai", "AZURE_OPENAI"),
        ("text/plain", "TEXT_PLAIN"),
        ("1.0", "FIELD_1_0"),
        ("11", "FIELD_11"),
        ("+1", "U002B_1"),
        ("-1", "U002D_1"),
        ("<", "U003C"),
        ("<=", "U003C_U003D"),
        ("", "EMPTY"),
        (" ", "U0020"),
        ("_x", "U005F_X"),
        ("a  b", "A_U0020_U0020_B"),
        ("\uff21", "UFF21"),
        ("\u00df", "U00DF"),
        ("\u212a", "U212A"),
        ("\U0001f600", "U1F600"),
        ("None", "NONE"),
    ],
)
def test_the_name_of_a_constant_has_words_or_code_points(value: str, name: str) -> None:
    assert constant(value) == name
    assert name.isidentifier()


@pytest.mark.parametrize(
    ("prop", "name"),
    [
        ("openAICompatible", "open_ai_compatible"),
        ("cody.enabled", "cody_enabled"),
        ("kebab-case", "kebab_case"),
        ("class", "class_"),
        ("str", "str_"),
        ("None", "none"),
        ("model", "model"),
    ],
)
def test_the_name_of_an_attribute_is_no_word_of_python(prop: str, name: str) -> None:
    assert attribute(prop) == name


def test_the_table_of_an_enumeration_is_named_after_it() -> None:
    assert table("AwsBedrockUrlBuilder") == "AWS_BEDROCK_URL_BUILDER_BY_VALUE"
