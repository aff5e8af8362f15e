"""The reference pages: the output for each form, complete content, and no text that becomes markup."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from codegen.ir import model as ir
from codegen.schema.traversal import subschemas
from codegen.targets.reference import emitter
from codegen.targets.value_notes import code_words, limits_notes
from tests.codegen.targets.reference.golden import CASES, SCHEMAS, pages
from tests.codegen.targets.reference.reading import OWN_HTML, read

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = [SCHEMAS, *CASES]
BLOCKS = {"heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "fence", "softbreak", "text"}
TABLES = {f"{part}_{side}" for part in ("table", "thead", "tbody", "tr", "th", "td") for side in ("open", "close")}
INLINE = {"code_inline", "link_open", "link_close", "strong_open", "strong_close", *OWN_HTML}


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_golden(case: Path, tmp_path: Path) -> None:
    made = pages(case)
    assert sorted(made) == sorted(path.name for path in case.glob("*.md"))
    for name, text in made.items():
        (tmp_path / name).write_text(text, "utf-8")
        assert (case / name).read_text("utf-8") == text, f"to accept: cp {tmp_path / name} {case / name}"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_page_has_only_the_markup_of_the_template(folder: Path) -> None:
    for name, text in pages(folder).items():
        shown = read(text)
        comments = {kind for kind in shown.kinds if kind.startswith("<!-- ")}
        assert len(comments) == (2 if name == "model.md" else 1)
        assert shown.kinds <= BLOCKS | TABLES | INLINE | comments
        assert {len(row) for row in shown.rows} <= {2, 3, 5}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_link_leads_to_a_heading(folder: Path) -> None:
    shown = {name: read(text) for name, text in pages(folder).items()}
    anchors = {
        name: [re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in page.headings]
        for name, page in shown.items()
    }
    for name, page in shown.items():
        assert len(set(anchors[name])) == len(anchors[name])
        assert page.links
        for text, target in page.links:
            file, _, anchor = target.partition("#")
            assert anchor in anchors[file or name], target
            assert text.lower() == anchor


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_property_value_and_description_is_on_the_page(folder: Path) -> None:
    for path in folder.glob("*.json"):
        schema = json.loads(path.read_text("utf-8"))
        shown = read(pages(folder)[f"{path.stem}.md"])
        assert {"Reference: " + schema["title"], *schema["$defs"]} == set(shown.headings)
        first = [row[0] for row in shown.rows]
        everything = plain(" ".join([*shown.texts, *(cell for row in shown.rows for cell in row)]))
        for place, node in subschemas(schema):
            for name in node.get("properties", {}):
                assert name in first, place
            if place.rpartition("/")[0].endswith("/oneOf") and "const" in node:
                assert json.dumps(node["const"]) in first
            if folder == SCHEMAS and "description" in node:
                assert plain(node["description"]).replace("`", "") in everything, place
            if node.get("x-secret"):
                assert "Secret: masked in all output; do not log it." in everything


def test_secret_and_server_side_properties_are_marked() -> None:
    model = json.loads((SCHEMAS / "model.json").read_text("utf-8"))
    rows = {row[0]: row[4] for row in read(pages(SCHEMAS)["model.md"]).rows if len(row) == 5}
    hidden = [
        name
        for definition in model["$defs"].values()
        for name, member in definition.get("properties", {}).items()
        if member.get("x-visibility") == "server"
    ]
    assert hidden
    assert all("Server-side: never sent to clients." in rows[name] for name in hidden)
    assert "Secret" in rows["accessToken"]


def test_every_page_is_marked_as_generated() -> None:
    for name, text in pages(SCHEMAS).items():
        head = text.splitlines()[0]
        assert all(words in head for words in ("Do not edit", "python3 dev.py -s codegen")), name
        assert text.endswith("\n")
        assert not text.endswith("\n\n")


def test_examples_come_from_the_schema() -> None:
    for path in SCHEMAS.glob("*.json"):
        text = pages(SCHEMAS)[f"{path.stem}.md"]
        blocks = [json.loads(block) for block in re.findall(r"^```json\n(.*?)\n```$", text, re.DOTALL | re.MULTILINE)]
        definitions = json.loads(path.read_text("utf-8"))["$defs"].values()
        examples = [definition.get("examples", []) for definition in definitions]
        # Examples of one line are beside the description.
        long = [group for group in examples if any(isinstance(example, (dict, list)) and example for example in group)]
        assert blocks == [example for group in long for example in group]


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        (ir.Limits(min_length=0, max_length=3), ["At most 3 characters."]),
        (ir.Limits(min_length=1, max_length=1), ["Exactly 1 character."]),
        (ir.Limits(min_length=0, max_length=0), ["Exactly 0 characters."]),
        (ir.Limits(minimum=0, maximum=2**53 - 1), ["At least 0."]),
        (ir.Limits(minimum=-(2**53) + 1, exclusive_maximum=1.5), ["Less than 1.5."]),
    ],
)
def test_limits_that_are_not_defaults_are_shown(limits: ir.Limits, expected: list[str]) -> None:
    assert limits_notes(limits, ir.Primitive(ir.Scalar.STRING), code_words) == expected


def test_the_article_agrees_with_the_first_letter() -> None:
    names = ["Array", "Endpoint", "Item", "OpenAIProvider", "Model", "URL"]
    assert [emitter.article(name) for name in names] == ["an", "an", "an", "an", "a", "a"]
