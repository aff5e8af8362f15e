"""Check a polled document step by step, and activate it after the last check; before that nothing changes.

This may take a while, and runs in the one thread that proposes to the live configuration.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from modelconfig.diagnostics.phrases import count, printable, quote
from modelconfig.diagnostics.problem import Problem, Severity, error
from modelconfig.documents.lint import document_rules
from modelconfig.documents.loader import examine
from modelconfig.server.polling.base_selection import POLLED, Base, BaseSource, Rank, compare, same_revision
from modelconfig.server.polling.outcomes import Outcome, PollFailure
from modelconfig.storage.digests import digest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from modelconfig.live.configuration import LiveConfiguration
    from modelconfig.live.proposals import Evaluation
    from modelconfig.server.polling.addresses import Address
    from modelconfig.server.polling.cache import BaseCache, Cached
    from modelconfig.server.polling.fetcher import FetchResult

_BREAKING: Final = tuple(rule for rule in document_rules.RULES if rule.severity is Severity.ERROR)
_READ_ERRORS = "MC0"
"""The prefix of the codes of problems with text that cannot be read as JSON."""
_CAUSE_LIMIT = 20
"""Problems of one rejected document that are collected for the status: a document could have millions."""


class _CacheContent(NamedTuple):
    """The digest and ETag of the document in the cache."""

    digest: str
    etag: str | None


class Acceptance:
    """The checks of polled documents, with the base in use and the content of the cache."""

    def __init__(
        self,
        live: LiveConfiguration,
        base: Base,
        address: Address,
        *,
        source: BaseSource = BaseSource.NEWEST,
        minimum_share: float = 0.5,
        cache: BaseCache | None = None,
        cached: Cached | None = None,
    ) -> None:
        """Start with the base of `live`, and with the document that was loaded from the cache, if any."""
        self.base = base
        self.base_problems: tuple[Problem, ...] = ()
        self.cache_problems: tuple[Problem, ...] = ()
        self.offered: str | None = None
        """The revision of the last polled document that could be read."""
        self._live, self._address, self._source, self._share = live, address, source, minimum_share
        self._cache = cache
        known = cached is not None and cached.address == address.digest
        self._cached = _CacheContent(cached.base.digest, cached.etag) if cached is not None and known else None
        self._unsaved: tuple[Base, str, FetchResult, datetime] | None = None

    def judge(self, answer: FetchResult, fetched: datetime) -> Outcome:
        """Activate the document of a response, or find that it changes nothing. Raises PollFailure.

        The cache is written before, so that what is served is also saved. If it cannot be written, a valid catalogue is
        served nevertheless: a full disk is not a reason to withhold it, and the only loss is that the next start begins
        with an older one until the gateway has answered.
        """
        if answer.body is None:
            self._catch_up()
            return Outcome.UNCHANGED
        polled, text = _parsed(answer.body, self._address.shown)
        self.offered = polled.revision
        rank = compare(polled, self.base, self._source)
        if rank is Rank.SAME:
            self._save(polled, text, answer, fetched)
            self._catch_up()
            return Outcome.SAME
        if rank is Rank.OLDER:
            self._catch_up()
            return Outcome.OLDER
        evaluation = self._evaluate(polled)
        self._save(polled, text, answer, fetched)
        result = self._live.activate(evaluation)
        if not result.accepted:
            raise _not_mergeable(result.problems)
        self.base_problems = (same_revision(polled, f"the {self.base.source} one"),) if rank is Rank.OTHER else ()
        self.base = polled
        return Outcome.ACCEPTED

    def _evaluate(self, polled: Base) -> Evaluation:
        """Return the result of merging a document. Raises PollFailure if that should not be served."""
        evaluation = self._live.evaluate_base(polled.document, self._address.shown)
        if not evaluation.accepted:
            if polled.models == 0:
                # Without models nothing can be merged with the site configuration: report the cause.
                _check_share("it", self.base.models, 0, self._share)
            raise _not_mergeable(evaluation.problems)
        current = self._live.current()
        served = None if current is None else current.document
        _check_rules(polled.document if evaluation.merged is None else evaluation.merged, served)
        _check_share("it", self.base.models, polled.models, self._share)
        if evaluation.merged is not None and served is not None:
            what = "with the site configuration, it"
            _check_share(what, len(served["models"]), len(evaluation.merged["models"]), self._share)
        return evaluation

    def _save(self, polled: Base, text: str, answer: FetchResult, fetched: datetime) -> None:
        """Write the cache if it holds another document or ETag."""
        if self._cache is None or self._cached == (polled.digest, answer.etag):
            return
        self._cached = None
        self.cache_problems = tuple(
            self._cache.save(
                polled,
                text,
                address=self._address,
                etag=answer.etag,
                last_modified=answer.last_modified,
                fetched=fetched,
            )
        )
        self._unsaved = (polled, text, answer, fetched) if self.cache_problems else None
        if not self.cache_problems:
            self._cached = _CacheContent(polled.digest, answer.etag)

    def _catch_up(self) -> None:
        """Finish what an earlier poll left undone: a cache that could not be written, a rejection that is outdated."""
        if self._unsaved is not None:
            self._save(*self._unsaved)
        if self._live.state().base_problems:
            # The gateway no longer offers the rejected document. Proposing the base in use clears its problems.
            self._live.propose_base(self.base.document, self._address.shown)


def _parsed(body: bytes, name: str) -> tuple[Base, str]:
    """Return the document in the bytes, and their text. Raises PollFailure if they are not a model configuration."""
    _, value, problems = examine(body, name, _CAUSE_LIMIT)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if not errors:
        document: dict[str, Any] = value
        return Base(POLLED, document, digest(body)), body.decode("utf-8")
    unreadable = any(problem.code.startswith(_READ_ERRORS) for problem in errors)
    outcome = Outcome.UNPARSABLE if unreadable else Outcome.INVALID
    raise _rejection(outcome, "it is not JSON" if unreadable else "it is no model configuration", errors)


def _not_mergeable(problems: Sequence[Problem]) -> PollFailure:
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    return _rejection(Outcome.UNMERGEABLE, "it cannot be merged with the site configuration", errors)


def _check_rules(merged: dict[str, Any], served: dict[str, Any] | None) -> None:
    """Raise PollFailure if a document breaks a rule that the served document does not break in the same way.

    A problem that a site configuration causes occurs with any base, and is not a reason to stay with an old one.
    """
    known = set() if served is None else {_identity(problem) for problem in document_rules.check(served, _BREAKING)}
    errors = [problem for problem in document_rules.check(merged, _BREAKING) if _identity(problem) not in known]
    if errors:
        raise _rejection(Outcome.LINT, "what would be served breaks a rule", errors)


def _identity(problem: Problem) -> tuple[str, str]:
    """Return what two documents with the same problem have in common."""
    return problem.code, problem.message


def _check_share(what: str, before: int, after: int, share: float) -> None:
    """Raise PollFailure if all models would vanish, or a larger share of them than the operator allows."""
    if after >= before * share and (after > 0 or before == 0):
        return
    message = f"the polled document is refused: {what} leaves {after} of {count(before, 'model')}"
    hint = f"Look at what the gateway publishes. At least the share {share:g} has to be left (--minimum-share)."
    if after == 0:
        hint = "Look at what the gateway publishes. An empty document never takes the place of one with models."
    raise PollFailure(Outcome.SHRUNK, error("MC430", message, hint=hint))


def _rejection(outcome: Outcome, why: str, errors: Sequence[Problem]) -> PollFailure:
    """Return the rejection of a document because of its problems; the message names the first."""
    first = errors[0] if errors else None
    location = ""
    if first is not None and first.line is not None:
        location = f" (line {first.line}, column {first.column})"
    elif first is not None and first.pointer:
        location = f" ({quote(first.pointer)})"
    more = ", and more" if len(errors) > 1 else ""
    detail = f": {first.code} {printable(first.message)}{location}{more}" if first is not None else ""
    hint = (
        "Correct what the gateway publishes; `modelconfig validate --consumer` and `site check --base` tell everything."
    )
    problem = error("MC429", f"the polled document is refused: {why}{detail}", hint=hint)
    return PollFailure(outcome, problem, causes=errors[:_CAUSE_LIMIT])
