"""Run every command on every case, in several processes."""

from __future__ import annotations

import multiprocessing
import tempfile
from pathlib import Path
from typing import Any

from tests.recording import documents, generator, sites
from tests.recording.jobs import Folders
from tests.recording.staging import stage
from tests.recording.worker import prepare, run


def recorded_commands(tree: Path, inputs: Path, more: Path | None, processes: int) -> dict[str, Any]:
    """Return the recorded result of each command, by its command line."""
    with tempfile.TemporaryDirectory() as temporary:
        folders = Folders(tree, inputs, Path(temporary).resolve() / "inputs", more)
        stage(inputs, folders.stage)
        found = [*generator.jobs(folders), *documents.jobs(folders), *sites.jobs(folders)]
        jobs = {job.key: job for job in found}.values()
        context = multiprocessing.get_context("spawn")
        with context.Pool(processes, prepare, (folders,)) as pool:
            return dict(pool.imap_unordered(run, jobs, chunksize=8))
