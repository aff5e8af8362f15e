"""One base and one site configuration tried together: the configuration that they make, or why they make none."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from modelconfig.analysis.check import evaluate_site
from modelconfig.views.client_view import client_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.merge.provenance import Provenance
    from modelconfig.site.site_file import SiteFile

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Current:
    """One configuration that was in force from some moment on. Its parts belong together and never change.

    `document` is merged and has credentials, `client` is what clients may see of it. Do not change either. `generation`
    is 1 for the first configuration and rises with every other one. `warnings` are the site configuration's problems.
    A result kept from an earlier run has neither `base` nor `site`, and its provenance knows nothing.
    """

    generation: int
    # Documents are no part of the representation, which ends up in logs.
    document: Document = field(repr=False)
    client: Document = field(repr=False)
    provenance: Provenance = field(repr=False)
    base: Document | None = field(repr=False)
    site: SiteFile | None
    warnings: tuple[Problem, ...] = ()


class SiteCandidate(NamedTuple):
    """A site configuration and what reading it gave to say, which is no error."""

    file: SiteFile
    warnings: tuple[Problem, ...]


class Attempt(NamedTuple):
    """One base merged with one site configuration; there is no configuration where the problems have errors."""

    base: Document
    site: SiteCandidate
    problems: tuple[Problem, ...]
    made: Current | None


def try_candidates(bases: Sequence[Document | None], sites: Sequence[SiteCandidate | None]) -> list[Attempt]:
    """Merge each base with each site configuration until two fit; nothing is tried twice."""
    found: list[Attempt] = []
    for base, site in product(bases, sites):
        if base is None or site is None or any(one.base is base and one.site is site for one in found):
            continue
        found.append(_attempt(base, site))
        if found[-1].made is not None:
            break
    return found


def _attempt(base: Document, site: SiteCandidate) -> Attempt:
    file = site.file
    evaluation = evaluate_site(base, file.value)
    problems = (*site.warnings, *file.place(evaluation.problems))
    merged = evaluation.merged
    if merged is None or merged.document is None:
        return Attempt(base, site, problems, None)
    client = client_view(merged.document)
    return Attempt(base, site, problems, Current(0, merged.document, client, merged.provenance, base, file, problems))
