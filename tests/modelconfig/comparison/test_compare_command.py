"""`modelconfig compare`: arguments, JSON output and hostile files."""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from modelconfig.comparison import endoflife
from modelconfig.comparison.source_files import KINDS, read_file
from modelconfig.comparison.source_model import InvalidRow
from modelconfig.diagnostics.problem import has_errors
from modelconfig.documents.loader import load_document
from tests.helpers.command_line import run
from tests.modelconfig.comparison.test_compare_cases import CASES

if TYPE_CHECKING:
    from pathlib import Path

PRICES = CASES / "price-minority"
NAMES = st.sampled_from(
    "models result releases name litellm_provider input_cost_per_token deprecation_date mode cost limit context input "
    "output prices input_mtok base constraint start_date match or equals id eoasFrom eolFrom custom modalities".split()
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4) | st.just("2026-01-01")
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES | st.text(max_size=3), inner, max_size=4)
)


def test_json_has_both_sides_of_each_disagreement() -> None:
    sources = [
        part
        for kind in ("litellm", "models.dev", "genai-prices")
        for part in ("--with", f"{kind}={PRICES}/{kind}.json")
    ]
    result = run("compare", PRICES / "models.json", *sources, "--format", "json")
    assert result.returncode == 1
    assert result.stderr == ""
    assert json.loads(result.stdout) == [
        {
            "code": "MC505",
            "kind": "price",
            "severity": "error",
            "ref": "acme::v1::large",
            "pointer": "/models/0/estimatedModelCost/inputTokenPennies",
            "field": "inputTokenPennies",
            "ours": 3.0,
            "theirs": 2.0,
            "detail": "",
            "agree": [
                {"source": "litellm", "value": 2.0, "reason": "same name"},
                {"source": "models.dev", "value": 2, "reason": "same name"},
            ],
            "dissent": [{"source": "genai-prices", "value": 3, "reason": "same name"}],
        }
    ]


def test_without_a_document_the_embedded_one_is_compared(tmp_path: Path) -> None:
    source = tmp_path / "litellm.json"
    source.write_text('{"x": {"litellm_provider": "acme"}}', "utf-8")
    result = run("compare", "--with", f"litellm={source}", "--format", "json")
    refs = {found["ref"] for found in json.loads(result.stdout)}
    models = load_document()["models"]
    assert refs == {model["modelRef"] for model in models if model["status"] != "deprecated"}


@pytest.mark.parametrize("value", ["litellm", "litellm=", "tokencost=x.json", "=x.json"])
def test_another_kind_is_wrong_usage(value: str) -> None:
    result = run("compare", "--with", value)
    assert result.returncode == 2
    assert "litellm, models.dev, genai-prices, endoflife.date" in result.stderr


def test_the_help_names_every_kind() -> None:
    text = " ".join(run("compare", "--help").stdout.split())
    assert all(kind in text for kind in KINDS)


def test_every_unreadable_file_is_reported(tmp_path: Path) -> None:
    missing = tmp_path / "missing.json"
    result = run(
        "compare", "--with", f"litellm={missing}", "--with", f"models.dev={CASES / 'truncated' / 'models.dev.json'}"
    )
    assert result.returncode == 2
    assert result.stdout == ""
    assert "MC001" in result.stderr
    assert "MC003" in result.stderr


def test_a_product_file_needs_a_yaml_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(InvalidRow, match="PyYAML"):
        endoflife.parse_markdown("---\nreleases: []\n---\n")


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=VALUES)
def test_no_value_of_a_file_ends_in_a_traceback(kind: str, value: Any, tmp_path: Path) -> None:
    file = tmp_path / "source.json"
    file.write_text(json.dumps(value), "utf-8")
    models, problems = read_file(kind, str(file), date(2026, 11, 26))
    assert problems or all(model.source == kind for model in models)


def test_a_large_file_is_compared(tmp_path: Path) -> None:
    row = {"litellm_provider": "acme", "mode": "chat", "input_cost_per_token": 3e-06, "text": "x" * 700}
    file = tmp_path / "litellm.json"
    file.write_text(json.dumps({f"model-{number}": row for number in range(50_000)}), "utf-8")
    assert file.stat().st_size > 40_000_000
    models, problems = read_file("litellm", str(file), None)
    assert len(models) == 50_000
    assert problems == []


@pytest.mark.parametrize(
    ("kind", "name", "size"),
    [("litellm", "a.json", 64 << 20), ("genai-prices", "data.py", 4 << 20), ("endoflife.date", "claude.md", 1 << 18)],
)
def test_a_file_that_is_too_large_for_its_parser_is_not_read(kind: str, name: str, size: int, tmp_path: Path) -> None:
    file = tmp_path / name
    with file.open("wb") as stream:
        stream.truncate(size + 1)
    models, problems = read_file(kind, str(file), None)
    assert models == []
    assert [(problem.code, str(size) in problem.message) for problem in problems] == [("MC001", True)]


def test_a_file_of_duplicate_properties_is_not_searched_to_its_end(tmp_path: Path) -> None:
    file = tmp_path / "litellm.json"
    file.write_text("{" + ",".join(['"a": {"litellm_provider": "x"}'] * 10_000) + "}", "utf-8")
    models, problems = read_file("litellm", str(file), None)
    assert models == []
    assert {problem.code for problem in problems} == {"MC004"}
    assert len(problems) == 100
    assert has_errors(problems)


def test_a_pipe_is_read() -> None:
    text = (PRICES / "litellm.json").read_bytes()
    read_end, write_end = os.pipe()
    os.write(write_end, text)
    os.close(write_end)
    models, problems = read_file("litellm", f"/dev/fd/{read_end}", None)
    os.close(read_end)
    assert len(models) == 1
    assert problems == []


def test_files_of_one_kind_count_as_one_source(tmp_path: Path) -> None:
    """A copy of a catalogue has its format: the first file counts, and no other source is outvoted."""
    copy = tmp_path / "copy.json"
    copy.write_text('{"large": {"litellm_provider": "acme", "input_cost_per_token": 3e-06}}', "utf-8")
    kinds = (("litellm", PRICES / "litellm.json"), ("litellm", copy), ("genai-prices", PRICES / "genai-prices.json"))
    sources = [part for kind, file in kinds for part in ("--with", f"{kind}={file}")]
    result = run("compare", PRICES / "models.json", *sources, "--format", "json")
    [found] = json.loads(result.stdout)
    assert result.returncode == 0
    assert found["kind"] == "sources-disagree"
    assert [len(found[side]) for side in ("agree", "dissent")] == [1, 1]


def test_values_that_contain_each_other_are_not_expanded(tmp_path: Path) -> None:
    file = tmp_path / "claude.md"
    levels = [f"{chr(98 + at)}: &{chr(98 + at)} [{', '.join([f'*{chr(97 + at)}'] * 9)}]" for at in range(20)]
    file.write_text("\n".join(["---", "a: &a [x]", *levels, "permalink: *u", "releases: *u", "---", ""]), "utf-8")
    models, problems = read_file("endoflife.date", str(file), None)
    assert models == []
    assert [problem.code for problem in problems] == ["MC501"]


@pytest.mark.parametrize(
    "line",
    [
        *('a: !!int ""', "a: !!bool x", "a: !!timestamp x", f"a: 1{':01' * 400}.5", "a: &a [*a]", "? [a]\n: b"),
        "\n".join(["a0: &a0 {x: y}", *(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 60))]),
    ],
)
def test_no_yaml_value_takes_exponential_time_or_ends_in_a_traceback(line: str, tmp_path: Path) -> None:
    file = tmp_path / "claude.md"
    file.write_text(f"---\npermalink: /claude\n{line}\nreleases:\n- releaseCycle: 3.5\n  eoas: No\n---\n", "utf-8")
    models, problems = read_file("endoflife.date", str(file), None)
    assert [model.name for model in models] == ["3.5"] * (not problems)
    assert {problem.code for problem in problems} <= {"MC501"}


@pytest.mark.parametrize(
    "value",
    [
        *("{[1]: 2, 3: 4, 'x': 5}", "x.date([1], 2, 3)", "x.date({}, 1)", "x.date(None)", "x.date(1.5, ...)"),
        *(f"0x{'f' * 400}", f"-0x{'f' * 5000}", "1j", "b'a'", "...", f"x.date(0x{'f' * 400}, 1, 1)"),
    ],
)
@pytest.mark.parametrize("name", ["id", "context_window", "match", "prices", "start_date"])
def test_no_python_value_ends_in_a_traceback(name: str, value: str, tmp_path: Path) -> None:
    file = tmp_path / "data.py"
    price = f"Price(constraint=Start({name}={value}), prices=Prices(input_mtok=1))"
    file.write_text(f"x: y = [P(id='a', models=[M(prices=[{price}], **{{}}, {name}={value})])]", "utf-8")
    _, problems = read_file("genai-prices", str(file), date(2026, 11, 26))
    assert {problem.code for problem in problems} <= {"MC501", "MC502"}


def test_a_device_is_not_read() -> None:
    models, problems = read_file("litellm", "/dev/zero", None)
    assert models == []
    assert [problem.code for problem in problems] == ["MC001"]
