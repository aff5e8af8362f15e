"""The commands `schema check` and `schema explain`: what a schema change breaks, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from codegen.cli.schema_options import report_on, schema_option
from codegen.evolution import baseline as baselines
from codegen.evolution import exemptions
from codegen.evolution.diff.audiences import ALL_CATEGORIES, CATEGORY_SETS
from codegen.evolution.diff.snapshot import Snapshot, snapshot
from codegen.evolution.finding_locations import finding_locations
from codegen.evolution.next_version import VersionCheck
from codegen.evolution.releases import FOLDER
from codegen.evolution.report import Report, change_findings, next_version
from codegen.evolution.report_formats import FORMATS, render
from codegen.evolution.rules import rule_pages
from codegen.evolution.rules.findings import ChangeFinding
from codegen.pipeline import incomparable
from codegen.schema.loader import load_schemas
from modelconfig.cli.options import report as report_problems
from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE, echo, echo_err, use_colour
from modelconfig.diagnostics.problem import Problem, has_errors
from modelconfig.diagnostics.suggestions import did_you_mean


@dataclass(frozen=True, slots=True)
class _Comparison:
    """The baseline of a comparison, and the releases of the schema."""

    old: Snapshot
    label: str
    released: bool
    history: tuple[Snapshot, ...]

    @property
    def last(self) -> Snapshot | None:
        """Return the last release; None if the baseline is a release, or if no release exists."""
        return None if self.released or not self.history else self.history[-1]

    @property
    def since(self) -> str:
        """Return the released version from which exemptions apply."""
        versions = [release.version for release in self.history]
        return self.old.version if self.released or self.old.version in versions or not versions else versions[-1]


@click.command()
@schema_option
@click.option(
    "--against", "reference", default=baselines.LAST_RELEASE, show_default=True, metavar="REV|DIR|release",
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
def check(schema_directory: Path, reference: str, categories: tuple[str, ...], format_name: str) -> int:
    """Tell what a change of the schema breaks, for whom, and which version number comes next.

    Exit codes: 0 nothing breaks and the version is right, 1 something breaks, is undecided, or the version was not
    raised, 2 wrong usage or unreadable input.
    """
    sources, problems = load_schemas(schema_directory)
    problems = problems or incomparable(sources)
    if has_errors(problems):
        return report_on(sources, sources.locate_problems(problems), _problem_format(format_name))
    releases = baselines.load_releases(schema_directory)
    baseline = baselines.find_baseline(reference, schema_directory, releases)
    baseline_problems = baseline.problems or incomparable(baseline.sources)
    if has_errors(baseline_problems):
        report_on(baseline.sources, baseline_problems, _problem_format(format_name))
        return UNUSABLE
    exempt, exemption_problems, texts = exemptions.load_exemptions(schema_directory)
    if exemption_problems:
        return report_problems(exemption_problems, _problem_format(format_name), sources=texts)
    history = tuple(snapshot(release) for release in baselines.history(releases))
    comparison = _Comparison(snapshot(baseline.sources), baseline.label, baseline.released, history)
    new = snapshot(sources)
    findings, exemption_problems = _compare(
        comparison, new, exempt, (schema_directory / FOLDER / exemptions.NAME).as_posix()
    )
    chosen = frozenset().union(*(CATEGORY_SETS[name] for name in categories)) if categories else ALL_CATEGORIES
    report = Report(
        baseline=comparison.label,
        findings=tuple(findings),
        version=_version_check(comparison, new, findings, exempt),
        categories=chosen,
    )
    echo(render(report, finding_locations(findings, new), format_name, colour=format_name == "text" and use_colour()))
    if exemption_problems:
        # Standard output is for the report; problems of exemptions go to standard error.
        from modelconfig.diagnostics.render.formats import render as render_problems

        echo_err(render_problems(exemption_problems, "text", sources=texts))
    return FINDINGS if report.fails or exemption_problems else CLEAN


def _compare(
    comparison: _Comparison, new: Snapshot, exempt: Sequence[exemptions.Exemption], file: str
) -> tuple[list[ChangeFinding], list[Problem]]:
    # Names of the past come from the releases other than the baseline.
    history = [
        release
        for release in comparison.history
        if release.version != comparison.old.version or not comparison.released
    ]
    findings = change_findings(comparison.old, new, last_release=comparison.last, history=history)
    applied = exemptions.apply_exemptions(findings, exempt, comparison.since, file)
    # An exemption may match no finding of a comparison with another baseline than a release.
    unused = applied.unused if comparison.released else []
    known = [comparison.old.version, *(release.version for release in comparison.history)]
    return applied.findings, [*applied.invalid, *unused, *exemptions.too_early(exempt, known, file)]


def _version_check(
    comparison: _Comparison, new: Snapshot, findings: Sequence[ChangeFinding], exempt: Sequence[exemptions.Exemption]
) -> VersionCheck:
    """Check the version against the baseline, or against the last release if the baseline was never released."""
    last = comparison.last
    if last is None or comparison.old.version in {release.version for release in comparison.history}:
        return next_version(comparison.old, new, findings)
    applied = exemptions.apply_exemptions(change_findings(last, new), exempt, last.version, "")
    return next_version(last, new, applied.findings)


def _problem_format(format_name: str) -> str:
    """Return the format for problems that matches a format for reports."""
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
        sentences = f"no rule is called {rule!r}.", did_you_mean(rule, rule_pages.rules_with_page())
        echo_err(" ".join(filter(None, sentences)) + "\n")
        return UNUSABLE
    echo(text)
    return CLEAN
