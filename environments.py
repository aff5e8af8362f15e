"""The environments of the sessions below .nox/, the distributions in them, and Debian packages that tests need."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import nox

ROOT = Path(__file__).resolve().parent
REQUIREMENTS = ROOT / "requirements"
ENVIRONMENTS = ROOT / ".nox"
DISTRIBUTIONS = ROOT / "dist"
# System folders are added even to a minimal PATH, because installed programs call others in them.
SYSTEM_PATH = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/bin", "/sbin", "/bin"])


class Environment:
    """The environment below .nox/ that sessions with the same lock share."""

    def __init__(self, session: nox.Session, name: str, *locks: str, editable: bool = False) -> None:
        """Install the locks in order, and this tree on request, unless the environment already has them."""
        self.session = session
        self.folder = ENVIRONMENTS / f"{name}-{sys.version_info.major}.{sys.version_info.minor}"
        self.programs = self.folder / ("Scripts" if sys.platform == "win32" else "bin")
        files = [REQUIREMENTS / f"{lock}.txt" for lock in locks]
        content = b"".join(file.read_bytes() for file in (*files, ROOT / "pyproject.toml"))
        wanted = f"{sys.version} {self.folder} {hashlib.sha256(content).hexdigest()}"
        stamp = self.folder / "installed"
        if locks and stamp.exists() and stamp.read_text("utf-8") == wanted:
            return
        session.run(sys.executable, "-m", "virtualenv", "--quiet", "--clear", str(self.folder))
        for file in files:
            self.install("--require-hashes", "-r", str(file))
        if editable:
            self.install("--no-deps", "--no-build-isolation", "-e", ".")
        stamp.write_text(wanted, "utf-8")

    def install(self, *arguments: str) -> None:
        """Install with uv where it is present, otherwise with pip."""
        if uv := shutil.which("uv"):
            python = str(self.programs / "python")
            self.session.run(uv, "pip", "install", "--quiet", "--python", python, *arguments, external=True)
        else:
            self.run("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments)

    def run(self, program: str, *arguments: str, **variables: str) -> None:
        """Run a program of the environment, with environment variables and the environment's programs on PATH."""
        path = os.pathsep.join([str(self.programs), os.environ.get("PATH", os.defpath)])
        self.session.run(str(self.programs / program), *arguments, env={"PATH": path, **variables})

    def pytest(self, *arguments: str, **variables: str) -> None:
        """Run pytest with a cache for each session: `dev.py` and `-- --last-failed` find its failed tests there."""
        self.run("pytest", "-o", f"cache_dir={ENVIRONMENTS / 'pytest' / self.session.name}", *arguments, **variables)


def tests_environment(session: nox.Session, *locks: str) -> Environment:
    """Return the environment of the tests, after building both distributions into dist/ and installing the wheel."""
    environment = Environment(session, locks[-1], *locks)
    shutil.rmtree(DISTRIBUTIONS, ignore_errors=True)
    environment.run("python", "-m", "hatchling", "build", "-t", "wheel", "-t", "sdist", "-d", str(DISTRIBUTIONS))
    environment.install("--no-deps", "--force-reinstall", *map(str, DISTRIBUTIONS.glob("*.whl")))
    return environment


def debian_packages(session: nox.Session, *names: str) -> None:
    """Install missing Debian packages, as root or under CI only."""
    if sys.platform != "linux":
        return
    programs = ("env", "apt-get", "dpkg-query")
    env, apt, query = (shutil.which(name, path=SYSTEM_PATH) or "" for name in programs)
    command = [env, f"PATH={SYSTEM_PATH}", "DEBIAN_FRONTEND=noninteractive", apt]
    if os.geteuid() != 0:
        command = ["sudo", "--non-interactive", *command]
    if not (env and apt and query) or (os.geteuid() != 0 and not os.environ.get("CI")):
        session.log(f"not installing {', '.join(names)}: tests that need a missing one are skipped")
        return
    asked = [query, "--show", "--showformat=${Package} ${Status}\n", *names]
    answer = subprocess.run(asked, check=False, capture_output=True, text=True).stdout
    missing = [name for name in names if f"{name} install ok installed" not in answer.splitlines()]
    # Without a network the tests are also skipped, except under CI.
    bearable = range(1 if os.environ.get("CI") else 256)
    for arguments in (["update", "--quiet"], ["install", "--yes", "--no-install-recommends", *missing]):
        if missing:
            session.run(*command, *arguments, external=True, silent=True, success_codes=bearable)
