"""Nothing that is secret, the server's, or under an unknown member of a site configuration comes out anywhere.

Every such text is a canary, each half of which has a mark, and the marks are looked for in all that is said.
"""

from __future__ import annotations

import json
import logging
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
LAYOUTS: list[dict[str, Any]] = [{"indent": 2}, {"separators": (",", ":")}, {"ensure_ascii": False}]


def told(text: str) -> dict[str, str]:
    """Return all that the library and its reports say about a site configuration."""
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


def printed(text: str, *arguments: str) -> str:
    """Return what a command prints, on both streams, for a site configuration on standard input."""
    done = CliRunner().invoke(cli, ["site", *arguments], input=text)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.output


@contextmanager
def logged() -> Iterator[StringIO]:
    """Collect everything that is logged, at any level."""
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


def assert_silent(said: Mapping[str, str], marks: Sequence[str] = BOTH) -> None:
    for name, text in said.items():
        lower = text.lower()
        for mark in marks if name != "server view" else (SECRET,):
            at = lower.find(mark.lower())
            assert at < 0, f"{name} tells …{text[max(at - 80, 0) : at + 80]}…"


@st.composite
def texts(draw: st.DrawFn, *, wild: bool = False, legacy: bool = False) -> str:
    """Site configurations as text, full of canaries; `wild` ones have them also where they do not fit."""
    planter = Planter(wild=lambda: wild and draw(st.sampled_from([False] * 3 + [True])))
    planted = planter.plant(draw(legacy_documents() if legacy else site_documents()))
    layout = draw(st.sampled_from(LAYOUTS))
    text = json.dumps(planted, **layout)
    if draw(st.booleans()):
        # The last bracket is one; any other may stand in a text.
        body, _, _ = text.rpartition("}")
        text = f"// {planter.canary(SECRET)}\n{body}/* {planter.canary(SECRET)} */ }}"
    return text


@settings(max_examples=60)
@given(texts())
def test_no_canary_is_told(text: str) -> None:
    with logged() as log:
        assert_silent({**told(text), "log": log.getvalue()})


@settings(max_examples=60)
@given(texts(wild=True))
def test_no_canary_is_told_from_where_it_does_not_fit(text: str) -> None:
    assert_silent(told(text))


@settings(max_examples=100)
@given(texts(), st.data())
def test_no_canary_is_told_of_a_broken_text(text: str, data: st.DataObject) -> None:
    """Cut, or with a character too many or one too few."""
    at = data.draw(st.integers(0, len(text)))
    rest = data.draw(st.sampled_from([text[at:], text[at + 1 :], ""]))
    more = data.draw(st.sampled_from(["", '"', "{", "}", ",", ":", "x", "\\", "\n", "/*", "//", "'", "\u0000"]))
    assert_silent(told(text[:at] + more + rest))


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
    ],
)
@settings(max_examples=15)
@given(text=texts())
def test_no_command_prints_a_canary(command: str, marks: Sequence[str], text: str) -> None:
    with logged() as log:
        out = printed(text, *command.split(), "--base", str(BASE_FILE))
    assert_silent({command: out}, marks)
    assert_silent({"log": log.getvalue()})


@settings(max_examples=20)
@given(texts())
def test_no_explanation_shows_a_credential(text: str) -> None:
    """Of any model or provider; what is the server's but no credential is the administrator's to see."""
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
    said = [json.dumps(one.to_json()) + as_table(one) for one, _ in found if one is not None]
    assert_silent({"explanations": "\n".join(said), "representations": repr(found)}, (SECRET,))
    assert_silent({"problems": repr([problems for _, problems in found])})


@settings(max_examples=60)
@given(texts(legacy=True))
def test_no_conversion_prints_a_credential(text: str) -> None:
    """What is the server's but no credential, such as an endpoint, is what the converted configuration is about."""
    assert_silent({"converted": printed(text, "convert", "-")}, (SECRET,))
    file, _ = parse_site(text)
    assert file is not None
    converted = convert_site(file.value)
    assert_silent({"notes": "\n".join(converted.notes), "representation": repr(converted)})
    assert_silent({**told(text)})


@settings(max_examples=20)
@given(texts(), texts(wild=True))
def test_no_state_of_a_live_configuration_tells_a_canary(text: str, other: str) -> None:
    with logged() as log:
        live = LiveConfiguration(BASE)
        said = {
            "first": repr(live.propose_site(text, "site.json")),
            "second": repr(live.propose_site(other)),
            "broken": repr(live.propose_site(text[: len(text) // 2])),
            "base": repr(live.propose_base({"models": []})),
            "state": repr((live.state(), live)),
            "client": json.dumps(current.client if (current := live.current()) else None),
        }
    assert_silent({**said, "log": log.getvalue()})


def test_the_canaries_are_there() -> None:
    """A net without fish in the pond proves nothing: what is made merges, and has canaries of both kinds."""
    merged, found = 0, {SECRET: 0, SERVER: 0}

    # Enough that whatever else this process has loaded, which Hypothesis draws from, cannot thin them out.
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
