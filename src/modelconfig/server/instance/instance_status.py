"""Make `/status` and the metrics of an instance, neither of which contains a secret."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from modelconfig.server import health
from modelconfig.server.http.metrics import counter, gauge
from modelconfig.server.instance.prepared_content import LAST_GOOD
from modelconfig.server.served_document import stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from prometheus_client import Metric

    from modelconfig.diagnostics.problem import Problem
    from modelconfig.server.http.responses import Reply
    from modelconfig.server.instance.feature_flags import FeatureFlagFile
    from modelconfig.server.instance.last_good import LastGoodStore
    from modelconfig.server.instance.settings import InstanceSettings
    from modelconfig.server.instance.site_source import SiteSource
    from modelconfig.server.polling.base_selection import Base
    from modelconfig.server.polling.poller import Poller
    from modelconfig.server.served_document import ServedDocument


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of an instance that appear in its status."""

    settings: InstanceSettings
    site: SiteSource
    flags: FeatureFlagFile
    last_good: LastGoodStore | None
    poller: Poller | None
    started: datetime

    @property
    def base(self) -> Base:
        """The base document in use."""
        return self.poller.base if self.poller is not None else self.settings.base

    @property
    def base_problems(self) -> tuple[Problem, ...]:
        """The problems of polling and of the base in use."""
        return self.poller.problems if self.poller is not None else self.settings.start.problems

    @property
    def cache_problems(self) -> tuple[Problem, ...]:
        """The problems of the cache and of the last good result."""
        start = self.settings.start
        polled = self.poller.cache_problems if self.poller is not None else start.cache_problems
        return (*polled, *(self.last_good.problems if self.last_good is not None else ()))


def status_reply(parts: Parts, document: ServedDocument | None) -> Reply:
    """Return the response of `/status`."""
    tokens, flags, site, base = parts.settings.tokens, parts.flags, parts.site, parts.base
    problems = [*site.problems, *parts.base_problems, *tokens.problems, *flags.problems, *parts.cache_problems]
    properties = {
        "siteConfiguration": {
            "file": site.path,
            "accepted": site.accepted,
            "refused": site.rejections,
            "lastAccepted": stamp(site.accepted_at),
            "lastRefused": stamp(site.rejected_at),
            "problems": _json(site.problems),
        },
        "base": {
            "source": base.source,
            "revision": base.revision,
            "models": base.models,
            "problems": _json(parts.base_problems),
        },
        "polling": _polling(parts),
        "tokens": {
            "file": parts.settings.tokens_file,
            "count": len(tokens),
            "refused": tokens.rejections,
            "problems": _json(tokens.problems),
        },
        "switches": {
            "file": parts.settings.switches_file,
            "refused": flags.rejections,
            "problems": _json(flags.problems),
        },
        "cache": {"directory": _cache_directory(parts), "problems": _json(parts.cache_problems)},
        "problems": _json(problems),
    }
    return health.status_reply("instance", parts.started, document, reasons(parts, document), properties)


def reasons(parts: Parts, document: ServedDocument | None) -> list[str]:
    """Return the reasons why the served content is outdated, one sentence each."""
    sentences = []
    if document is None:
        sentences.append(
            "There is nothing to serve: the site configuration is refused, and no earlier result was kept."
        )
    elif document.source == LAST_GOOD:
        sentences.append(
            f"The site configuration is refused; served is what an earlier run made of it, on {stamp(document.since)}."
        )
    elif not parts.site.accepted:
        sentences.append("The newest state of the site configuration is refused; the one before it is still in force.")
    if parts.settings.tokens.rejecting:
        sentences.append("The newest state of the file of tokens is refused; the tokens known before are still valid.")
    if parts.flags.rejecting:
        what = "clients are told nothing of their features" if parts.flags.flags is None else "the old ones count"
        sentences.append(f"The newest state of the file of switches is refused; {what}.")
    stale = parts.poller.stale() if parts.poller is not None else None
    return [*sentences, stale] if stale is not None else sentences


def instance_metrics(parts: Parts, document: ServedDocument | None) -> Iterable[Metric]:
    """Return the metrics of an instance, without those of its requests."""
    yield from health.document_metrics(document)
    rejections = {
        "site_configuration": parts.site.rejections,
        "tokens": parts.settings.tokens.rejections,
        "switches": parts.flags.rejections,
    }
    poller = parts.poller
    if poller is not None:
        rejections["polled"] = poller.history.rejected
        yield counter("polls", "Attempts to poll the gateway, by their end.", "outcome", dict(poller.outcomes))
        yield gauge("poll_last_success_age_seconds", "Seconds since the gateway last answered usefully.", poller.age())
    yield counter("refused_updates", "Updates that were not put in force.", "what", rejections)


def _polling(parts: Parts) -> dict[str, Any]:
    if parts.poller is not None:
        return parts.poller.status()
    if parts.settings.address is None:
        return {"enabled": False, "reason": "No gateway is named (--gateway)."}
    return {"enabled": False, "reason": f"An operator has chosen what to use (--source {parts.settings.source})."}


def _cache_directory(parts: Parts) -> str | None:
    folder = parts.settings.cache_folder
    return None if folder is None else folder.as_posix()


def _json(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    return [problem.to_json() for problem in problems]
