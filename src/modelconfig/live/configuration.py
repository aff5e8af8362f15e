"""The configuration that a server has in force: replaced as a whole by newer input that works, kept when it does not.

Nothing here reads files or waits for anybody: whoever watches files and polls addresses offers what was found.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, Any

from modelconfig.diagnostics.problem import has_errors, in_file
from modelconfig.errors import DocumentInvalid
from modelconfig.live.candidates import Attempt, Current, Document, SiteCandidate, try_candidates
from modelconfig.live.proposals import Evaluation, ProposalResult, State
from modelconfig.merge.provenance import Provenance
from modelconfig.merge.sanitize import document_problems
from modelconfig.site.site_file import SiteFile, parse_site
from modelconfig.views.client_view import client_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modelconfig.diagnostics.problem import Problem

_CONTAINERS = frozenset({dict, list})


class LiveConfiguration:
    """Holds the merged configuration that is in force, for any number of threads.

    There is none until a site configuration was accepted: the base alone is no substitute, because a filter that could
    not be read must not vanish. An instance without a site configuration offers `"{}"`. What was refused is tried again
    with what comes later, so it does not matter whether a base comes before the site configuration that needs it.
    """

    def __init__(self, base: object, name: str = "") -> None:
        """Begin with a supplied document, a JSON value, which is copied. Raises DocumentInvalid when it is not one."""
        document, problems = _examined(base, name)
        if problems:
            raise DocumentInvalid(problems)
        self._offers = Lock()
        self._base = document
        self._newest_base: Document | None = document
        self._site: SiteCandidate | None = None
        self._newest_site: SiteCandidate | None = None
        self._state = State()

    def current(self) -> Current | None:
        """Return what is in force; never waits. Read it once for one answer to a client."""
        return self._state.current

    def state(self) -> State:
        """Return what is in force and what was refused, as of one moment; never waits."""
        return self._state

    def restore(self, merged: object, name: str = "") -> ProposalResult:
        """Put a merged document that was kept from an earlier run in force, if nothing is.

        It is copied. Whatever is accepted later takes its place; what is refused later leaves it there.
        """
        document, problems = _examined(merged, name)
        if has_errors(problems):
            return ProposalResult(accepted=False, problems=problems)
        with self._offers:
            if self._state.current is not None:
                return ProposalResult(accepted=False)
            kept = Current(1, document, client_view(document), Provenance(), None, None)
            self._state = replace(self._state, current=kept)
            return ProposalResult(accepted=True)

    def propose_base(self, document: object, name: str = "") -> ProposalResult:
        """Take a newer supplied document, any JSON value that is one, if it can be merged with the site configuration.

        It is copied. `name` is the file or address to name in problems, whose pointers are then into that document.
        """
        return self.activate(self.evaluate_base(document, name))

    def evaluate_base(self, document: object, name: str = "") -> Evaluation:
        """Merge a newer supplied document aside; what is in force stays. Arguments as those of `propose_base`.

        A refusal is noted among the state's problems. A base that nobody takes is not tried again.
        """
        base, problems = _examined(document, name)
        with self._offers:
            evaluation = self._evaluate(None if problems else base, problems)
            if not evaluation.accepted:
                self._newest_base = None
                self._refuse_base(evaluation.problems)
            return evaluation

    def activate(self, evaluation: Evaluation) -> ProposalResult:
        """Put a base that was evaluated in force, or keep a refused one in mind for the next site configuration.

        It is evaluated again where another site configuration came in between.
        """
        with self._offers:
            newest, in_force = evaluation.sites
            if evaluation.base is not None and not (newest is self._newest_site and in_force is self._site):
                evaluation = self._evaluate(evaluation.base, ())
            self._newest_base = evaluation.base
            if not evaluation.accepted or evaluation.base is None:
                return self._refuse_base(evaluation.problems)
            tried = evaluation.attempts
            if evaluation.merged is not None:
                return self._accept(tried)
            # Nothing is in force that depends on the old one, and what comes next will be written for this one.
            self._base = evaluation.base
            why = tried[-1].problems if tried else self._state.site_problems
            self._state = replace(self._state, base_problems=(), site_problems=why)
            return ProposalResult(accepted=True)

    def propose_site(self, site: SiteFile | str, name: str = "") -> ProposalResult:
        """Take a newer site configuration, its text or a file that was read, if it can be merged with the base.

        `name` is the file to name in problems; a file that was read has its own.
        """
        # Read again also what was read: it may have been read with errors.
        file, found = parse_site(site, name) if isinstance(site, str) else parse_site(site.text, site.name)
        problems = tuple(found)
        with self._offers:
            self._newest_site = None if file is None or has_errors(problems) else SiteCandidate(file, problems)
            if self._newest_site is None:
                return self._refuse_site(problems)
            tried = try_candidates([self._newest_base, self._base], [self._newest_site])
            if tried[-1].made is None:
                return self._refuse_site(tried[-1].problems)
            return self._accept(tried)

    def mark_unreadable(self, problems: tuple[Problem, ...]) -> ProposalResult:
        """Note that the newest site configuration cannot be read: the one before it is no longer waited with either."""
        with self._offers:
            self._newest_site = None
            return self._refuse_site(problems)

    def _evaluate(self, base: Document | None, problems: tuple[Problem, ...]) -> Evaluation:
        """Return what would become of a base, or of what is none because of the problems."""
        sites = (self._newest_site, self._site)
        if base is None:
            return Evaluation(False, problems, None, None, sites, ())
        tried = tuple(try_candidates([base], sites))
        last = tried[-1] if tried else None
        if last is not None and last.made is not None:
            return Evaluation(True, last.problems, last.made.document, base, sites, tried)
        if last is not None and self._site is not None:
            return Evaluation(False, last.problems, None, base, sites, tried)
        return Evaluation(True, (), None, base, sites, tried)

    def _accept(self, tried: Sequence[Attempt]) -> ProposalResult:
        """Put the last attempt in force, and note what the earlier ones say of what is newer and was left out."""
        state, chosen = self._state, tried[-1]
        base_problems = () if chosen.base is self._newest_base else state.base_problems
        site_problems = () if chosen.site is self._newest_site else state.site_problems
        for refused in tried[:-1]:
            if refused.base is not chosen.base:
                base_problems = refused.problems
            if refused.site is not chosen.site:
                site_problems = refused.problems
        self._base, self._site = chosen.base, chosen.site
        self._state = State(_succeeding(state.current, chosen), base_problems, site_problems)
        return ProposalResult(accepted=True, problems=chosen.problems)

    def _refuse_base(self, problems: tuple[Problem, ...]) -> ProposalResult:
        self._state = replace(self._state, base_problems=problems)
        return ProposalResult(accepted=False, problems=problems)

    def _refuse_site(self, problems: tuple[Problem, ...]) -> ProposalResult:
        self._state = replace(self._state, site_problems=problems)
        return ProposalResult(accepted=False, problems=problems)


def _examined(base: object, name: str) -> tuple[Document, tuple[Problem, ...]]:
    """Return a copy that nobody else can change, and what keeps it from being a supplied document."""
    document: Any = _copied(base)
    return document, tuple(in_file(document_problems(document), name))


def _copied(value: object) -> object:
    """Return a copy of a JSON value; for those, `deepcopy` takes as long as merging does."""
    if type(value) is dict:
        return {name: _copied(item) if type(item) in _CONTAINERS else item for name, item in value.items()}
    if type(value) is list:
        return [_copied(item) if type(item) in _CONTAINERS else item for item in value]
    return deepcopy(value)


def _succeeding(current: Current | None, chosen: Attempt) -> Current | None:
    """Return what is to be in force: the same as before where nothing differs, so that readers need not look again."""
    if current is None or chosen.made is None:
        return chosen.made and replace(chosen.made, generation=1)
    if (current.site, current.base) == (chosen.site.file, chosen.base):
        return current
    return replace(chosen.made, generation=current.generation + 1)
