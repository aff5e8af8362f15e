"""Prometheus' configuration, the alerts and the dashboard, with a real Prometheus that scrapes real servers.

The dashboard is not rendered, because that needs Grafana.
"""

from __future__ import annotations

import json
import re
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.deploy.nginx import SHIPPED, free_port
from tests.helpers.programs import required_program
from tests.modelconfig.server.documents import document, text
from tests.modelconfig.server.instances import AUTHORISED, InstanceProcess
from tests.modelconfig.server.process import served, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("monitoring")  # one Prometheus for all of them

ADMIN = ("--admin-address", "127.0.0.1:0")
MONITORING = SHIPPED / "monitoring"
ALERTS = [
    rule for group in yaml.safe_load((MONITORING / "alerts.yml").read_text())["groups"] for rule in group["rules"]
]
PANELS = json.loads((MONITORING / "dashboard.json").read_text())["panels"]
QUERIES = [target["expr"].replace("$instance", ".*") for panel in PANELS for target in panel["targets"]]


class Prometheus:
    """A running Prometheus."""

    def __init__(self, port: int) -> None:
        self._url = f"http://127.0.0.1:{port}/api/v1/query"

    def query(self, expression: str) -> list[Any]:
        """Return the series of an expression. Raises HTTPError for an invalid one."""
        address = f"{self._url}?{urllib.parse.urlencode({'query': expression})}"
        try:
            with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310  # the address is the test's own
                result: list[Any] = json.load(answer)["data"]["result"]
        except urllib.error.HTTPError as error:
            error.close()
            raise
        return result

    def has(self, expression: str) -> bool:
        """Return whether an expression has a series by now; while Prometheus starts, it has none."""
        try:
            return bool(self.query(expression))
        except OSError:
            return False


def configuration(folder: Path, gateway: int, instance: int) -> Path:
    """Write the shipped configuration with the paths and ports of the test; return its path."""
    content = (MONITORING / "prometheus.yml").read_text()
    for before, after in {
        "/etc/prometheus/modelconfig-alerts.yml": str(MONITORING / "alerts.yml"),
        "127.0.0.1:9080": f"127.0.0.1:{gateway}",
        "127.0.0.1:9081": f"127.0.0.1:{instance}",
        "scrape_interval: 30s": "scrape_interval: 500ms\n  evaluation_interval: 500ms",
    }.items():
        assert before in content, before
        content = content.replace(before, after)
    (folder / "prometheus.yml").write_text(content)
    return folder / "prometheus.yml"


def promtool(*arguments: object, stdin: bytes = b"") -> str:
    """Run promtool; return its output. Raises AssertionError if it reports a problem."""
    command = [required_program("promtool"), *map(str, arguments)]
    done = subprocess.run(command, cwd=MONITORING, input=stdin, capture_output=True, check=False)
    output = (done.stdout + done.stderr).decode()
    assert done.returncode == 0, output
    return output


@pytest.fixture(scope="module")
def prometheus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prometheus]:
    program, folder, port = required_program("prometheus"), tmp_path_factory.mktemp("prometheus"), free_port()
    made = document()
    made["models"][0] |= {"status": "stable", "retiresOn": "2027-01-14"}
    (folder / "models.json").write_text(text(made), "utf-8")
    with served(folder, "gateway", "--base", folder / "models.json", *ADMIN) as gateway:
        scraped = InstanceProcess(folder)
        with scraped.running("--gateway", gateway.url, *ADMIN) as instance:
            config = configuration(folder, gateway.admin_port, instance.process.admin_port)
            promtool("check", "config", config)
            options = [
                f"--config.file={config}",
                f"--storage.tsdb.path={folder}",
                f"--web.listen-address=127.0.0.1:{port}",
            ]
            with (folder / "prometheus.log").open("wb") as log:
                process = subprocess.Popen([program, *options], stdout=log, stderr=log)
            try:
                started = Prometheus(port)
                for job in ("gateway", "instance"):
                    wait_until(lambda: started.has(f'up{{job="modelconfig-{job}"}} == 1'), f"a scrape of the {job}")  # noqa: B023  # called at once
                wait_until(lambda: instance.status()["polling"]["lastSuccess"], "a poll")
                for server, headers in ((gateway, {}), (instance, AUTHORISED)):
                    promtool("check", "metrics", stdin=server.get("/metrics", headers).body)
                yield started
            finally:
                process.terminate()
                process.wait(20)


def test_the_alerts_fire_as_their_tests_say() -> None:
    assert "SUCCESS" in promtool("test", "rules", "alerts.test.yml")
    tests = yaml.safe_load((MONITORING / "alerts.test.yml").read_text())["tests"]
    expected = [rule["alertname"] for test in tests for rule in test["alert_rule_test"] if "exp_alerts" in rule]
    assert sorted(expected) == sorted(alert["alert"] for alert in ALERTS)


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_of_the_dashboard_has_a_result(query: str, prometheus: Prometheus) -> None:
    wait_until(lambda: prometheus.has(query), query)


@pytest.mark.parametrize("alert", ALERTS, ids=lambda alert: alert["alert"])
def test_the_metrics_of_an_alert_exist(alert: dict[str, Any], prometheus: Prometheus) -> None:
    assert prometheus.query(alert["expr"]) == []
    # The condition is false now, but what it compares exists, except for responses with errors.
    compared = re.split(" (?:==|>|<) ", alert["expr"])[0].replace('status=~"5.."', 'status="200"')
    wait_until(lambda: prometheus.has(compared), compared)


def test_the_panels_do_not_overlap() -> None:
    cells = [
        (x, y)
        for panel in PANELS
        for x in range(panel["gridPos"]["x"], panel["gridPos"]["x"] + panel["gridPos"]["w"])
        for y in range(panel["gridPos"]["y"], panel["gridPos"]["y"] + panel["gridPos"]["h"])
    ]
    assert len(cells) == len(set(cells))
    assert max(x for x, _ in cells) < 24
    assert len({panel["id"] for panel in PANELS}) == len(PANELS)
