"""What a soak run reports as faults."""

from __future__ import annotations

import http.server
import json
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from tests.modelconfig.server.documents import document
from tests.soak.clients import Results, check_responses
from tests.soak.load_run import is_whole_document, is_whole_view, soak
from tests.soak.measurements import Measurement, Sample

if TYPE_CHECKING:
    from pathlib import Path

MIB = 1 << 20


def test_a_mixture_of_two_documents_is_not_whole() -> None:
    assert is_whole_document(json.dumps(document("2026-11-27.3", edition=3)).encode())
    assert not is_whole_document(json.dumps(document("2026-11-27.3", edition=4)).encode())
    for numbers, whole in (((1, 1), True), ((1, 2), False), ((1,), False)):
        models = [{"displayName": f"ours {number}"} for number in numbers] + [{"displayName": "another"}]
        assert is_whole_view(json.dumps({"models": models}).encode()) is whole


@pytest.mark.parametrize(
    ("memories", "open_files", "faults"),
    [
        ([60, 80, 82, 83, 81], 22, 0),
        ([60, 80, 90, 95, 100], 22, 1),
        ([60, 80, 80, 80, 80], 40, 1),
        ([60, 80, 90, 95, 100], 40, 2),
    ],
)
def test_growth_is_a_fault(memories: list[int], open_files: int, faults: int) -> None:
    samples = [Sample(memory * MIB, 22, 7) for memory in memories[:-1]] + [Sample(memories[-1] * MIB, open_files, 7)]
    assert len(Measurement("gateway", 0, samples).faults()) == faults


class TornServer(http.server.BaseHTTPRequestHandler):
    """Sends content that has not the digest in its ETag."""

    def do_GET(self) -> None:  # the name that the base class calls
        self.send_response(200)
        self.send_header("ETag", '"of-another-content"')
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_: object) -> None:
        pass


def test_content_without_its_etag_is_torn() -> None:
    results, ending = Results("gateway"), threading.Event()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), TornServer) as server:
        threading.Thread(target=server.serve_forever).start()

        def is_whole(_: bytes) -> bool:
            ending.set()
            return True

        check_responses(server.server_port, "/", {}, is_whole, results, ending)
        server.shutdown()
    assert results.torn
    assert results.faults()


@pytest.mark.skipif(sys.platform != "linux", reason="reads memory and open files from /proc")
def test_a_short_run_has_no_faults(tmp_path: Path) -> None:
    lines, faults = soak(tmp_path, 2)
    assert faults == []
    assert any("0 torn and 0 missing responses" in line for line in lines)
