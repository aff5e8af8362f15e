"""Run this project on the Pythons of Debian 12 and Debian unstable, each in a chroot.

`python3 dev.py -s elsewhere` starts it, as root, on a machine with `debootstrap`; arguments select versions. Each
Python runs the main command of the README; the oldest and the newest then run the test command, the others the tests of
the runtime. A copy of the last commit is tested.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
MIRROR = "http://deb.debian.org/debian"
SUITES = {"3.11": "bookworm", "3.13": "sid", "3.14": "sid", "3.15": "sid"}
OLDEST, *_, NEWEST = SUITES
MAIN = ("-s", "codegen", "build-config")
RUNTIME = ("-s", "tests", "--", "-q", "-n", "auto", "--dist", "loadgroup", "tests/modelconfig")
# The mounts end with the namespace, so that the folder can be removed without the machine's devices.
ENTER = 'for name in proc dev; do mount --rbind "/$name" "$0/$name"; done; exec chroot "$0" "$@"'
CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"


def prepare(suite: str, root: Path) -> None:
    """Install a suite with its Pythons in a folder, unless it is there, with the machine's network settings."""
    stamp = root / "installed"
    if not stamp.exists():
        shutil.rmtree(root, ignore_errors=True)
        run("debootstrap", "--variant=minbase", "--include=ca-certificates,git", suite, root, MIRROR)
        (root / "etc/apt/apt.conf.d/recommends").write_text('APT::Install-Recommends "false";\n', "utf-8")
        packages = [f"python{version}-venv" for version, where in SUITES.items() if where == suite]
        run("chroot", root, "apt-get", "install", "--quiet", "--yes", *packages)
        stamp.touch()
    for name in ("/etc/hosts", "/etc/resolv.conf", CERTIFICATES):
        if Path(name).exists():
            shutil.copyfile(name, root / name.lstrip("/"))


def test(version: str, root: Path) -> list[str]:
    """Run the commands with one Python and return a line for each."""
    tree = root / "srv/checkout"
    shutil.rmtree(tree, ignore_errors=True)
    run("git", "clone", "--quiet", ROOT, tree)
    settings = {"HOME": "/root", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}
    settings |= {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
    settings |= dict.fromkeys(("PIP_CERT", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"), CERTIFICATES)
    command = (
        "unshare",
        "--mount",
        "sh",
        "-ec",
        ENTER,
        root,
        "env",
        "--chdir=/srv/checkout",
        f"python{version}",
        "dev.py",
    )
    lines = []
    for title, arguments in {
        "main command": MAIN,
        **({"test command": ()} if version in {OLDEST, NEWEST} else {"tests of the runtime": RUNTIME}),
    }.items():
        started = time.monotonic()
        done = subprocess.run((*command, *arguments), env=settings, check=False)
        outcome = f"failed with exit code {done.returncode}" if done.returncode else "passed"
        lines.append(f"Python {version} of {SUITES[version]}: {title} {outcome}, {time.monotonic() - started:.0f} s")
    return lines


def run(*command: str | Path) -> None:
    """Run a command. Raises CalledProcessError if it fails."""
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"])
    subprocess.run(command, check=True, env={**os.environ, "PATH": path, "DEBIAN_FRONTEND": "noninteractive"})


def main(folder: str, *versions: str) -> int:
    """Test the versions, by default all, and print what passed; return the exit code."""
    lines = []
    for version in versions or SUITES:
        root = Path(folder).resolve() / SUITES[version]
        prepare(SUITES[version], root)
        lines += test(version, root)
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return int(any(" failed " in line for line in lines))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
