"""The commands `schema check` and `schema explain`: what a schema change breaks, and why."""

from pathlib import Path

import click

from codegen.cli.schema_options import report_on, schema_option
from codegen.evolution import baseline as baselines
from codegen.evolution import exemptions
from codegen.evolution.diff.audiences import ALL_CATEGORIES, CATEGORY_SETS
from codegen.evolution.diff.snapshot import Snapshot
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
def check(schema_folder: Path, reference: str, categories: tuple[str, ...], format_name: str) -> int:
    """Show what a schema change breaks, for whom, and which version comes next.

    Exit codes: 0 nothing breaks and the version is high enough, 1 something breaks or is undecided, or the version is
    too low, 2 wrong usage or unreadable input.
    """
    problem_format = format_name if format_name in ("json", "github") else "text"
    sources, problems = load_schemas(schema_folder)
    problems = problems or incomparable(sources)
    if has_errors(problems):
        return report_on(sources, sources.locate_problems(problems), problem_format)
    releases = baselines.load_releases(schema_folder)
    baseline = baselines.find_baseline(reference, schema_folder, releases)
    problems = baseline.problems or incomparable(baseline.sources)
    if has_errors(problems):
        report_on(baseline.sources, problems, problem_format)
        return UNUSABLE
    exempt = exemptions.load_exemptions(schema_folder)
    texts = {exempt.file: exempt.text}
    if exempt.problems:
        return report_problems(exempt.problems, problem_format, sources=texts)
    new = Snapshot(sources.files)
    history = [Snapshot(release.files) for release in baselines.history(releases)]
    findings, problems, version = _compare(baseline, new, exempt, history)
    report = Report(
        baseline=baseline.label,
        findings=tuple(findings),
        version=version,
        categories=frozenset().union(*(CATEGORY_SETS[name] for name in categories)) or ALL_CATEGORIES,
    )
    echo(render(report, new, format_name, colour=format_name == "text" and use_colour()))
    # Standard output is for the report; problems of exceptions go to standard error.
    echo_err(render_problems(problems, "text", sources=texts))
    return FINDINGS if report.fails or problems else CLEAN


def _compare(
    baseline: baselines.Baseline, new: Snapshot, exempt: exemptions.Exemptions, history: list[Snapshot]
) -> tuple[list[ChangeFinding], list[Problem], VersionCheck]:
    """Return the findings, the accepted ones marked, the problems of exceptions, and the required version."""
    old = Snapshot(baseline.sources.files)
    versions = [release.version for release in history]
    last = None if baseline.released or not history else history[-1]
    # Names of the past come from the releases other than the baseline.
    earlier = [release for release in history if not (baseline.released and release.version == old.version)]
    findings = change_findings(old, new, last_release=last, history=earlier)
    # Exceptions and the version count from the baseline, or from the last release if the baseline was never released.
    reference = old if last is None or old.version in versions else last
    applied = exemptions.apply_exemptions(findings, exempt, reference.version)
    since_reference = applied.findings
    if reference is not old:
        findings = change_findings(reference, new)
        since_reference = exemptions.apply_exemptions(findings, exempt, reference.version).findings
    # An exemption may match no finding of a comparison with another baseline than a release.
    unused = applied.unused if baseline.released else []
    unreleased = exemptions.unreleased_versions(exempt, [old.version, *versions])
    version = check_version(reference, new, since_reference)
    return applied.findings, [*applied.invalid, *unused, *unreleased], version


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
