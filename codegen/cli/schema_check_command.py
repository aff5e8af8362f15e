"""The commands `schema check` and `schema explain`: what a schema change breaks, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from codegen.cli.schema_options import report_on, schema_option
from codegen.evolution import baseline as past
from codegen.evolution import exemptions
from codegen.evolution.diff.audiences import ALL_CATEGORIES, CATEGORY_SETS
from codegen.evolution.diff.snapshot import Snapshot, snapshot
from codegen.evolution.finding_locations import finding_locations
from codegen.evolution.releases import FOLDER
from codegen.evolution.report import Report, change_findings, next_version
from codegen.evolution.report_formats import FORMATS, render
from codegen.evolution.rules import rule_pages
from codegen.pipeline import incomparable
from codegen.schema.loader import load_schemas
from modelconfig.cli.options import report as report_problems
from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE, echo, echo_err, use_colour
from modelconfig.diagnostics.problem import has_errors
from modelconfig.diagnostics.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from codegen.evolution.next_version import VersionCheck
    from codegen.evolution.rules.findings import ChangeFinding
    from modelconfig.diagnostics.problem import Problem


@dataclass(frozen=True, slots=True)
class _Past:
    """What the present is compared with, and the releases beside it."""

    old: Snapshot
    label: str
    released: bool
    history: tuple[Snapshot, ...]

    @property
    def last(self) -> Snapshot | None:
        """The last release, unless it is the old side itself."""
        return None if self.released or not self.history else self.history[-1]

    @property
    def since(self) -> str:
        """The released version since which exceptions count."""
        versions = [release.version for release in self.history]
        return self.old.version if self.released or self.old.version in versions or not versions else versions[-1]


@click.command()
@schema_option
@click.option(
    "--against", default=past.LAST_RELEASE, show_default=True, metavar="REV|DIR|release",
    help="A git revision, a folder with schemas, a released version, or `release` for the last one.",
)  # fmt: skip
@click.option(
    "--category", "categories", multiple=True, type=click.Choice([*CATEGORY_SETS], case_sensitive=False),
    help="What counts: SOURCE, FORWARD, BACKWARD, FULL (both directions). Repeatable; everything unless given.",
)  # fmt: skip
@click.option(
    "--format", "format_name", type=click.Choice(FORMATS), default=FORMATS[0], show_default=True,
    help="How to print findings.",
)  # fmt: skip
def check(schema_directory: Path, against: str, categories: tuple[str, ...], format_name: str) -> int:
    """Tell what a change of the schema breaks, for whom, and which version number comes next.

    Exit codes: 0 nothing breaks and the version is right, 1 something breaks, is undecided, or the version was not
    raised, 2 wrong usage or unreadable input.
    """
    sources, problems = load_schemas(schema_directory)
    problems = problems or incomparable(sources)
    if has_errors(problems):
        return report_on(sources, sources.placed(problems), _of_problems(format_name))
    releases = past.load_releases(schema_directory)
    baseline = past.find_baseline(against, schema_directory, releases)
    unfit = baseline.problems or incomparable(baseline.sources)
    if has_errors(unfit):
        report_on(baseline.sources, unfit, _of_problems(format_name))
        return UNUSABLE
    exempt, wrong, texts = exemptions.load_exemptions(schema_directory)
    if wrong:
        return report_problems(wrong, _of_problems(format_name), sources=texts)
    frozen = tuple(snapshot(release) for release in past.history(releases))
    compared = _Past(snapshot(baseline.sources), baseline.label, baseline.released, frozen)
    new = snapshot(sources)
    findings, wrong = _judged(compared, new, exempt, (schema_directory / FOLDER / exemptions.NAME).as_posix())
    chosen = frozenset().union(*(CATEGORY_SETS[name] for name in categories)) if categories else ALL_CATEGORIES
    report = Report(
        baseline=compared.label,
        findings=tuple(findings),
        version=_version(compared, new, findings, exempt),
        categories=chosen,
    )
    echo(render(report, finding_locations(findings, new), format_name, colour=format_name == "text" and use_colour()))
    if wrong:
        # Standard output holds one report; what is wrong with exceptions accompanies it.
        from modelconfig.diagnostics.render.formats import render as render_problems

        echo_err(render_problems(wrong, "text", sources=texts))
    return FINDINGS if report.fails or wrong else CLEAN


def _judged(
    compared: _Past, new: Snapshot, exempt: Sequence[exemptions.Exemption], file: str
) -> tuple[list[ChangeFinding], list[Problem]]:
    # Older releases than the old side tell names of the past; the old side itself tells the present.
    history = [
        release for release in compared.history if release.version != compared.old.version or not compared.released
    ]
    findings = change_findings(compared.old, new, last_release=compared.last, history=history)
    remaining, wrong = exemptions.apply_exemptions(findings, exempt, compared.since, file)
    if not compared.released:
        # Compared with anything else, an exception may well find nothing to accept.
        wrong = [problem for problem in wrong if "nothing needs" not in problem.message]
    known = [compared.old.version, *(release.version for release in compared.history)]
    return remaining, wrong + exemptions.too_early(exempt, known, file)


def _version(
    compared: _Past, new: Snapshot, findings: Sequence[ChangeFinding], exempt: Sequence[exemptions.Exemption]
) -> VersionCheck:
    """Return the judgement on the version: after the old side, or after the last release if that one never was one."""
    last = compared.last
    if last is None or compared.old.version in {release.version for release in compared.history}:
        return next_version(compared.old, new, findings)
    since_release, _ = exemptions.apply_exemptions(change_findings(last, new), exempt, last.version, "")
    return next_version(last, new, since_release)


def _of_problems(format_name: str) -> str:
    """Return the format for problems that goes with one for reports."""
    return format_name if format_name in ("json", "github") else "text"


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> int:
    """Print the page of RULE, or list all rules."""
    if rule is None:
        echo("".join(f"{name}: {rule_pages.summary(name)}\n" for name in rule_pages.rules_with_page()))
        return CLEAN
    text = rule_pages.page(rule)
    if text is None:
        echo_err(
            f"no rule is called {rule!r}. {did_you_mean(rule, rule_pages.rules_with_page())}\n".replace(" \n", "\n")
        )
        return UNUSABLE
    echo(text)
    return CLEAN
