"""What can be done in this repository: `nox --list` names it, a bare `nox` runs every check.

Without nox, `python3 dev.py …` does the same and installs it first.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nox

ROOT = Path(__file__).resolve().parent
REQUIREMENTS = ROOT / "requirements"
SUPPORTED = ("3.11", "3.12", "3.13")
RUNNING = f"{sys.version_info.major}.{sys.version_info.minor}"
# Also where PATH names little else than Python and git: packages bring programs along that theirs call in turn.
SYSTEM_PATH = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/bin", "/sbin", "/bin"])
LOCKING_TOOL = "uv==0.13.9"

SERVER = "server"
# A lock is the closure of the distribution's own dependencies (unless it stands alone), some groups and the one extra.
LOCKS = {
    "runtime": (),
    "server": (SERVER,),
    "lowest": (SERVER,),
    "codegen": ("build", "codegen"),
    "tests": (SERVER, "build", "codegen", "test"),
    "lint": ("build", "lint"),
    "typing": (SERVER, "build", "codegen", "test", "type", "bench"),
    "bench": (SERVER, "build", "codegen", "bench"),
    "nox": ("nox",),
}
ALONE = ("nox",)
LOWEST = "lowest"
TESTS_OF_TYPESCRIPT = "tests/typescript"
TESTS_OF_GO = "tests/go"
TESTS_OF_DEPLOYMENT = "tests/deploy"
TESTS_OF_PAGE = "tests/browser"
# What the other sessions of tests do without: compilers, servers and browsers that are fetched or take their time.
APART = [f"--ignore={folder}" for folder in (TESTS_OF_TYPESCRIPT, TESTS_OF_GO, TESTS_OF_DEPLOYMENT, TESTS_OF_PAGE)]


def interpreters() -> list[str]:
    """Return the supported versions that are on PATH and start; a version manager's shim may do neither."""
    return [RUNNING, *(version for version in SUPPORTED if version != RUNNING and _starts(f"python{version}"))]


def _starts(program: str) -> bool:
    found = shutil.which(program)
    return found is not None and subprocess.run([found, "-c", ""], check=False, capture_output=True).returncode == 0


nox.needs_version = ">=2026.10"
nox.options.default_venv_backend = "virtualenv"
nox.options.reuse_venv = "yes"
nox.options.sessions = [
    "check", "lint", "typing", f"tests-{RUNNING}", "reference", "typescript", "go", "browser", "deploy", "wheel",
]  # fmt: skip


def install(session: nox.Session, lock: str, *, editable: bool = True) -> None:
    """Install a lock and this tree, unless the environment holds exactly that already."""
    requirements = REQUIREMENTS / f"{lock}.txt"
    content = requirements.read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    wanted = f"{hashlib.sha256(content).hexdigest()} {ROOT if editable else 'without the tree'}"
    stamp = Path(session.virtualenv.location) / "installed.sha256"
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return
    session.install("--require-hashes", "-r", str(requirements))
    if editable:
        session.install("--no-deps", "--no-build-isolation", "-e", ".")
    stamp.write_text(wanted, "utf-8")


@nox.session
def codegen(session: nox.Session) -> None:
    """Write generated/ and docs/reference/ from schema/."""
    install(session, "codegen")
    session.run("python", "-m", "codegen", "types", *session.posargs)
    session.run("python", "-m", "codegen", "kit", *session.posargs)


@nox.session(name="build-config")
def build_config(session: nox.Session) -> None:
    """Write models.json and its copies from catalog/, and say what changed."""
    install(session, "codegen")
    session.run("python", "-m", "codegen", "config", *session.posargs)


@nox.session(name="release-schema")
def release_schema(session: nox.Session) -> None:
    """Freeze the contract version that schema/ has now below schema/released/, with the types generated from it."""
    install(session, "codegen")
    session.run("python", "-m", "codegen", "schema", "release", *session.posargs)


@nox.session
def check(session: nox.Session) -> None:
    """Fail when generated files are not what their sources say, or the schema breaks its own rules or old readers."""
    install(session, "codegen")
    session.run("python", "-m", "codegen", "schema", "lint")
    session.run("python", "-m", "codegen", "schema", "check", "--against", "release")
    session.run("python", "-m", "codegen", "types", "--check")
    session.run("python", "-m", "codegen", "kit", "--check")
    session.run("python", "-m", "codegen", "config", "--check")


@nox.session(python=interpreters())
def tests(session: nox.Session) -> None:
    """Run the tests on every Python found (a bare `nox`: on the running one); arguments go to pytest."""
    install(session, "tests")
    session.run("pytest", *(session.posargs or ("-n", "auto", *APART)))


@nox.session
def reference(session: nox.Session) -> None:
    """Run the tests of validation as where jsonschema-rs is not installed."""
    install(session, "tests")
    folders = [f"tests/modelconfig/{name}" for name in ("schema", "documents", "site")]
    # Compares the two libraries, and so needs both.
    both = "--ignore=tests/modelconfig/schema/test_libraries.py"
    arguments = session.posargs or ("-n", "auto", *folders, "tests/codegen/schema", both)
    session.run("pytest", *arguments, env={"WITHOUT_JSONSCHEMA_RS": "1"})


@nox.session
def lowest(session: nox.Session) -> None:
    """Run the tests with the oldest versions of the dependencies that pyproject.toml allows."""
    install(session, "tests")
    session.install("--require-hashes", "-r", str(REQUIREMENTS / f"{LOWEST}.txt"))
    session.run("pytest", *(session.posargs or ("-n", "auto", *APART)))


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, format and who imports whom."""
    install(session, "lint")
    session.run("ruff", "check", *session.posargs)
    session.run("ruff", "format", "--check")
    session.run("lint-imports")


@nox.session
def typing(session: nox.Session) -> None:
    """Check types with mypy --strict, tests and generated code included."""
    install(session, "typing")
    session.run("mypy", *session.posargs)


@nox.session
def typescript(session: nox.Session) -> None:
    """Compile the TypeScript package with the real compilers, from its tarball and as a copied file."""
    install(session, "tests")
    session.run("pytest", TESTS_OF_TYPESCRIPT, *session.posargs)


@nox.session
def go(session: nox.Session) -> None:
    """Compile, vet and try the Go module with the real toolchain, and hold its codec to Python's."""
    install(session, "tests")
    session.run("pytest", TESTS_OF_GO, *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """Use the page in Debian's Chromium and hold it to rules of accessibility; left out where it cannot be had."""
    install(session, "tests")
    debian_packages(session, "chromium")
    session.run("pytest", *(session.posargs or ("-n", "auto", TESTS_OF_PAGE)))


@nox.session
def deploy(session: nox.Session) -> None:
    """Try docs/deploy/ in a real nginx and with systemd's own checks, which are left out where they cannot be had."""
    if sys.platform != "linux":
        session.skip("the configurations are for Linux")
    install(session, "tests")
    debian_packages(session, "nginx", "libnginx-mod-http-brotli-static", "openssl", "systemd")
    session.run("pytest", *(session.posargs or ("-n", "auto", TESTS_OF_DEPLOYMENT)))


def debian_packages(session: nox.Session, *names: str) -> None:
    """Install those of Debian's packages that are missing, as root or under CI; elsewhere that is not ours to do."""
    programs = ("env", "apt-get", "dpkg-query")
    env, apt, query = (shutil.which(name, path=SYSTEM_PATH) or "" for name in programs)
    command = [env, f"PATH={SYSTEM_PATH}", "DEBIAN_FRONTEND=noninteractive", apt]
    if os.geteuid() != 0:
        command = ["sudo", "--non-interactive", *command]
    if not (env and apt and query) or (os.geteuid() != 0 and not os.environ.get("CI")):
        session.log(f"not installing {', '.join(names)}: what needs those that are missing is left out")
        return
    asked = [query, "--show", "--showformat=${Package} ${Status}\n", *names]
    answer = subprocess.run(asked, check=False, capture_output=True, text=True).stdout
    missing = [name for name in names if f"{name} install ok installed" not in answer.splitlines()]
    # Without a network the tests are left out, too; but not under CI.
    bearable = range(1 if os.environ.get("CI") else 256)
    for arguments in (["update", "--quiet"], ["install", "--yes", "--no-install-recommends", *missing]):
        if missing:
            session.run(*command, *arguments, external=True, silent=True, success_codes=bearable)


@nox.session
def wheel(session: nox.Session) -> None:
    """Build both distributions into dist/, try the wheel on a bare Python, and run the tests against it."""
    install(session, "tests", editable=False)
    built = ROOT / "dist"
    shutil.rmtree(built, ignore_errors=True)
    session.run("python", "-m", "hatchling", "build", "-t", "wheel", "-t", "sdist", "-d", str(built))
    (package,) = built.glob("*.whl")
    _try_on_bare_python(session, package)
    session.install("--no-deps", "--force-reinstall", str(package))
    session.run("pytest", *(session.posargs or ("-n", "auto", *APART)))


def _try_on_bare_python(session: nox.Session, package: Path) -> None:
    """Load the embedded configuration with nothing but the wheel installed, then run commands with what they need."""
    bare = Path(session.create_tmp()) / "bare"
    session.run("python", "-m", "venv", "--clear", str(bare))
    programs = bare / ("Scripts" if sys.platform == "win32" else "bin")
    python = str(programs / "python")
    session.run(python, "-m", "pip", "install", "--quiet", "--no-deps", str(package), external=True)
    load = "import modelconfig; print(len(modelconfig.load().models), 'models')"
    session.run(python, "-I", "-W", "error", "-c", load, external=True)
    locked = ("--quiet", "--require-hashes", "-r", str(REQUIREMENTS / "runtime.txt"))
    session.run(python, "-m", "pip", "install", *locked, external=True)
    session.run(str(programs / "modelconfig"), "--version", external=True)
    session.run(str(programs / "modelconfig"), "validate", "models.json", external=True, silent=True)


@nox.session(python=interpreters())
def bench(session: nox.Session) -> None:
    """Measure this project and its peers side by side and print ratios, on other Pythons the import's only."""
    install(session, "bench", editable=False)
    # As users have it: installed and compiled, not found through an editable install's path entries.
    session.install("--no-deps", "--no-build-isolation", ".")
    if session.python == RUNNING and sys.platform == "linux":
        debian_packages(session, "nginx", "wrk")
    only = () if session.python == RUNNING else ("--only", "import")
    session.run("python", "-m", "bench", *only, *session.posargs)


@nox.session
def lock(session: nox.Session) -> None:
    """Resolve the newest versions of all dependencies (for `lowest`, the oldest) for every supported Python."""
    session.install(LOCKING_TOOL)
    everything = Path(session.create_tmp()) / "everything.txt"
    groups = {group for chosen in LOCKS.values() for group in chosen}
    _resolve(session, everything, groups)
    for name, chosen in LOCKS.items():
        # One resolution constrains all of them, so that no two environments differ in a version.
        limits = ["--resolution", "lowest-direct"] if name == LOWEST else ["--constraint", str(everything)]
        _resolve(session, REQUIREMENTS / f"{name}.txt", set(chosen), *limits, alone=name in ALONE)


def _resolve(session: nox.Session, target: Path, groups: set[str], *limits: str, alone: bool = False) -> None:
    options = ["--universal", "--python-version", SUPPORTED[0], "--generate-hashes", "--upgrade", "--quiet", *limits]
    options += ["--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "nox -s lock"]
    options += [] if alone else ["pyproject.toml"]
    options += ["--extra", SERVER] if SERVER in groups else []
    options += [part for group in sorted(groups - {SERVER}) for part in ("--group", group)]
    session.run("uv", "pip", "compile", *options, "--no-annotate", "--output-file", str(target))
