"""Check a polled document step by step, and activate it after the last check; before that nothing changes.

This may take a while, and runs in the one thread that proposes to the live configuration.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from modelconfig.diagnostics.phrases import count, printable, quote
from modelconfig.diagnostics.problem import Problem, Severity, has_errors
from modelconfig.documents.current_day import day_of
from modelconfig.documents.lint import document_rules
from modelconfig.documents.loader import examine
from modelconfig.documents.revisions import future_revision
from modelconfig.jsontext.pointers import split
from modelconfig.live.configuration import LiveConfiguration
from modelconfig.live.proposals import Evaluation
from modelconfig.server.polling.addresses import Address
from modelconfig.server.polling.base_selection import (
    NO_SIZES,
    Base,
    BaseInUse,
    BaseSource,
    Rank,
    RecentSizes,
    base_of,
    compare,
    older_revision,
    same_revision,
    unacceptable,
)
from modelconfig.server.polling.cache import BaseCache, Cached
from modelconfig.server.polling.fetcher import FetchResult
from modelconfig.server.polling.limits import PollingLimits
from modelconfig.server.polling.outcomes import Outcome, PollFailure
from modelconfig.site.site_file import SiteFile

_ERROR_RULES: Final = tuple(rule for rule in document_rules.RULES if rule.severity is Severity.ERROR)
_READ_ERRORS = "MC0"
"""The prefix of the codes of problems with text that cannot be read as JSON."""
_UNMERGEABLE = "it cannot be merged with the site configuration"
_CAUSE_LIMIT = 20
"""Problems of one rejected document that are collected for the status: a document could have millions."""


@dataclass(frozen=True, slots=True)
class PollingSettings:
    """The address to poll, and what its documents replace: the base in use, and the document in the cache."""

    address: Address
    source: BaseSource
    limits: PollingLimits
    in_use: BaseInUse
    cache: BaseCache
    cached: Cached | None
    """The document that was loaded from the cache for this address."""

    @property
    def cached_in_use(self) -> Cached | None:
        """The cached document if it is the one in use, which may be embedded too."""
        cached = self.cached
        is_used = cached is not None and compare(cached.base, self.in_use.base, self.source) is Rank.SAME
        return cached if is_used else None


class Acceptance:
    """The checks of polled documents against the live configuration and the base in use, which they replace."""

    def __init__(self, settings: PollingSettings, live: LiveConfiguration) -> None:
        """Start with the base of `live`. Documents of the address are saved in the cache."""
        self.offered: str | None = None
        """The revision of the last polled document that could be read."""
        self.older: tuple[Problem, ...] = ()
        """The warning while the gateway offers an older document than the active one."""
        cached = settings.cached_in_use
        self._sizes = NO_SIZES if cached is None else cached.sizes
        self._merged_sizes = NO_SIZES
        self._site: SiteFile | None = None
        """The site configuration that the merged sizes are of."""
        self._address, self._in_use, self._cache = settings.address, settings.in_use, settings.cache
        self._limits, self._share = settings.limits, settings.limits.minimum_share
        self._source, self._live = settings.source, live

    def judge(self, response: FetchResult, fetched: datetime) -> Outcome:
        """Activate the document of a response, or find that it changes nothing. Raises PollFailure.

        The cache is written before, so that the served document is saved. If it cannot be written, a valid catalogue is
        served nevertheless: a full disk is not a reason to withhold it, and the only loss is that the next start begins
        with an older one until the gateway has responded.
        """
        self._sizes, self._merged_sizes = self._sizes.at(fetched), self._merged_sizes.at(fetched)
        if response.body is None:
            self.older = ()
            self._catch_up()
            return Outcome.UNCHANGED
        base = self._in_use.base
        day = day_of(fetched)
        polled = self._read(response.body, day)
        rank = compare(polled, base, self._source)
        if rank is Rank.OLDER and future_revision(base.revision, day):
            # The clock was corrected since the base was accepted. Its revision would prevent every update.
            rank = Rank.NEWER
        if rank is Rank.OLDER:
            self.older = (older_revision(polled, base),)
            self._catch_up()
            return Outcome.OLDER
        evaluation = None if rank is Rank.SAME else self._evaluate(polled)
        sizes = self._sizes if evaluation is None else self._sizes.after(base.models, fetched)
        self._cache.save_document(polled, response, self._address, fetched, sizes)
        if evaluation is None:
            self.older = ()
            # The same content may have been sent with server-side properties, or without those of before.
            other = tuple(problem for problem in self._in_use.problems if problem not in base.problems)
            self._in_use.base = replace(base, problems=polled.problems)
            self._in_use.problems = other + polled.problems
            self._catch_up()
            return Outcome.SAME
        served = self._live.current()
        result = self._live.activate(evaluation)
        if not result.accepted:
            raise _rejection(Outcome.UNMERGEABLE, _UNMERGEABLE, result.problems)
        self.older, self._sizes = (), sizes
        if served is not None:
            self._merged_sizes = self._merged_sizes.after(len(served.document["models"]), fetched)
        self._in_use.base = polled
        other = (same_revision(polled, base),) if rank is Rank.OTHER else ()
        self._in_use.problems = other + polled.problems
        return Outcome.ACCEPTED

    def _read(self, body: bytes, day: date) -> Base:
        """Return the document in the bytes. Raises PollFailure if it may not be used on this day."""
        excess = self._limits.excess(body)
        if excess is not None:
            hint = "Check the document of the gateway. If it is correct, raise the limit with the option."
            raise PollFailure(Outcome.TOO_LARGE, "MC474", f"polled document rejected: {excess}", hint)
        polled = _parsed(body, self._address.shown)
        self.offered = polled.revision
        problem = unacceptable(polled, self._limits, day)
        if problem is not None:
            message = f"polled document rejected: {problem.message}"
            raise PollFailure(Outcome.INVALID, problem.code, message, problem.hint)
        return polled

    def _evaluate(self, polled: Base) -> Evaluation:
        """Return the result of merging a document. Raises PollFailure if that should not be served."""
        evaluation = self._live.evaluate_base(polled.document, self._address.shown)
        models = self._sizes, self._in_use.base.models
        if not evaluation.accepted:
            if polled.models == 0:
                # Without models nothing can be merged with the site configuration: report the cause.
                _check_share("it", *models, 0, self._share)
            raise _rejection(Outcome.UNMERGEABLE, _UNMERGEABLE, evaluation.problems)
        current = self._live.current()
        served = None if current is None else current.document
        if current is not None and current.site != self._site:
            self._merged_sizes, self._site = NO_SIZES, current.site
        _check_rules(polled.document if evaluation.merged is None else evaluation.merged, served)
        _check_share("it", *models, polled.models, self._share)
        if evaluation.merged is not None and served is not None:
            subject = "merged with the site configuration, it"
            sizes = self._merged_sizes, len(served["models"])
            _check_share(subject, *sizes, len(evaluation.merged["models"]), self._share)
        return evaluation

    def _catch_up(self) -> None:
        """Finish what an earlier poll left undone: a cache that could not be written, a rejection that is outdated."""
        self._cache.retry()
        if self._live.state().base_problems:
            # The gateway no longer offers the rejected document. Proposing the base in use clears its problems.
            self._live.propose_base(self._in_use.base.document, self._address.shown)


def _parsed(body: bytes, name: str) -> Base:
    """Return the document in the bytes. Raises PollFailure if they are not a model configuration."""
    _, value, problems = examine(body, name, _CAUSE_LIMIT)
    if not has_errors(problems):
        return base_of(BaseSource.POLLED, value, body, name)
    if any(problem.severity is Severity.ERROR and problem.code.startswith(_READ_ERRORS) for problem in problems):
        raise _rejection(Outcome.UNPARSABLE, "it is not valid JSON", problems)
    raise _rejection(Outcome.INVALID, "it is not a model configuration", problems)


def _check_rules(merged: dict[str, Any], served: dict[str, Any] | None) -> None:
    """Raise PollFailure if a document breaks a rule that the served document does not break at the same location.

    A problem that a site configuration causes occurs with any base, and is not a reason to keep an old one.
    """
    known = {} if served is None else _broken_rules(served)
    errors = [problem for location, problem in _broken_rules(merged).items() if location not in known]
    if errors:
        raise _rejection(Outcome.LINT, "the merged document would break a rule", errors)


def _broken_rules(document: dict[str, Any]) -> dict[tuple[str, ...], Problem]:
    """Return the errors of the rules by code and location.

    A location has the name of a model or provider in place of its position, which differs between documents.
    """
    problems = {}
    for problem in document_rules.check(document, _ERROR_RULES):
        names = split(problem.pointer)
        if len(names) > 1 and names[1].isdigit():
            item = document[names[0]][int(names[1])]
            names[1] = item.get("modelRef") or item["id"]
        problems[(problem.code, *names)] = problem
    return problems


def _check_share(subject: str, sizes: RecentSizes, current: int, after: int, share: float) -> None:
    """Raise PollFailure if no model would be kept, or a smaller share of them than the operator requires.

    The share is of the largest document of the last seven days, the current one included.
    """
    before = sizes.largest(current)
    if after >= before * share and (after > 0 or before == 0):
        return
    message = f"polled document rejected: {subject} would keep only {after} of {count(before, 'model')}"
    if before > current:
        message += ", the most of the last seven days"
    limit = (
        f"It must keep at least the share {share:g} of the models (--minimum-share)."
        if after
        else "It must keep at least one model."
    )
    raise PollFailure(Outcome.SHRUNK, "MC430", message, f"Check what the gateway publishes. {limit}")


def _rejection(outcome: Outcome, reason: str, problems: Sequence[Problem]) -> PollFailure:
    """Return the rejection of a document because of the errors among its problems; the message has the first."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    first = errors[0]
    location = f" ({quote(first.pointer)})" if first.pointer else ""
    if first.line is not None:
        location = f" (line {first.line}, column {first.column})"
    more = ", and more" if len(errors) > 1 else ""
    message = f"polled document rejected: {reason}: {first.code} {printable(first.message)}{location}{more}"
    hint = "Correct it on the gateway; `modelconfig validate --consumer` and `site check --base` report every problem."
    return PollFailure(outcome, "MC429", message, hint, causes=errors[:_CAUSE_LIMIT])
