"""A gateway and an instance under load, reloads, slow and hostile clients."""

from __future__ import annotations

import json
import random
import signal
import threading
import time
from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING

from tests.modelconfig.server.documents import document, replace, text
from tests.modelconfig.server.instances import AUTHORISED, BROKEN, MODELS, TOKEN, InstanceProcess
from tests.modelconfig.server.process import Served, served, wait_until
from tests.soak.clients import Results, attack, check_responses, read_slowly
from tests.soak.measurements import Measurement, Sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DOCUMENT = "/llm-models.json"
RELOAD_INTERVAL = 0.5


def soak(folder: Path, seconds: float) -> tuple[list[str], list[str]]:
    """Run both servers for that time; return the lines of the report, and the faults."""
    files = Files(folder)
    instance = InstanceProcess(folder, files.site())
    with ExitStack() as stack:
        gateway = stack.enter_context(served(folder, "gateway", "--base", files.document))
        running = stack.enter_context(instance.running("--gateway", gateway.url))
        wait_until(lambda: running.status()["polling"]["lastSuccess"], "the first poll")
        time.sleep(2)
        servers = {"gateway": gateway, "instance": running.process}
        measurements = [Measurement(name, server.process.pid) for name, server in servers.items()]
        results = {name: Results(name) for name in servers}
        for measurement in measurements:
            measurement.samples.append(Sample.of(measurement.process_id))
            measurement.start()
        _load(files, instance, servers, results, seconds)
        for measurement in measurements:
            measurement.stop()
        parts: list[Results | Measurement] = [*results.values(), *measurements]
        lines = [f"{seconds:.0f} seconds, {files.generation} documents and site configurations"]
        lines += [line for part in parts for line in part.report()]
        faults = [fault for part in parts for fault in part.faults()]
        for name, server in servers.items():
            faults += [
                f"{name}: {event}" for event in (*server.events("internal error"), *server.events("response failed"))
            ]
            if server.stop() != 0:
                faults.append(f"{name}: exit code {server.process.returncode}")
    return lines, faults


class Files:
    """The files of both servers, in ever newer generations. Each contains its number at two distant positions."""

    def __init__(self, folder: Path) -> None:
        self.document = folder / "models.json"
        self._site = folder / "site.jsonc"
        self._chance = random.Random(1)  # noqa: S311  # not a secret
        self.generation = 0
        self.change()

    def site(self) -> str:
        """Return the site configuration of this generation: the first and the last model have its number."""
        models = [
            {"modelRef": f"anthropic::v1::{name}", "displayName": f"ours {self.generation}", "capabilities": ["chat"]}
            for name in ("a", "z")
        ]
        return json.dumps({"modelConfiguration": {"sourcegraph": {"pollingInterval": "1s"}, "modelOverrides": models}})

    def change(self) -> None:
        """Write the next generation of each file, sometimes after an invalid one."""
        self.generation += 1
        revision = f"{date.today().isoformat()}.{self.generation}"  # noqa: DTZ011  # a day, not a moment
        if self.generation % 10 == 0:
            replace(self.document, '{"schemaVersion": ')
            replace(self._site, BROKEN)
            time.sleep(RELOAD_INTERVAL)
        replace(self.document, text(document(revision, edition=self.generation)))
        replace(self._site, self.site())


def is_whole_document(content: bytes) -> bool:
    """Return whether both numbers of a gateway's document are the same."""
    value = json.loads(content)
    return str(value["revision"]).endswith(f".{value['edition']}")


def is_whole_view(content: bytes) -> bool:
    """Return whether both models of the site configuration have the same number."""
    names = [
        model["displayName"] for model in json.loads(content)["models"] if model["displayName"].startswith("ours ")
    ]
    return len(names) == 2 and names[0] == names[1]


def _load(
    files: Files, instance: InstanceProcess, servers: dict[str, Served], results: dict[str, Results], seconds: float
) -> None:
    ending = threading.Event()
    work: list[tuple[Callable[..., None], tuple[object, ...]]] = []
    for name, path, headers, is_whole in (
        ("gateway", DOCUMENT, {}, is_whole_document),
        ("instance", MODELS, AUTHORISED, is_whole_view),
    ):
        port = servers[name].port
        lines = [f"GET {path} HTTP/1.1", "Host: x", *(f"{key}: {value}" for key, value in headers.items()), "", ""]
        request = "\r\n".join(lines).encode()
        work += [(check_responses, (port, path, headers, is_whole, results[name], ending))] * 2
        work += [(read_slowly, (port, request, results[name], ending)), (attack, (port, path, results[name], ending))]
    threads = [threading.Thread(target=function, args=arguments) for function, arguments in work]
    for thread in threads:
        thread.start()
    end = time.monotonic() + seconds
    try:
        while time.monotonic() < end:
            time.sleep(RELOAD_INTERVAL)
            files.change()
            if files.generation % 5 == 0:
                replace(instance.tokens, f"{TOKEN}\n{'x' * 16}{files.generation}\n")
                instance.tokens.chmod(0o600)
                for server in servers.values():
                    server.signal(signal.SIGHUP)
    finally:
        ending.set()
        for thread in threads:
            thread.join()
