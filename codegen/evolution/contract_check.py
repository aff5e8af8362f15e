"""Compare schemas with a baseline: findings, exceptions, and the version that the change requires."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from codegen.evolution import baseline as baselines
from codegen.evolution import exemptions
from codegen.evolution.diff.audiences import ALL_CATEGORIES, Category
from codegen.evolution.diff.snapshot import Snapshot
from codegen.evolution.report import Report, VersionCheck, change_findings, check_version
from codegen.evolution.rules.findings import ChangeFinding
from codegen.pipeline import incomparable
from codegen.schema.loader import Sources
from modelconfig.diagnostics.problem import Problem, has_errors


@dataclass(frozen=True, slots=True)
class ContractCheck:
    """A comparison of schemas with a baseline. It has no report if the baseline or the exceptions cannot be read."""

    problems: list[Problem]
    """The problems of the baseline if it cannot be compared, otherwise those of the exceptions."""
    texts: Mapping[str, str]
    """The text of each file that may have problems, by its name."""
    report: Report | None = None
    comparable: bool = True
    """Whether the baseline exists and can be compared."""


def check_contract(
    sources: Sources,
    schema_folder: Path,
    reference: str = baselines.LAST_RELEASE,
    categories: frozenset[Category] = ALL_CATEGORIES,
) -> ContractCheck:
    """Compare comparable schemas with the baseline that `reference` names, and apply the exceptions beside them."""
    releases = baselines.load_releases(schema_folder)
    baseline = baselines.find_baseline(reference, schema_folder, releases)
    problems = baseline.problems or incomparable(baseline.sources)
    if has_errors(problems):
        return ContractCheck(problems, baseline.sources.texts, comparable=False)
    exempt = exemptions.load_exemptions(schema_folder)
    texts = {exempt.file: exempt.text}
    if exempt.problems:
        return ContractCheck(exempt.problems, texts)
    history = [Snapshot(release.files) for release in baselines.history(releases)]
    findings, problems, version = _compare(baseline, Snapshot(sources.files), exempt, history)
    report = Report(baseline=baseline.label, findings=tuple(findings), version=version, categories=categories)
    return ContractCheck(problems, texts, report)


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
