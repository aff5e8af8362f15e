"""The active configuration of a server: replaced as a whole by newer input that works, and kept when it does not.

Nothing in this module reads files or waits: the callers watch files and poll a gateway, and propose what they found.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from threading import Lock
from typing import Any

from modelconfig.diagnostics.problem import Problem, has_errors, in_file
from modelconfig.documents.empty_arrays import with_empty_arrays
from modelconfig.errors import DocumentInvalid
from modelconfig.live.candidates import Attempt, Document, MergedConfiguration, SiteCandidate, try_candidates
from modelconfig.live.proposals import Evaluation, ProposalResult, State
from modelconfig.merge.provenance import Provenance
from modelconfig.merge.sanitize import document_problems
from modelconfig.site.site_file import SiteFile, parse_site
from modelconfig.views.base_document import base_document
from modelconfig.views.client_view import client_view

_CONTAINERS = frozenset({dict, list})


class LiveConfiguration:
    """The active merged configuration, for any number of threads.

    There is none until a site configuration was accepted: the base alone is not a substitute, because a filter that
    could not be read must not vanish. An instance without a site configuration proposes `"{}"`. What was rejected is
    tried again with later proposals, so a base may come before the site configuration that needs it.
    """

    def __init__(self, base: object, name: str = "") -> None:
        """Start with a base document, a JSON value, which is copied. Raises DocumentInvalid when it is not one."""
        document, problems = _checked(base, name)
        if problems:
            raise DocumentInvalid(problems)
        self._lock = Lock()
        self._base = document
        self._newest_base: Document | None = document
        self._site: SiteCandidate | None = None
        self._newest_site: SiteCandidate | None = None
        self._state = State()

    def current(self) -> MergedConfiguration | None:
        """Return the active configuration without waiting. Call it once for one response to a client."""
        return self._state.current

    def state(self) -> State:
        """Return the active configuration and the problems of what was rejected, as of one moment, without waiting."""
        return self._state

    def restore(self, merged: object, name: str = "") -> ProposalResult:
        """Activate a merged document of an earlier run, its last good result, if nothing is active.

        It is copied, without server-side properties: only a site configuration defines how providers are reached. What
        is accepted later replaces it; what is rejected later does not.
        """
        document, problems = _checked(merged, name)
        if has_errors(problems):
            return ProposalResult(accepted=False, problems=problems)
        document, found = base_document(document, name)
        warnings = tuple(found)
        with self._lock:
            if self._state.current is not None:
                return ProposalResult(accepted=False)
            last_good = MergedConfiguration(1, document, client_view(document), Provenance(), None, None, warnings)
            self._state = replace(self._state, current=last_good)
            return ProposalResult(accepted=True, problems=warnings)

    def propose_base(self, document: object, name: str = "") -> ProposalResult:
        """Activate a newer base document, a JSON value, if it can be merged with the site configuration.

        It is copied. `name` is the file or address to name in problems, whose pointers are then into that document.
        """
        return self.activate(self.evaluate_base(document, name))

    def evaluate_base(self, document: object, name: str = "") -> Evaluation:
        """Merge a newer base document aside; the active configuration stays. Arguments as those of `propose_base`.

        A rejection is noted in the state's problems. A base that is not activated is not tried again.
        """
        base, problems = _checked(document, name)
        with self._lock:
            evaluation = self._evaluate(None if problems else base, problems)
            if not evaluation.accepted:
                self._newest_base = None
                self._reject_base(evaluation.problems)
            return evaluation

    def activate(self, evaluation: Evaluation) -> ProposalResult:
        """Activate a base that was evaluated, or keep a rejected one for the next site configuration.

        It is evaluated again if another site configuration was proposed in between.
        """
        with self._lock:
            newest, active = evaluation.sites
            if evaluation.base is not None and not (newest is self._newest_site and active is self._site):
                evaluation = self._evaluate(evaluation.base, ())
            self._newest_base = evaluation.base
            if not evaluation.accepted or evaluation.base is None:
                return self._reject_base(evaluation.problems)
            attempts = evaluation.attempts
            if evaluation.merged is not None:
                return self._accept(attempts)
            # Nothing active depends on the old one, and the next site configuration will be written for this one.
            self._base = evaluation.base
            site_problems = attempts[-1].problems if attempts else self._state.site_problems
            self._state = replace(self._state, base_problems=(), site_problems=site_problems)
            return ProposalResult(accepted=True)

    def propose_site(self, site: SiteFile | str, name: str = "") -> ProposalResult:
        """Activate a newer site configuration, its text or a file that was read, if it can be merged with the base.

        `name` is the file to name in problems; a file that was read has its own name.
        """
        # Parse also a file that was read: it may have been read with errors.
        file, parse_problems = parse_site(site, name) if isinstance(site, str) else parse_site(site.text, site.name)
        problems = tuple(parse_problems)
        with self._lock:
            self._newest_site = None if file is None or has_errors(problems) else SiteCandidate(file, problems)
            if self._newest_site is None:
                return self._reject_site(problems)
            attempts = try_candidates([self._newest_base, self._base], [self._newest_site])
            if attempts[-1].merged is None:
                return self._reject_site(attempts[-1].problems)
            return self._accept(attempts)

    def mark_unreadable(self, problems: tuple[Problem, ...]) -> ProposalResult:
        """Note that the newest site configuration cannot be read; the one before it is not tried again either."""
        with self._lock:
            self._newest_site = None
            return self._reject_site(problems)

    def _evaluate(self, base: Document | None, problems: tuple[Problem, ...]) -> Evaluation:
        """Return the result of merging a base, or the rejection of a document that is not one."""
        sites = (self._newest_site, self._site)
        if base is None:
            return Evaluation(False, problems, None, None, sites, ())
        attempts = tuple(try_candidates([base], sites))
        last = attempts[-1] if attempts else None
        if last is not None and last.merged is not None:
            return Evaluation(True, last.problems, last.merged.document, base, sites, attempts)
        if last is not None and self._site is not None:
            return Evaluation(False, last.problems, None, base, sites, attempts)
        return Evaluation(True, (), None, base, sites, attempts)

    def _accept(self, attempts: Sequence[Attempt]) -> ProposalResult:
        """Activate the last attempt, and note the problems of the earlier ones, with what is newer."""
        state, chosen = self._state, attempts[-1]
        base_problems = () if chosen.base is self._newest_base else state.base_problems
        site_problems = () if chosen.site is self._newest_site else state.site_problems
        for rejected in attempts[:-1]:
            if rejected.base is not chosen.base:
                base_problems = rejected.problems
            if rejected.site is not chosen.site:
                site_problems = rejected.problems
        self._base, self._site = chosen.base, chosen.site
        self._state = State(_successor(state.current, chosen), base_problems, site_problems)
        return ProposalResult(accepted=True, problems=chosen.problems)

    def _reject_base(self, problems: tuple[Problem, ...]) -> ProposalResult:
        self._state = replace(self._state, base_problems=problems)
        return ProposalResult(accepted=False, problems=problems)

    def _reject_site(self, problems: tuple[Problem, ...]) -> ProposalResult:
        self._state = replace(self._state, site_problems=problems)
        return ProposalResult(accepted=False, problems=problems)


def _checked(base: object, name: str) -> tuple[Document, tuple[Problem, ...]]:
    """Return a copy that no caller can change, and what prevents it from being a base document."""
    document: Any = with_empty_arrays(_copy(base))
    return document, tuple(in_file(document_problems(document), name))


def _copy(value: object) -> object:
    """Return a copy of a JSON value; `deepcopy` would take as long as merging does."""
    if type(value) is dict:
        return {name: _copy(item) if type(item) in _CONTAINERS else item for name, item in value.items()}
    if type(value) is list:
        return [_copy(item) if type(item) in _CONTAINERS else item for item in value]
    return deepcopy(value)


def _successor(current: MergedConfiguration | None, chosen: Attempt) -> MergedConfiguration | None:
    """Return the next active configuration: the same object if nothing differs, so that readers need not compare."""
    if current is None or chosen.merged is None:
        return chosen.merged and replace(chosen.merged, generation=1)
    if (current.site, current.base) == (chosen.site.file, chosen.base):
        return current
    return replace(chosen.merged, generation=current.generation + 1)
