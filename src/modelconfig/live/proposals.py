"""Results of proposing a base document or a site configuration, and the state of the live configuration."""

from dataclasses import dataclass, field

from modelconfig.diagnostics.problem import Problem
from modelconfig.live.candidates import Attempt, Document, MergedConfiguration, SiteCandidate


@dataclass(frozen=True, slots=True)
class State:
    """The active configuration, if any, and the problems of a newer base or site configuration that was rejected."""

    current: MergedConfiguration | None = None
    base_problems: tuple[Problem, ...] = ()
    site_problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposalResult:
    """The result of a proposal. If it is rejected, the active configuration stays, and `problems` has the errors."""

    accepted: bool
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The result of merging a base aside, so that a caller can check it before activating it.

    `merged` is the document that would be active. It is None for a rejected base, and as long as no site configuration
    was accepted: until then any base is accepted. `base` is None where the proposal is not a base document.
    """

    accepted: bool
    problems: tuple[Problem, ...]
    merged: Document | None = field(repr=False)
    base: Document | None = field(repr=False)
    sites: tuple[SiteCandidate | None, SiteCandidate | None] = field(repr=False)
    attempts: tuple[Attempt, ...] = field(repr=False)
