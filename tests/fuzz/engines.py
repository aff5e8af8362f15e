"""Run a target on many inputs: with atheris, which follows the coverage of the code, otherwise with hypothesis."""

from __future__ import annotations

import importlib
import importlib.util
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "cases" / "fuzz"
"""A folder of inputs for each target; the tests run each of them."""
MAX_LENGTH = 4096
_GRACE_SECONDS = 120
"""Seconds that a target may take beyond its time, to start and to report."""


def has_atheris() -> bool:
    """Return whether atheris is installed; it has no packages for some Pythons and systems."""
    return importlib.util.find_spec("atheris") is not None


def fuzz(name: str, seconds: int) -> bool:
    """Run a target for some seconds in another process; return whether nothing was found.

    An input that fails is saved in the corpus, so that the tests fail until it is mended.
    """
    folder = CORPUS / name
    folder.mkdir(parents=True, exist_ok=True)
    engine = "atheris" if has_atheris() else "hypothesis"
    command = [sys.executable, "-m", "tests.fuzz.engines", engine, name, str(seconds)]
    try:
        return subprocess.run(command, check=False, cwd=ROOT, timeout=seconds + _GRACE_SECONDS).returncode == 0
    except subprocess.TimeoutExpired:
        sys.stderr.write(f"{name}: no end within {seconds + _GRACE_SECONDS} seconds\n")
        return False


def _run_atheris(name: str, seconds: int) -> None:
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["modelconfig", "codegen"]):
        target = TARGETS[name].load()
    folder = CORPUS / name
    with tempfile.TemporaryDirectory() as found:
        options = [f"-max_total_time={seconds}", f"-max_len={MAX_LENGTH}", "-timeout=20", "-print_final_stats=0"]
        options += ["-verbosity=0", f"-artifact_prefix={folder}/"]
        atheris.Setup([sys.argv[0], *options, found, str(folder)], target)
        atheris.Fuzz()


def _run_hypothesis(name: str, seconds: int) -> None:
    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as st

    target = TARGETS[name].load()
    seeds = [file.read_bytes() for file in sorted((CORPUS / name).iterdir())] or [b""]
    pieces = st.sampled_from(seeds) | st.binary(max_size=30) | st.text(max_size=30).map(str.encode)
    cuts = st.tuples(st.sampled_from(seeds), st.integers(0, MAX_LENGTH), pieces, st.integers(0, 60)).map(
        lambda parts: parts[0][: parts[1]] + parts[2] + parts[0][parts[1] + parts[3] :]
    )

    @settings(max_examples=500, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(cuts | st.binary(max_size=MAX_LENGTH))
    def run(data: bytes) -> None:
        try:
            target(data)
        except Exception:
            (CORPUS / name / "crash-hypothesis").write_bytes(data)
            raise

    end = time.monotonic() + seconds
    while time.monotonic() < end:
        run()


if __name__ == "__main__":
    _, chosen, chosen_name, chosen_seconds = sys.argv
    engines = {"atheris": _run_atheris, "hypothesis": _run_hypothesis}
    engines[chosen](chosen_name, int(chosen_seconds))
