"""Answer `/healthz` and `/readyz`, and the parts of `/status` and `/metrics` that both servers have."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, time
from typing import Any

from prometheus_client import Metric
from prometheus_client.metrics_core import GaugeMetricFamily

import modelconfig
from modelconfig.diagnostics.phrases import quote
from modelconfig.documents.current_day import day_of
from modelconfig.documents.lint.publication_rules import NO_BASE_REVISION
from modelconfig.documents.revisions import parse
from modelconfig.server.http.metrics import PREFIX, gauge, info
from modelconfig.server.http.responses import Reply, json_reply, refusal, text_reply
from modelconfig.server.http.routes import Route
from modelconfig.server.served_document import RetiringModel, ServedDocument, stamp

RETRY_AFTER = ("retry-after", "5")
"""A client may retry soon: a corrected file is read within a second."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def alive() -> Reply:
    """Return the response of `/healthz`."""
    return text_reply("ok\n")


def ready(document: ServedDocument | None) -> Reply:
    """Return the response of `/readyz`: 200 if there is a document to serve, otherwise 503."""
    if document is None:
        return text_reply("no valid document\n", 503, RETRY_AFTER)
    return text_reply("ready\n")


def unavailable(reason: str) -> Reply:
    """Return the response of a path whose document does not exist yet."""
    return refusal(503, "unavailable", reason, RETRY_AFTER)


def operator_routes(
    document: ServedDocument | None, status: Callable[[], Reply], metrics: Callable[[], Reply], *, guarded: bool = False
) -> dict[str, Route]:
    """Return the routes for operators. `guarded` is for those that need a token."""
    return {
        "/healthz": Route("/healthz", answer=lambda _: alive()),
        "/readyz": Route("/readyz", answer=lambda _: ready(document)),
        "/status": Route("/status", answer=lambda _: status(), guarded=guarded),
        "/metrics": Route("/metrics", answer=lambda _: metrics(), guarded=guarded),
    }


def status_reply(  # the common properties
    service: str,
    started: datetime,
    document: ServedDocument | None,
    reasons: Sequence[str],
    parts: dict[str, Any],
    *,
    details: bool = True,
) -> Reply:
    """Return the response of `/status`. `reasons` are sentences that say why the served document is outdated.

    `details` is for the version of the program, which strangers do not get.
    """
    properties = {
        "service": service,
        **({"version": modelconfig.__version__} if details else {}),
        "ready": document is not None,
        "stale": bool(reasons),
        "reasons": list(reasons),
        "started": stamp(started),
        "document": None if document is None else document.to_json(),
    }
    return json_reply(properties | parts)


def age_reasons(document: ServedDocument | None, limit: float | None, now: datetime) -> list[str]:
    """Return why a document is older than a limit in seconds, by its revision, as reasons of `status_reply`.

    A document of a site that uses no base models has no age.
    """
    if document is None or limit is None or document.revision == NO_BASE_REVISION:
        return []
    revision = parse(document.revision)
    if revision is None:
        return [f"The age of the revision {quote(document.revision)} is unknown (--max-document-age)."]
    # A clock before the day of the embedded document is wrong.
    earliest = datetime.combine(day_of(now), time(), UTC)
    if (max(now, earliest) - revision.moment()).total_seconds() <= limit:
        return []
    return [f"The served document is of {revision.day}, older than --max-document-age allows."]


def common_metrics(document: ServedDocument | None, reasons: Sequence[str]) -> Iterable[Metric]:
    """Return the metrics that both servers have. `reasons` are those of `status_reply`."""
    yield info("build", "The version of the program.", {"version": modelconfig.__version__})
    yield gauge("ready", "1 if there is a valid document to serve, else 0.", int(document is not None))
    yield gauge("stale", "1 if the served document is outdated, else 0; /status has the reasons.", int(bool(reasons)))
    identity = None
    if document is not None:
        identity = {"revision": document.revision, "digest": document.digest, "source": document.source}
    yield info("document", "The served document: its revision, digest and source.", identity)
    yield gauge("models", "Models of the served document.", document.models if document else 0)
    yield gauge("generation", "Number of documents served since the start.", document.generation if document else 0)
    activated = document.since.timestamp() if document else None
    yield gauge("document_activated_timestamp_seconds", "Time at which the served document was activated.", activated)
    yield _retirements(document.retiring if document else ())


def _retirements(models: Iterable[RetiringModel]) -> Metric:
    """Return the days of retirement of the models that clients still offer, as Unix times of the start of the day."""
    family = GaugeMetricFamily(
        PREFIX + "model_retires_timestamp_seconds",
        "Start of the day, in UTC, from which a model that clients offer is no longer served.",
        labels=("model", "default"),
    )
    for model in models:
        midnight = datetime.combine(model.retires_on, time(tzinfo=UTC))
        family.add_metric((model.ref, ",".join(model.roles)), (midnight - _EPOCH).total_seconds())
    return family
