"""Answer `/metrics` in the text format of Prometheus."""

from collections.abc import Callable, Iterable
from itertools import accumulate

from prometheus_client import CollectorRegistry, GCCollector, Metric, PlatformCollector, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.metrics_core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
)
from prometheus_client.registry import Collector

from modelconfig.server.http.logs import dropped_lines
from modelconfig.server.http.request_counters import BOUNDS, RequestCounters
from modelconfig.server.http.responses import Reply, text_reply

PREFIX = "modelconfig_"


class Metrics(Collector):
    """The metrics of one server: its requests, and those of its other parts."""

    def __init__(self, counters: RequestCounters, more_metrics: Callable[[], Iterable[Metric]]) -> None:
        """Use `more_metrics` for every response; it returns what the functions below make."""
        self._counters = counters
        self._more_metrics = more_metrics
        self._registry = CollectorRegistry()
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=self._registry)
        self._registry.register(self)

    def reply(self) -> Reply:
        """Return the response of `/metrics`."""
        return text_reply(generate_latest(self._registry).decode(), content_type=CONTENT_TYPE_LATEST)

    def collect(self) -> Iterable[Metric]:
        """Return the metrics of requests, then those of the other parts."""
        requests = CounterMetricFamily(
            PREFIX + "requests", "Responses, by status.", labels=("route", "method", "status")
        )
        seconds = HistogramMetricFamily(
            PREFIX + "request_duration_seconds",
            "Time from receiving a request to sending the response.",
            labels=("route",),
        )
        for (route, method, status), number in sorted(self._counters.responses.items()):
            requests.add_metric((route, method, str(status)), number)
        bounds = [*map(repr, BOUNDS), "+Inf"]
        for route, total in sorted(self._counters.seconds.items()):
            counts = accumulate(self._counters.buckets[route])
            seconds.add_metric((route,), list(zip(bounds, counts, strict=True)), total)
        yield requests
        yield seconds
        yield CounterMetricFamily(
            PREFIX + "dropped_log_lines", "Log lines that were not written.", value=dropped_lines()
        )
        yield from self._more_metrics()


def gauge(name: str, help_text: str, value: float | None) -> GaugeMetricFamily:
    """Return a gauge; None is an unknown value, and gives no sample."""
    family = GaugeMetricFamily(PREFIX + name, help_text)
    if value is not None:
        family.add_metric((), value)
    return family


def info(name: str, help_text: str, labels: dict[str, str] | None) -> InfoMetricFamily:
    """Return a metric whose value is 1 and whose labels are the information; None gives no sample."""
    return InfoMetricFamily(PREFIX + name, help_text, value=labels)


def counter(name: str, help_text: str, label: str, values: dict[str, int]) -> CounterMetricFamily:
    """Return a counter with one label."""
    family = CounterMetricFamily(PREFIX + name, help_text, labels=(label,))
    for key, number in sorted(values.items()):
        family.add_metric((key,), number)
    return family
