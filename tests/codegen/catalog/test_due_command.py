"""`python -m codegen due`: what is due on a day, in a small catalogue."""

from __future__ import annotations

import json
from pathlib import Path

import click.testing
import pytest

from codegen.cli.due_command import due

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests" / "cases" / "catalog"
LIFECYCLE = CASES / "positive" / "lifecycle"


def run(*arguments: str, catalog: Path = LIFECYCLE) -> click.testing.Result:
    fixed = ["--catalog", str(catalog), "--schema", str(ROOT / "schema")]
    result = click.testing.CliRunner().invoke(due, [*fixed, *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def found(*arguments: str, catalog: Path = LIFECYCLE) -> list[tuple[str, str, str]]:
    problems = json.loads(run(*arguments, "--format", "json", catalog=catalog).stdout)
    return [(problem["code"], problem["severity"], problem["pointer"]) for problem in problems]


NEW_PRICE = ("MC287", "warning", "/models/0/cost/until")
ENDING = "/models/1/lifecycle/retires"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("2026-11-25", "--within", "0d"), [("MC287", "warning", "/models/1/cost/until")]),
        (("2026-11-25", "--within", "1d"), [NEW_PRICE, ("MC287", "warning", "/models/1/cost/until")]),
        (
            ("2026-11-26",),
            [("MC286", "warning", ENDING), NEW_PRICE, ("MC287", "warning", "/models/1/cost/until")],
        ),
        (
            ("2026-11-27",),
            [("MC273", "error", "/models/1/status"), NEW_PRICE, ("MC287", "warning", "/models/1/cost/until")],
        ),
    ],
    ids=str,
)
def test_models_and_prices_that_end(arguments: tuple[str, ...], expected: list[tuple[str, str, str]]) -> None:
    assert found("--on", *arguments) == expected
    assert run("--on", *arguments).exit_code == any(severity == "error" for _, severity, _ in expected)


def test_default_models_come_first() -> None:
    soon = CASES / "negative" / "default-retires-soon"
    assert [problem[::2] for problem in found("--on", "2027-01-01", catalog=soon)][:3] == [
        ("MC275", f"/defaultModels/{role}") for role in ("chat", "fastChat", "codeCompletion")
    ]
    assert found("--on", "2027-03-01", catalog=soon)[0] == ("MC274", "error", "/defaultModels/chat")


def test_values_that_were_not_checked_for_180_days() -> None:
    def old(day: str) -> list[str]:
        return [pointer for code, _, pointer in found("--on", day, "--within", "0d") if code == "MC288"]

    assert old("2027-05-24") == []
    assert old("2027-05-25") == ["/models/0/limits/checked"]
    assert old("2027-05-26") == [
        "/models/0/lifecycle/checked",
        "/models/0/limits/checked",
        "/models/0/cost/checked",
        "/models/0/checked",
    ]


@pytest.mark.parametrize("day", ["0001-01-01", "1970-01-01", "2100-01-01", "9999-12-31"])
def test_any_day_is_accepted(day: str) -> None:
    assert run("--on", day, "--within", "36500d").exit_code in {0, 1}


@pytest.mark.parametrize("within", ["90", "d", "-1d", "1.5d", "90 d", "36501d", "9999999d"])
def test_another_time_is_wrong_usage(within: str) -> None:
    result = run("--on", "2026-11-26", "--within", within)
    assert result.exit_code == 2
    assert "such as 90d" in result.stderr


def test_the_day_must_be_given() -> None:
    assert run().exit_code == 2


def test_an_invalid_catalogue_is_reported() -> None:
    result = run("--on", "2026-11-26", catalog=CASES / "negative" / "unknown-window")
    assert result.exit_code == 1
    assert "MC250" in result.stdout
