"""The commands `schema check` and `schema explain`: what a schema change breaks, and why."""

from dataclasses import replace
from pathlib import Path

import click

from codegen.cli.schema_options import report_on, schema_option
from codegen.evolution.baseline import LAST_RELEASE
from codegen.evolution.contract_check import check_contract
from codegen.evolution.diff.audiences import ALL_CATEGORIES, CATEGORY_SETS, Category
from codegen.evolution.diff.snapshot import Snapshot
from codegen.evolution.report_formats import FORMATS, render
from codegen.evolution.rules import rule_pages
from codegen.evolution.rules.findings import ChangeSeverity
from codegen.pipeline import incomparable
from codegen.schema.loader import load_schemas
from modelconfig.cli.output import CLEAN, FINDINGS, UNUSABLE, echo, echo_err, echo_text, use_colour
from modelconfig.cli.problem_policy import policy, policy_options, problem_codes, reported
from modelconfig.cli.progress import working_on
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import has_errors
from modelconfig.diagnostics.render.formats import render as render_problems
from modelconfig.diagnostics.suggestions import did_you_mean


@click.command()
@schema_option
@click.option(
    "--against", "reference", default=LAST_RELEASE, show_default=True, metavar="REV|DIR|release",
    help="Git revision, folder with schemas, released version, or `release` for the last release.",
)  # fmt: skip
@click.option(
    "--category", "categories", multiple=True, type=click.Choice([*CATEGORY_SETS], case_sensitive=False),
    help="What to check: source (programs that use the types), forward (older readers of new documents), "
    "backward (new readers of older documents), full (forward and backward). Repeatable. [default: everything]",
)  # fmt: skip
@click.option(
    "--format", "format_name", type=click.Choice(FORMATS), default=FORMATS[0], show_default=True,
    help="Output format.",
)  # fmt: skip
@policy_options(keeps_errors=True, codes=lambda: [*problem_codes(), *rule_pages.rules_with_page()])
def check(schema_folder: Path, reference: str, categories: tuple[str, ...], format_name: str) -> int:
    """Show what a schema change breaks, for whom, and which version comes next.

    --ignore also takes the name of a rule; the next version does not depend on it. Exit codes: 0 nothing breaks and the
    version is high enough, 1 something breaks or is undecided, or the version is too low, 2 wrong usage or unreadable
    input.
    """
    problem_format = format_name if format_name in ("json", "github") else "text"
    sources, problems = load_schemas(schema_folder)
    problems = problems or incomparable(sources)
    if has_errors(problems):
        return report_on(sources.texts, sources.locate_problems(problems), problem_format)
    selected = frozenset[Category]().union(*(CATEGORY_SETS[name] for name in categories)) or ALL_CATEGORIES
    working_on(f"comparing {schema_folder} with {reference}")
    checked = check_contract(sources, schema_folder, reference, selected)
    if checked.report is None:
        code = report_on(checked.texts, checked.problems, problem_format)
        return code if checked.comparable else UNUSABLE
    findings = tuple(one for one in checked.report.findings if one.rule not in policy().ignored)
    report = replace(checked.report, findings=findings)
    output = render(report, Snapshot(sources.files), format_name, colour=format_name == "text" and use_colour())
    (echo_text if format_name == "text" else echo)(output)
    # Standard output is for the report; problems of exceptions go to standard error.
    shown = reported(checked.problems)
    echo_err(render_problems(shown, "text", sources=checked.texts))
    is_strict = policy().warnings_as_errors
    severities = {finding.severity(selected) for finding in findings}
    return FINDINGS if report.fails or shown or (is_strict and ChangeSeverity.WARNING in severities) else CLEAN


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
