"""The commands `schema check` and `schema explain`: what a schema change breaks, and why."""

from __future__ import annotations

from pathlib import Path

import click

from codegen.cli.schema_options import report_on, schema_option
from codegen.evolution import baseline as baselines
from codegen.evolution import exemptions
from codegen.evolution.diff.audiences import ALL_CATEGORIES, CATEGORY_SETS
from codegen.evolution.diff.snapshot import Snapshot, snapshot
from codegen.evolution.report import Report, VersionCheck, change_findings, check_version
from codegen.evolution.report_formats import FORMATS, render
from codegen.evolution.rules import rule_pages
from codegen.evolution.rules.findings import ChangeFinding
from codegen.pipeline import incomparable
from codegen.schema.loader import load_schemas
from modelconfig.cli.options import report as report_problems
from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE, echo, echo_err, use_colour
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, has_errors
from modelconfig.diagnostics.render.formats import render as render_problems
from modelconfig.diagnostics.suggestions import did_you_mean


@click.command()
@schema_option
@click.option(
    "--against", "reference", default=baselines.LAST_RELEASE, show_default=True, metavar="REV|DIR|release",
    help="Git revision, folder with schemas, released version, or `release` for the last release.",
)  # fmt: skip
@click.option(
    "--category", "categories", multiple=True, type=click.Choice([*CATEGORY_SETS], case_sensitive=False),
    help="Category to check: SOURCE, FORWARD, BACKWARD, or FULL (both directions). Repeatable. Default: all.",
)  # fmt: skip
@click.option(
    "--format", "format_name", type=click.Choice(FORMATS), default=FORMATS[0], show_default=True,
    help="Output format.",
)  # fmt: skip
def check(schema_directory: Path, reference: str, categories: tuple[str, ...], format_name: str) -> int:
    """Show what a schema change breaks, for whom, and which version comes next.

    Exit codes: 0 nothing breaks and the version is high enough, 1 something breaks or is undecided, or the version is
    too low, 2 wrong usage or unreadable input.
    """
    problem_format = format_name if format_name in ("json", "github") else "text"
    sources, problems = load_schemas(schema_directory)
    problems = problems or incomparable(sources)
    if has_errors(problems):
        return report_on(sources, sources.locate_problems(problems), problem_format)
    releases = baselines.load_releases(schema_directory)
    baseline = baselines.find_baseline(reference, schema_directory, releases)
    problems = baseline.problems or incomparable(baseline.sources)
    if has_errors(problems):
        report_on(baseline.sources, problems, problem_format)
        return UNUSABLE
    exempt = exemptions.load_exemptions(schema_directory)
    texts = {exempt.file: exempt.text}
    if exempt.problems:
        return report_problems(exempt.problems, problem_format, sources=texts)
    new = snapshot(sources)
    comparison = _Comparison(baseline, new, exempt, [snapshot(release) for release in baselines.history(releases)])
    findings, problems = comparison.findings()
    report = Report(
        baseline=baseline.label,
        findings=tuple(findings),
        version=comparison.version_check(findings),
        categories=frozenset().union(*(CATEGORY_SETS[name] for name in categories)) or ALL_CATEGORIES,
    )
    echo(render(report, new, format_name, colour=format_name == "text" and use_colour()))
    # Standard output is for the report; problems of exceptions go to standard error.
    echo_err(render_problems(problems, "text", sources=texts))
    return FINDINGS if report.fails or problems else CLEAN


class _Comparison:
    """The comparison of a schema with a baseline, with the exceptions and the releases of the schema."""

    def __init__(
        self, baseline: baselines.Baseline, new: Snapshot, exempt: exemptions.Exemptions, history: list[Snapshot]
    ) -> None:
        self._old = snapshot(baseline.sources)
        self._new = new
        self._exempt = exempt
        self._history = history
        self._is_released = baseline.released
        self._released_versions = [release.version for release in history]
        # The last release, where the baseline is something else.
        self._last = history[-1] if history and not baseline.released else None

    def findings(self) -> tuple[list[ChangeFinding], list[Problem]]:
        """Return the findings, the accepted ones marked, and the problems of exceptions."""
        version = self._old.version
        # Names of the past come from the releases other than the baseline.
        history = [release for release in self._history if not (self._is_released and release.version == version)]
        findings = change_findings(self._old, self._new, last_release=self._last, history=history)
        since = self._last.version if self._last and version not in self._released_versions else version
        applied = exemptions.apply_exemptions(findings, self._exempt, since)
        # An exception may match no finding of a comparison with another baseline than a release.
        unused = applied.unused if self._is_released else []
        unreleased = exemptions.unreleased_versions(self._exempt, [version, *self._released_versions])
        return applied.findings, [*applied.invalid, *unused, *unreleased]

    def version_check(self, findings: list[ChangeFinding]) -> VersionCheck:
        """Check the version against the baseline, or against the last release if the baseline was never released."""
        if self._last is None or self._old.version in self._released_versions:
            return check_version(self._old, self._new, findings)
        since_release = change_findings(self._last, self._new)
        applied = exemptions.apply_exemptions(since_release, self._exempt, self._last.version)
        return check_version(self._last, self._new, applied.findings)


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> int:
    """Print the page of RULE, or list all rules."""
    if rule is None:
        echo("".join(f"{name}: {rule_pages.summary(name)}\n" for name in rule_pages.rules_with_page()))
        return CLEAN
    text = rule_pages.page(rule)
    if text is None:
        hint = did_you_mean(rule, rule_pages.rules_with_page())
        echo_err(f"unknown rule {quote(rule)}. {hint}".rstrip() + "\n")
        return UNUSABLE
    echo(text)
    return CLEAN
