"""Run nox on a machine that has only Python and pip: `python3 dev.py -s codegen`, or without arguments for all checks.

The first call installs nox in `.venv`, from `requirements/nox.txt`, with uv where it is present; later calls only
start it. If sessions fail, the last lines of the output name them, their failed tests, and the command that runs these
again.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
LOCK = ROOT / "requirements" / "nox.txt"
SESSIONS = ROOT / ".nox"
REPORT = SESSIONS / "report.json"
MAX_TESTS = 15
OLDEST = (3, 11)


def main(arguments: list[str]) -> int:
    """Run nox with the arguments and return its exit code."""
    if sys.version_info < OLDEST:
        print(
            f"dev.py needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}", file=sys.stderr
        )
        return 2
    python = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    stamp = ENVIRONMENT / "nox.sha256"
    wanted = f"{sys.version_info[:2]} {hashlib.sha256(LOCK.read_bytes()).hexdigest()}"
    if not (python.exists() and stamp.exists() and stamp.read_text("utf-8") == wanted):
        print(f"preparing {ENVIRONMENT.name} (once)", file=sys.stderr)
        uv = shutil.which("uv")
        venv.create(ENVIRONMENT, with_pip=uv is None, clear=True)
        pip = (python, "-m", "pip", "install", "--disable-pip-version-check")
        install = pip if uv is None else (uv, "pip", "install", "--python", python)
        finished = subprocess.run((*install, "--quiet", "--require-hashes", "-r", LOCK), check=False)
        if finished.returncode:
            return finished.returncode
        stamp.write_text(wanted, "utf-8")
    SESSIONS.mkdir(exist_ok=True)
    REPORT.unlink(missing_ok=True)
    nox = (python, "-m", "nox", "--noxfile", ROOT / "noxfile.py", "--report", REPORT)
    code = subprocess.run([*nox, *arguments], check=False).returncode
    if code and REPORT.exists():
        sessions = json.loads(REPORT.read_text("utf-8"))["sessions"]
        failed = [session["name"] for session in sessions if session["result"] == "failed"]
        print("", *summary(failed, SESSIONS), sep="\n", file=sys.stderr)
    return code


def summary(failed: list[str], folder: Path) -> list[str]:
    """Return the lines about the failed sessions: their tests that failed last, and how to run them again.

    The folder contains pytest's cache of each session.
    """
    lines: list[str] = []
    for name in failed:
        recorded = folder / "pytest" / name / "v" / "cache" / "lastfailed"
        tests = sorted(json.loads(recorded.read_text("utf-8"))) if recorded.exists() else []
        shown = tests[: MAX_TESTS // len(failed)]
        lines += [f"The session {name} failed{' in:' if tests else '; its messages are above.'}"]
        lines += [f"  {test}" for test in shown]
        lines += [f"  and {len(tests) - len(shown)} more"] if tests[len(shown) :] else []
        lines += [f"  To repeat: python3 dev.py -s {name}{' -- --last-failed' if tests else ''}"]
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
