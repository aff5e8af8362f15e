"""`modelconfig client-check` finds what changed between two copies of the declarations, whatever their layout."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from modelconfig.cli.client_check.declaration_comparison import Impact, compare
from modelconfig.cli.client_check.declaration_parser import UnreadableDeclarations, parse
from modelconfig.cli.main import main

ROOT = Path(__file__).parents[3]
TODAY = (ROOT / "generated" / "typescript" / "index.d.ts").read_text("utf-8")
B, U, F = Impact.BREAKS, Impact.UNDECIDED, Impact.FINE

EDITS = {
    "member-added": ("readonly modelName: string;", "readonly modelName: string; readonly speed?: string;", (F, F, F)),
    "required-member-added": (
        "readonly modelName: string;",
        "readonly modelName: string; readonly x: string;",
        (F, B, B),
    ),
    "member-removed": ("  readonly maxUserInputTokens?: number;\n", "", (F, B, F)),
    "required-member-removed": ("  readonly modelName: string;\n", "", (B, B, F)),
    "made-optional": ("readonly modelName: string;", "readonly modelName?: string;", (B, B, F)),
    "made-required": ("readonly maxUserInputTokens?:", "readonly maxUserInputTokens:", (F, B, B)),
    "type-widened": ("readonly tier: ModelTier;", "readonly tier: ModelTier | null;", (B, B, F)),
    "type-changed": ("readonly modelName: string;", "readonly modelName: number;", (U, U, U)),
    "index-changed": (
        "readonly modelName: string;",
        "readonly modelName: string; [other: string]: unknown;",
        (F, U, F),
    ),
    "value-added": ('  | "smartApply"', '  | "smartApply"\n  | "video"', (F, F, F)),
    "value-removed": ('  | "smartApply"\n', "", (F, B, F)),
    "type-added": ("/** One model:", "export type New = string;\n/** One model:", (F, F, F)),
    "readonly-changed": ("readonly modelName: string;", "modelName: string;", (F, U, F)),
    "text-changed": ("What the model may be used for.", "For what it may be used.", (F, F, F)),
    "deprecated": ("/** What the model may be used for.", "/** @deprecated What the model may be used for.", (F, F, F)),
}


def differences(old: str, new: str) -> list[tuple[str, tuple[Impact, Impact, Impact]]]:
    return [(one.what, (one.keeping, one.taking, one.older)) for one in compare(parse(old), parse(new))]


@pytest.mark.parametrize("what", EDITS)
def test_a_change_is_told_with_its_three_answers(what: str) -> None:
    old, new, answers = EDITS[what]
    assert old in TODAY
    assert differences(TODAY, TODAY.replace(old, new, 1)) == [(what, answers)]


def test_what_went_comes_when_the_copies_change_places() -> None:
    new = TODAY.replace("readonly tier: ModelTier;", "readonly tier: ModelTier | null;", 1)
    assert differences(new, TODAY) == [("type-narrowed", (F, B, B))]


def test_a_removed_type_breaks_code_and_no_program() -> None:
    new = re.sub(r"export interface ModelTierConfig \{.*?\n\}\n", "", TODAY, flags=re.DOTALL)
    assert differences(TODAY, new) == [("type-removed", (F, B, F))]


def test_a_type_of_another_kind_is_not_said_to_be_harmless() -> None:
    new = re.sub(r"(?s)export interface ModelTierConfig \{.*?\n\}\n", "export type ModelTierConfig = string;\n", TODAY)
    assert differences(TODAY, new) == [("type-changed", (U, U, U))]
    assert differences(new, TODAY) == [("type-changed", (U, U, U))]


def test_a_value_of_a_closed_type_is_another_matter() -> None:
    closed = TODAY.replace(
        "export type ModelTier = KnownModelTier | (string & {});", "export type ModelTier = KnownModelTier;"
    )
    assert differences(closed, closed.replace('| "enterprise";', '| "enterprise" | "team";')) == [
        ("type-widened", (B, B, F))
    ]


def formatted(text: str) -> str:
    """Return the declarations as another formatter would write them."""
    code = re.sub(r";$", "", text, flags=re.MULTILINE).replace("  ", "\t")
    return re.sub(r'"([^"\n]*)"', lambda match: match[0] if "`" in match[0] else f"'{match[1]}'", code)


def test_layout_makes_no_difference() -> None:
    other = formatted(TODAY)
    assert other != TODAY
    assert {what for what, _ in differences(TODAY, other)} <= {"text-changed"}
    assert differences(TODAY, TODAY.replace("\n", "\r\n")) == []


def test_an_interface_gets_its_first_member() -> None:
    none = re.search(r"readonly \[none: symbol\]: never;", TODAY)
    assert none
    assert differences(TODAY, TODAY.replace(none[0], "readonly a?: string;", 1)) == [("member-added", (F, F, F))]


def test_an_index_that_somebody_added_is_told() -> None:
    old = TODAY.replace("readonly modelName: string;", "readonly modelName: string; [other: string]: unknown;", 1)
    assert differences(old, TODAY) == [("index-changed", (F, U, F))]


def test_a_member_begins_without_a_semicolon_before_it() -> None:
    old = 'export interface A { a: "x" | B; readonly b?: string; c?: B[]; "d-e": number }'
    assert differences(old, old.replace(";", "\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "export {};",
        "export interface A {",
        "export interface A { a: }",
        'export interface A { "\\x41": string }',
        "export const a = 1;",
        "§",
        "{}",
    ],
)
def test_other_files_are_said_to_be_none(text: str) -> None:
    with pytest.raises(UnreadableDeclarations):
        parse(text)


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as end:
        main(["client-check", *map(str, arguments)])
    printed = capsys.readouterr()
    assert isinstance(end.value.code, int)
    return end.value.code, printed.out, printed.err


def test_the_command_ends_with_what_it_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine, fine, broken, other = (tmp_path / name for name in ("mine.d.ts", "fine.d.ts", "broken.d.ts", "other.d.ts"))
    mine.write_text(TODAY, "utf-8")
    fine.write_text(TODAY.replace(*EDITS["value-added"][:2]), "utf-8")
    broken.write_text(TODAY.replace(*EDITS["made-optional"][:2]), "utf-8")
    other.write_text("let x = 1;", "utf-8")
    assert run(capsys, mine, mine)[0] == 0
    assert run(capsys, mine, fine)[0] == 0
    code, out, _ = run(capsys, mine, broken)
    assert code == 1
    assert "breaks: Model.modelName: the member may be absent now [made-optional]" in out
    assert "fine for programs with the new copy that get documents of older servers" in out
    code, out, _ = run(capsys, mine, broken, "--format", "json")
    assert code == 1
    assert [one["what"] for one in json.loads(out)["differences"]] == ["made-optional"]
    for unusable in (other, tmp_path / "none.d.ts"):
        code, out, err = run(capsys, mine, unusable)
        assert (code, out) == (2, "")
        assert unusable.name in err


@pytest.mark.parametrize("path", sorted((ROOT / "schema" / "released").glob("*/typescript/index.d.ts")), ids=str)
def test_clients_of_every_release_can_keep_their_copy(path: Path) -> None:
    found = compare(parse(path.read_text("utf-8")), parse(TODAY))
    assert [one for one in found if one.keeping is not F] == []
