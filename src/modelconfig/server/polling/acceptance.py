"""From an answer's bytes to a base in force: each test in its order, and nothing changed before the last one is passed.

Everything here may take a while and runs in the thread in which offers to the live configuration are made, one by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from modelconfig.diagnostics.phrases import count, printable, quote
from modelconfig.diagnostics.problem import Problem, Severity, error
from modelconfig.documents.lint import document_rules
from modelconfig.documents.loader import examine
from modelconfig.server.polling.base_selection import POLLED, Base, BaseSource, Rank, compare, same_revision
from modelconfig.server.polling.outcomes import Outcome, Refused
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
_READING = "MC0"
"""How the codes of problems begin that are about text, not about what it says."""
_MOST_CAUSES = 20
"""Problems of one refused document that are looked for and kept to be shown: a stranger's may have millions."""


class _Kept(NamedTuple):
    """What the cache holds."""

    digest: str
    etag: str | None


class Acceptance:
    """Judges answers, and knows which base is in use and which one the cache holds."""

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
        """Begin with the base that `live` has, and with what was loaded from the cache, if anything was."""
        self.base = base
        self.base_problems: tuple[Problem, ...] = ()
        self.cache_problems: tuple[Problem, ...] = ()
        self.offered: str | None = None
        """The revision of the document that came last and could be read."""
        self._live, self._address, self._source, self._share = live, address, source, minimum_share
        self._cache = cache
        known = cached is not None and cached.address == address.digest
        self._kept = _Kept(cached.base.digest, cached.etag) if cached is not None and known else None
        self._unsaved: tuple[Base, str, FetchResult, datetime] | None = None

    def judge(self, answer: FetchResult, fetched: datetime) -> Outcome:
        """Put what an answer brings in force, or find that this changes nothing. Raises Refused.

        The cache is written before, so that what is served was also kept. If it cannot be written, a catalogue that
        works is served all the same: a full disk is no reason to withhold it from everybody, and all that is lost is
        that the next start begins with an older one until the gateway has answered.
        """
        if answer.body is None:
            self._settle()
            return Outcome.UNCHANGED
        offered, text = _read(answer.body, self._address.shown)
        self.offered = offered.revision
        rank = compare(offered, self.base, self._source)
        if rank is Rank.SAME:
            self._keep(offered, text, answer, fetched)
            self._settle()
            return Outcome.SAME
        if rank is Rank.OLDER:
            self._settle()
            return Outcome.OLDER
        evaluation = self._evaluate(offered)
        self._keep(offered, text, answer, fetched)
        verdict = self._live.activate(evaluation)
        if not verdict.accepted:
            raise _unmergeable(verdict.problems)
        self.base_problems = (same_revision(offered, f"the {self.base.source} one"),) if rank is Rank.OTHER else ()
        self.base = offered
        return Outcome.ACCEPTED

    def _evaluate(self, offered: Base) -> Evaluation:
        """Return what a document would become. Raises Refused if that should not be served."""
        evaluation = self._live.evaluate_base(offered.document, self._address.shown)
        if not evaluation.accepted:
            if offered.models == 0:
                # That nothing can be merged with the site configuration only follows from it.
                _leaves_enough("it", self.base.models, 0, self._share)
            raise _unmergeable(evaluation.problems)
        current = self._live.current()
        served = None if current is None else current.document
        _follows_rules(offered.document if evaluation.merged is None else evaluation.merged, served)
        _leaves_enough("it", self.base.models, offered.models, self._share)
        if evaluation.merged is not None and served is not None:
            what = "with the site configuration, it"
            _leaves_enough(what, len(served["models"]), len(evaluation.merged["models"]), self._share)
        return evaluation

    def _keep(self, offered: Base, text: str, answer: FetchResult, fetched: datetime) -> None:
        """Write the cache if it holds something else."""
        if self._cache is None or self._kept == (offered.digest, answer.etag):
            return
        self._kept = None
        self.cache_problems = tuple(
            self._cache.save(
                offered,
                text,
                address=self._address,
                etag=answer.etag,
                last_modified=answer.last_modified,
                fetched=fetched,
            )
        )
        self._unsaved = (offered, text, answer, fetched) if self.cache_problems else None
        if not self.cache_problems:
            self._kept = _Kept(offered.digest, answer.etag)

    def _settle(self) -> None:
        """Make up for what an earlier poll has left: a cache that could not be written, a refusal that is history."""
        if self._unsaved is not None:
            self._keep(*self._unsaved)
        if self._live.state().base_problems:
            # What was refused is not offered any more. The base in use once more changes nothing but that.
            self._live.propose_base(self.base.document, self._address.shown)


def _read(body: bytes, name: str) -> tuple[Base, str]:
    """Return the document in the bytes, and their text. Raises Refused when they are no model configuration."""
    _, value, problems = examine(body, name, _MOST_CAUSES)
    errors = [one for one in problems if one.severity is Severity.ERROR]
    if not errors:
        document: dict[str, Any] = value
        return Base(POLLED, document, digest(body)), body.decode("utf-8")
    unread = any(one.code.startswith(_READING) for one in errors)
    outcome = Outcome.UNPARSABLE if unread else Outcome.INVALID
    raise _useless(outcome, "it is not JSON" if unread else "it is no model configuration", errors)


def _unmergeable(problems: Sequence[Problem]) -> Refused:
    errors = [one for one in problems if one.severity is Severity.ERROR]
    return _useless(Outcome.UNMERGEABLE, "it cannot be merged with the site configuration", errors)


def _follows_rules(merged: dict[str, Any], served: dict[str, Any] | None) -> None:
    """Raise Refused if a document breaks a rule that the one which is served does not break in the same way.

    What a site configuration does to its own models does so with any base, and is no reason to stay with an old one.
    """
    known = set() if served is None else {(one.code, one.message) for one in document_rules.check(served, _BREAKING)}
    errors = [one for one in document_rules.check(merged, _BREAKING) if (one.code, one.message) not in known]
    if errors:
        raise _useless(Outcome.LINT, "what would be served breaks a rule", errors)


def _leaves_enough(what: str, before: int, after: int, share: float) -> None:
    """Raise Refused if all models would vanish, or more of them than an operator expects at a time."""
    if after >= before * share and (after > 0 or before == 0):
        return
    message = f"the polled document is refused: {what} leaves {after} of {count(before, 'model')}"
    hint = f"Look at what the gateway publishes. At least the share {share:g} has to be left (--minimum-share)."
    if after == 0:
        hint = "Look at what the gateway publishes. An empty document never takes the place of one with models."
    raise Refused(Outcome.SHRUNK, error("MC430", message, hint=hint))


def _useless(outcome: Outcome, why: str, errors: Sequence[Problem]) -> Refused:
    """Return the refusal of a document because of problems in it, of which the message names the first."""
    first = errors[0] if errors else None
    place = ""
    if first is not None and first.line is not None:
        place = f" (line {first.line}, column {first.column})"
    elif first is not None and first.pointer:
        place = f" ({quote(first.pointer)})"
    more = ", and more" if len(errors) > 1 else ""
    detail = f": {first.code} {printable(first.message)}{place}{more}" if first is not None else ""
    hint = (
        "Correct what the gateway publishes; `modelconfig validate --consumer` and `site check --base` tell everything."
    )
    problem = error("MC429", f"the polled document is refused: {why}{detail}", hint=hint)
    return Refused(outcome, problem, causes=errors[:_MOST_CAUSES])
