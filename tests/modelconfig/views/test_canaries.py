"""No output contains a credential, a server-side value, or the value of an unknown property of a site configuration.

Every such text is a canary with a mark in each half; the tests search every output for the marks.
"""

from __future__ import annotations

import json
import logging
import re
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from modelconfig.analysis.check import check_site
from modelconfig.analysis.explain import explain_site
from modelconfig.cli.main import cli
from modelconfig.cli.site.explanation_table import as_table
from modelconfig.diagnostics.render.formats import FORMATS, render
from modelconfig.live.configuration import LiveConfiguration
from modelconfig.merge.pipeline import merge_site
from modelconfig.site.legacy.conversion import convert_site
from modelconfig.site.masking import mask_of
from modelconfig.site.site_file import parse_site
from modelconfig.views.client_view import client_view
from modelconfig.views.server_view import server_view
from tests.helpers.site_documents import BASE, BASE_FILE, SECRET, SERVER, Planter, legacy_documents, site_documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

BOTH = (SECRET, SERVER)
EXAMPLE = BASE_FILE.parents[3] / "docs" / "examples" / "site" / "self-hosted.jsonc"
LAYOUTS: list[dict[str, Any]] = [{"indent": 2}, {"separators": (",", ":")}, {"ensure_ascii": False}]


def library_outputs(text: str) -> dict[str, str]:
    """Return all that the library returns and reports for a site configuration."""
    file, problems = parse_site(text, "site.json")
    out: dict[str, str] = {}
    if file is not None:
        merged = merge_site(BASE, file.value)
        problems = [*problems, *file.place(check_site(BASE, file.value)), *file.place(merged.problems)]
        out["representations"] = repr((file, merged, merged.provenance, merged.provenance.origin("/providers/0")))
        if merged.document is not None:
            out["client view"] = json.dumps(client_view(merged.document))
            out["server view"] = json.dumps(server_view(merged.document))
    out["problems"] = "\n".join(f"{one.message}\n{one.hint}\n{one.pointer}" for one in problems)
    for name in FORMATS:
        out[name] = render(problems, name, sources={"site.json": text}, masks={"site.json": mask_of(text)})
    return out


def command_output(text: str, *arguments: str) -> str:
    """Return what a command prints, on both streams, for a site configuration on standard input."""
    done = CliRunner().invoke(cli, ["site", *arguments], input=text)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.output


@contextmanager
def logged() -> Iterator[StringIO]:
    """Collect every log record, at any level."""
    stream = StringIO()
    handler, root = logging.StreamHandler(stream), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield stream
    finally:
        root.removeHandler(handler)
        root.setLevel(level)


def assert_without_marks(outputs: Mapping[str, str], marks: Sequence[str] = BOTH) -> None:
    for name, text in outputs.items():
        lower = text.lower()
        for mark in marks if name != "server view" else (SECRET,):
            at = lower.find(mark.lower())
            assert at < 0, f"{name} contains …{text[max(at - 80, 0) : at + 80]}…"


@st.composite
def texts(draw: st.DrawFn, *, wild: bool = False, legacy: bool = False) -> str:
    """Generate site configurations as text with canaries; with `wild`, also where the schema expects other types."""
    planter = Planter(wild=lambda: wild and draw(st.sampled_from([False] * 3 + [True])))
    planted = planter.plant(draw(legacy_documents() if legacy else site_documents()))
    layout = draw(st.sampled_from(LAYOUTS))
    text = json.dumps(planted, **layout)
    if draw(st.booleans()):
        # Only the last bracket is sure to be one; any other may be part of a string.
        body, _, _ = text.rpartition("}")
        text = f"// {planter.canary(SECRET)}\n{body}/* {planter.canary(SECRET)} */ }}"
    return text


@settings(max_examples=60)
@given(texts())
def test_no_report_contains_a_canary(text: str) -> None:
    with logged() as log:
        assert_without_marks({**library_outputs(text), "log": log.getvalue()})


@settings(max_examples=60)
@given(texts(wild=True))
def test_no_report_contains_a_canary_of_an_invalid_location(text: str) -> None:
    assert_without_marks(library_outputs(text))


@settings(max_examples=100)
@given(texts(), st.data())
def test_no_report_contains_a_canary_of_an_invalid_text(text: str, data: st.DataObject) -> None:
    """The text is truncated, or has one character too many or too few."""
    at = data.draw(st.integers(0, len(text)))
    # Not within a name: what is left of a canary does not look like a credential, and such names are shown.
    if name := re.compile(r'\w+(?="\s*:)').match(text, at):
        at = name.end()
    rest = data.draw(st.sampled_from([text[at:], text[at + 1 :], ""]))
    more = data.draw(st.sampled_from(["", '"', "{", "}", ",", ":", "x", "\\", "\n", "/*", "//", "'", "\u0000"]))
    assert_without_marks(library_outputs(text[:at] + more + rest))


@pytest.mark.parametrize(
    ("command", "marks"),
    [
        ("check - --format json", BOTH),
        ("render -", BOTH),
        ("render - --view server", (SECRET,)),
        ("explain - for-all", (SECRET,)),
        ("explain - our-llm --format json", (SECRET,)),
        ("explain - acme", (SECRET,)),
        ("explain - defaultModels", BOTH),
        ("list -", BOTH),
        ("list - --format json", BOTH),
        ("diff -", BOTH),
        ("diff - --format json", BOTH),
        (f"diff {EXAMPLE} -", BOTH),
    ],
)
@settings(max_examples=15)
@given(text=texts())
def test_no_command_prints_a_canary(command: str, marks: Sequence[str], text: str) -> None:
    with logged() as log:
        out = command_output(text, *command.split(), "--base", str(BASE_FILE))
    assert_without_marks({command: out}, marks)
    assert_without_marks({"log": log.getvalue()})


@settings(max_examples=20)
@given(texts())
def test_no_explanation_shows_a_credential(text: str) -> None:
    """Explain any model and provider. Administrators may see server-side values that are not credentials."""
    file, _ = parse_site(text, "site.json")
    assert file is not None
    document = merge_site(BASE, file.value).document or BASE
    found = [
        explain_site(BASE, file, name)
        for name in [
            *(provider["id"] for provider in document["providers"]),
            *(model["modelRef"] for model in [*document["models"], *BASE["models"]]),
        ]
    ]
    outputs = [json.dumps(one.to_json()) + as_table(one) for one, _ in found if one is not None]
    assert_without_marks({"explanations": "\n".join(outputs), "representations": repr(found)}, (SECRET,))
    assert_without_marks({"problems": repr([problems for _, problems in found])})


@settings(max_examples=60)
@given(texts(legacy=True))
def test_no_conversion_prints_a_credential(text: str) -> None:
    """Server-side values that are not credentials, such as endpoints, belong to the converted configuration."""
    assert_without_marks({"converted": command_output(text, "convert", "-")}, (SECRET,))
    file, _ = parse_site(text)
    assert file is not None
    converted = convert_site(file.value)
    assert_without_marks({"notes": "\n".join(converted.notes), "representation": repr(converted)})
    assert_without_marks({**library_outputs(text)})


@settings(max_examples=20)
@given(texts(), texts(wild=True))
def test_no_state_of_a_live_configuration_contains_a_canary(text: str, other: str) -> None:
    with logged() as log:
        live = LiveConfiguration(BASE)
        outputs = {
            "first": repr(live.propose_site(text, "site.json")),
            "second": repr(live.propose_site(other)),
            "broken": repr(live.propose_site(text[: len(text) // 2])),
            "base": repr(live.propose_base({"models": []})),
            "state": repr((live.state(), live)),
            "client": json.dumps(current.client if (current := live.current()) else None),
        }
    assert_without_marks({**outputs, "log": log.getvalue()})


def test_the_generated_configurations_contain_canaries() -> None:
    """Generated configurations can be merged and contain canaries of both kinds, so the other tests are effective."""
    merged, found = 0, {SECRET: 0, SERVER: 0}

    # Hypothesis also draws constants of loaded modules, so use enough examples to get canaries in any case.
    @settings(max_examples=150, database=None, derandomize=True)
    @given(texts())
    def count(text: str) -> None:
        nonlocal merged
        file, _ = parse_site(text)
        assert file is not None
        document = merge_site(BASE, file.value).document
        if document is not None:
            merged += 1
            for mark in found:
                found[mark] += mark in json.dumps(document)

    count()
    assert merged > 15
    assert min(found.values()) > 5
