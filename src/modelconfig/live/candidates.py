"""Merge a candidate base document with a candidate site configuration."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, NamedTuple

from modelconfig.analysis.check import evaluate_site
from modelconfig.diagnostics.problem import Problem
from modelconfig.merge.provenance import Provenance
from modelconfig.site.site_file import SiteFile
from modelconfig.views.client_view import client_view

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class MergedConfiguration:
    """One merged configuration, active or proposed. Its parts belong together and never change.

    `document` is merged and contains credentials, `client` is the client view of it. Do not change either. `generation`
    is 0 for a proposal, 1 for the first active configuration, and rises with each other one. `warnings` are the site
    configuration's problems. A last good result of an earlier run has neither `base` nor `site`, and an empty
    provenance.
    """

    generation: int
    # Documents are not part of the representation, which ends up in logs.
    document: Document = field(repr=False)
    client: Document = field(repr=False)
    provenance: Provenance = field(repr=False)
    base: Document | None = field(repr=False)
    site: SiteFile | None
    warnings: tuple[Problem, ...] = ()


class SiteCandidate(NamedTuple):
    """A site configuration and the warnings of reading it."""

    file: SiteFile
    warnings: tuple[Problem, ...]


class Attempt(NamedTuple):
    """One base merged with one site configuration; `merged` is None where the problems have errors."""

    base: Document
    site: SiteCandidate
    problems: tuple[Problem, ...]
    merged: MergedConfiguration | None


def try_candidates(bases: Sequence[Document | None], sites: Sequence[SiteCandidate | None]) -> list[Attempt]:
    """Merge each base with each site configuration until a merge succeeds; no pair is merged twice."""
    attempts: list[Attempt] = []
    for base, site in product(bases, sites):
        if base is None or site is None or any(past.base is base and past.site is site for past in attempts):
            continue
        attempts.append(_merge(base, site))
        if attempts[-1].merged is not None:
            break
    return attempts


def _merge(base: Document, site: SiteCandidate) -> Attempt:
    file = site.file
    evaluation = evaluate_site(base, file.value)
    problems = (*site.warnings, *file.place(evaluation.problems))
    merged = evaluation.merged
    if merged is None or merged.document is None:
        return Attempt(base, site, problems, None)
    client = client_view(merged.document)
    return Attempt(
        base, site, problems, MergedConfiguration(0, merged.document, client, merged.provenance, base, file, problems)
    )
