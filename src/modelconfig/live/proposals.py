"""Results of proposing a base document or a site configuration, and the state of the live configuration after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from modelconfig.diagnostics.problem import Problem
    from modelconfig.live.candidates import Attempt, Current, Document, SiteCandidate


@dataclass(frozen=True, slots=True)
class State:
    """What is in force, if anything, and why the newest base and the newest site configuration are not, if so."""

    current: Current | None = None
    base_problems: tuple[Problem, ...] = ()
    site_problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposalResult:
    """What became of an offer. When it is not accepted, what was in force still is, and `problems` has the errors."""

    accepted: bool
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What would become of a base, so that others can have their say before it is taken.

    `merged` is the document that would be in force. There is none for a base that is refused, and while no site
    configuration was accepted, when any base is. `base` is None where what was offered is no supplied document.
    """

    accepted: bool
    problems: tuple[Problem, ...]
    merged: Document | None = field(repr=False)
    base: Document | None = field(repr=False)
    sites: tuple[SiteCandidate | None, SiteCandidate | None] = field(repr=False)
    attempts: tuple[Attempt, ...] = field(repr=False)
