"""The slowest response while a server reloads a file with 200,000 characters in one position."""

from __future__ import annotations

import json
from contextlib import suppress
from time import perf_counter, sleep
from typing import TYPE_CHECKING

from bench import long_values as values
from bench.http_client import HttpRequest, IncompleteResponseError, send
from bench.long_texts import long_jsons, long_lines
from bench.measure import Cost
from bench.servers import Cores, Server, free_port
from bench.table import Row, at_most

if TYPE_CHECKING:
    from pathlib import Path

    from bench.workspace import Workspace

_SHARE = 97
_RELOADED = 0.6
"""Seconds after which a server has begun to read a file again."""
_INTERVAL = 0.005
"""Seconds between two requests."""


def long_reloads(workspace: Workspace, folder: Path, runs: int) -> list[Row]:
    """Measure the slowest response for each watched file; more runs measure more texts."""
    cores = Cores.allocate()
    if cores is None:
        workspace.omissions.append("Left out: reloads of long files. They need two cores and Linux.")
        return []
    site, tokens, flags, document = (folder / f"served-{name}" for name in ("site", "tokens", "flags", "document"))
    instance = ("serve", "instance", "--site-config", site, "--tokens", tokens, "--switches", flags)
    rows = []
    for arguments, name, file, texts in (
        (("serve", "gateway", "--base", document), "--base", document, long_jsons(values.DOCUMENT, _SHARE)),
        (instance, "--site-config", site, long_jsons(values.SITE, _SHARE)),
        (instance, "--tokens", tokens, long_lines(values.TOKENS, _SHARE // 7)),
        (instance, "--switches", flags, long_jsons(values.FLAGS, _SHARE // 7)),
    ):
        for path, value in ((site, values.SITE), (flags, values.FLAGS), (document, values.DOCUMENT)):
            path.write_text(json.dumps(value), "utf-8")
        tokens.write_text(values.TOKENS, "ascii")
        tokens.chmod(0o600)
        request = HttpRequest(free_port(), "/healthz")
        server = Server((workspace.programs / "modelconfig", *arguments, "--port", str(request.port)), cores.server)
        try:
            server.wait_for(request, lambda response: response.status == 200)
            seconds, slowest = _slowest(request, file, list(texts), runs)
        finally:
            server.stop()
        work = f"modelconfig {' '.join(map(str, arguments[:2]))} {name}, slowest /healthz"
        cost = Cost(seconds, 0, 0)
        rows.append(Row(work, "200,000 letters", cost, None, f"slowest: {slowest}", at_most(1.0)))
    return rows


def _slowest(request: HttpRequest, file: Path, texts: list[tuple[str, str]], runs: int) -> tuple[float, str]:
    """Return the seconds of the slowest response to a client while the texts are read, and the name of its text."""
    slowest = (0.0, "")
    for name, text in texts[:: max(1, 2 * len(texts) // (3 * runs))]:
        file.write_text(text, "utf-8", newline="")
        end = perf_counter() + _RELOADED
        while (begun := perf_counter()) < end:
            with suppress(OSError, IncompleteResponseError):
                send(request)
            slowest = max(slowest, (perf_counter() - begun, name))
            sleep(_INTERVAL)
    return slowest
