"""The tasks of this repository: `nox --list` lists them, `nox` without arguments runs every check.

Without nox, `python3 dev.py …` does the same and installs it first.
"""

from __future__ import annotations

import os
import shutil
import sys
import tomllib
from pathlib import Path

import nox

# Nox does not add the folder of this file, which it may be started outside of.
sys.path.insert(0, str(Path(__file__).resolve().parent))

from environments import (
    DISTRIBUTIONS,
    ENVIRONMENTS,
    REQUIREMENTS,
    ROOT,
    Environment,
    debian_packages,
    tests_environment,
)

OLDEST_PYTHON = "3.11"
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
    "docs": ("build", "docs"),
    "nox": ("nox",),
    "kubernetes": ("kubernetes",),
    "fuzz": ("fuzz",),
}
ALONE = ("nox", "kubernetes", "fuzz")
LOWEST = "lowest"
# These need compilers, servers or a browser; sessions that vary something else omit them.
TESTS_OF_TOOLCHAINS = ("typescript", "editors", "go", "deploy", "browser", "faults")
COMPILER = ("gcc", "libc6-dev")
SERVERS = ("nginx", "libnginx-mod-http-brotli-static", "prometheus", "systemd")
DEBIAN_PACKAGES = (*COMPILER, *SERVERS, "chromium-headless-shell", "fish", "openssl", "zsh")
# Extensions without which everything works, though slower.
COMPILED = ("brotli", "jsonschema_rs", "uvloop", "yaml._yaml", "zstandard")
# One more process than cores, because some tests wait. `loadgroup` hands out the tests one by one, which balances slow
# ones better than `load`.
ON_ALL_CORES = ("-n", str((os.cpu_count() or 1) + 1), "--dist", "loadgroup", "-m", "not slow")

nox.needs_version = ">=2026.10"
# Sessions that install the same lock share one environment; nox would make one for each session.
nox.options.default_venv_backend = "none"
nox.options.sessions = ["check", "lint", "typing", "wheel", "tests", "reference", "granian", "docs"]


def generate(session: nox.Session, *arguments: str) -> None:
    """Run a command of the generator."""
    Environment(session, "codegen", "codegen", editable=True).run("python", "-m", "codegen", *arguments)


@nox.session
def codegen(session: nox.Session) -> None:
    """Write generated/ and docs/reference/ from schema/."""
    for artifact in ("types", "kit"):
        generate(session, artifact, *session.posargs)


@nox.session(name="build-config")
def build_config(session: nox.Session) -> None:
    """Write models.json and its copies from catalog/, and report what changed."""
    generate(session, "config", *session.posargs)


@nox.session(name="bump-schema")
def bump_schema(session: nox.Session) -> None:
    """Write the version that the changes since the last release require into schema/."""
    generate(session, "schema", "bump", *session.posargs)


@nox.session(name="release-schema")
def release_schema(session: nox.Session) -> None:
    """Freeze the current contract version in schema/released/, with the generated files that its readers need."""
    generate(session, "schema", "release", *session.posargs)


@nox.session
def check(session: nox.Session) -> None:
    """Fail if a generated file is out of date, or if the schema violates its rules or breaks old readers."""
    generate(session, "schema", "lint")
    generate(session, "schema", "check", "--against", "release")
    for artifact in ("types", "kit", "config"):
        generate(session, artifact, "--check")


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, format and imports."""
    environment = Environment(session, "lint", "lint", editable=True)
    environment.run("ruff", "check", *session.posargs)
    environment.run("ruff", "format", "--check")
    environment.run("lint-imports")


@nox.session
def typing(session: nox.Session) -> None:
    """Check types with mypy --strict, tests and generated code included."""
    Environment(session, "typing", "typing", editable=True).run("mypy", *session.posargs)


@nox.session
def wheel(session: nox.Session) -> None:
    """Build both distributions into dist/, load the wheel without dependencies, then run commands with them."""
    tests_environment(session, "tests")
    bare = Environment(session, "bare")
    bare.install("--no-deps", *map(str, DISTRIBUTIONS.glob("*.whl")))
    bare.run("python", "-I", "-W", "error", "-c", "import modelconfig; print(len(modelconfig.load().models), 'models')")
    bare.install("--require-hashes", "-r", str(REQUIREMENTS / "runtime.txt"))
    bare.run("modelconfig", "--version")
    bare.run("modelconfig", "validate", "models.json")


@nox.session
def release(session: nox.Session) -> None:
    """Build the files of a release from a clean checkout into dist/release/, twice, and compare the bytes."""
    environment = Environment(session, "release", "codegen", "docs", editable=True)
    shutil.rmtree(DISTRIBUTIONS / "release", ignore_errors=True)
    environment.run("python", "-m", "release", str(DISTRIBUTIONS / "release"))


@nox.session
def tests(session: nox.Session) -> None:
    """Run every test that is not slow against the installed wheel; arguments go to pytest."""
    environment = tests_environment(session, "tests")
    if not session.posargs:
        debian_packages(session, *DEBIAN_PACKAGES)
    environment.pytest(*(session.posargs or ON_ALL_CORES))


@nox.session
def faults(session: nox.Session) -> None:
    """Run the tests that take long or need root; docs/reliability.md lists those of faults."""
    environment = tests_environment(session, "tests")
    debian_packages(session, *COMPILER)
    environment.pytest(*(session.posargs or ("-n", "auto", "-m", "slow or root")))


@nox.session
def portable(session: nox.Session) -> None:
    """Run the tests of what works on every system; the other tests need POSIX."""
    runtime = ("analysis", "diagnostics", "documents", "merge", "schema", "views")
    folders = [*(f"tests/modelconfig/{name}" for name in runtime), "tests/codegen/schema", "tests/codegen/targets"]
    environment = tests_environment(session, "tests")
    environment.pytest(*(session.posargs or (*ON_ALL_CORES, *folders, "tests/packaging/test_other_systems.py")))


@nox.session
def reference(session: nox.Session) -> None:
    """Run the tests concerned without compiled extensions, which every process of the tests fails to import."""
    runtime = ("schema", "documents", "site", "publish", "server/http", "server/test_gateway.py")
    instance = ("server/instance/test_instance.py", "server/instance/test_instance_polling.py")
    folders = [f"tests/modelconfig/{name}" for name in (*runtime, *instance)]
    folders += ["tests/codegen/schema", "tests/codegen/catalog"]
    # This test compares the two libraries and needs both.
    both = "--ignore=tests/modelconfig/schema/test_libraries.py"
    environment = tests_environment(session, "tests")
    blocked = environment.folder / "without-extensions"
    blocked.mkdir(exist_ok=True)
    text = f"import sys\n\nsys.modules.update(dict.fromkeys({COMPILED}))\n"
    (blocked / "sitecustomize.py").write_text(text, "utf-8")
    arguments = session.posargs or (*ON_ALL_CORES, *folders, both)
    environment.pytest(*arguments, PYTHONPATH=str(blocked))


@nox.session
def fuzz(session: nox.Session) -> None:
    """Give every reader hostile inputs for a minute each, and print 100,000 hostile credentials; none may appear."""
    tests_environment(session, "tests", "fuzz").run("python", "-m", "tests.fuzz", *session.posargs)


@nox.session
def granian(session: nox.Session) -> None:
    """Test the HTTP server with the oldest and the newest granian that pyproject.toml allows."""
    environment = tests_environment(session, "tests")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (allowed,) = [one for one in project["optional-dependencies"][SERVER] if one.startswith("granian")]
    versions = {"lowest": allowed.partition(",")[0].replace(">=", "=="), "newest": allowed}
    for name, requirement in versions.items():
        target = environment.folder / f"granian-{name}"
        shutil.rmtree(target, ignore_errors=True)
        environment.install("--no-deps", "--target", str(target), requirement)
        environment.pytest("tests/modelconfig/server/http/test_worker.py", *session.posargs, PYTHONPATH=str(target))


@nox.session
def lowest(session: nox.Session) -> None:
    """Run the tests with the oldest versions of the dependencies that pyproject.toml allows."""
    environment = tests_environment(session, "tests", LOWEST)
    without_toolchains = [f"--ignore=tests/{folder}" for folder in TESTS_OF_TOOLCHAINS]
    environment.pytest(*(session.posargs or (*ON_ALL_CORES, *without_toolchains)))


@nox.session
def elsewhere(session: nox.Session) -> None:
    """Run the main command and tests on the Pythons of Debian 12 and Debian unstable; arguments select versions."""
    session.run(sys.executable, "-m", "tests.packaging.elsewhere", str(ENVIRONMENTS / "debian"), *session.posargs)


@nox.session
def kubernetes(session: nox.Session) -> None:
    """Validate the manifest of docs/deploy/ against the schemas of Kubernetes."""
    environment = Environment(session, "kubernetes", "kubernetes")
    environment.run("kubernetes-validate", "--strict", "docs/deploy/kubernetes.yaml")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation site into build/site/; dead links and pages outside the navigation are errors."""
    options = ("-b", "html", "-c", "docs/site", "-d", "build/doctrees", "-q", "-E", "-W", "--keep-going", "-j", "auto")
    environment = Environment(session, "docs", "docs", editable=True)
    environment.run("sphinx-build", *options, ".", "build/site")
    environment.run("python", "-m", "tests.docs.built_site", "build/site")


@nox.session
def soak(session: nox.Session) -> None:
    """Run both servers for ten minutes under load, reloads, slow and hostile clients, and print figures."""
    tests_environment(session, "tests").run("python", "-m", "tests.soak", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure this project and its peers side by side and print ratios."""
    if sys.version_info >= (3, 15):
        session.skip("orjson, which one of the peers needs, has no wheels for this Python")
    environment = Environment(session, "bench", "bench")
    # Like users: installed and compiled, without an editable install's path entries.
    environment.install("--no-deps", "--no-build-isolation", ".")
    _download_public_catalogues(environment)
    debian_packages(session, "nginx", "wrk")
    environment.run("python", "-m", "bench", *session.posargs)


def _download_public_catalogues(environment: Environment) -> None:
    """Download the packages with data of public catalogues, with hashes; the data of others are not committed."""
    pinned = REQUIREMENTS / "public-catalogues.txt"
    folder = ENVIRONMENTS / "public-catalogues"
    stamp = folder / "downloaded"
    if stamp.exists() and stamp.read_bytes() == pinned.read_bytes():
        return
    shutil.rmtree(folder, ignore_errors=True)
    options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
    environment.run("python", "-m", "pip", "download", *options, "-r", str(pinned), "--dest", str(folder))
    shutil.copyfile(pinned, stamp)


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
    options = ["--universal", "--python-version", OLDEST_PYTHON, "--generate-hashes", "--upgrade", "--quiet", *limits]
    options += ["--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "python3 dev.py -s lock"]
    options += [] if alone else ["pyproject.toml"]
    options += ["--extra", SERVER] if SERVER in groups else []
    options += [part for group in sorted(groups - {SERVER}) for part in ("--group", group)]
    session.run("uv", "pip", "compile", *options, "--no-annotate", "--output-file", str(target))
