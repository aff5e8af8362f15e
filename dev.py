"""Run nox on a machine that has only Python and pip: `python3 dev.py -s codegen`, or without arguments for all checks.

The first call installs nox in `.venv`, from `requirements/nox.txt`, with uv where it is present; later calls only
start it.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
LOCK = ROOT / "requirements" / "nox.txt"
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
    return subprocess.run([python, "-m", "nox", "--noxfile", ROOT / "noxfile.py", *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
