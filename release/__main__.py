"""Write the files of a release: `python -m release FOLDER` in a clean checkout; `--notes VERSION` prints its notes."""

from __future__ import annotations

import filecmp
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from release.archives import go_module, npm_package, write_checksums
from release.bill_of_materials import bills_of_materials
from release.documentation import documentation
from release.release_notes import notes_of

ROOT = Path(__file__).resolve().parents[1]


def main(arguments: list[str]) -> int:
    """Write the files twice, and compare them; return the exit code."""
    if arguments[:1] == ["--notes"]:
        sys.stdout.write(notes_of(ROOT / "CHANGELOG.md", arguments[1]))
        return 0
    (folder,) = arguments
    if changes := git("status", "--porcelain"):
        sys.stderr.write(f"The checkout is not clean. Commit or remove these files first:\n{changes}")
        return 1
    target = Path(folder).resolve()
    target.mkdir(parents=True, exist_ok=True)
    if any(target.iterdir()):
        sys.stderr.write(f"{target} is not empty. Name a new folder.\n")
        return 1
    build_commit(target)
    with tempfile.TemporaryDirectory() as second:
        build_commit(Path(second))
        names = sorted({path.name for path in (*target.iterdir(), *Path(second).iterdir())})
        same, *different = filecmp.cmpfiles(target, second, names, shallow=False)
    if any(different):
        sys.stderr.write(f"The second build differs from the first: {different}\n")
        return 1
    sys.stdout.write("".join(f"{name}\n" for name in same))
    sys.stdout.write(f"{len(same)} files, and a second build gave the same bytes\n")
    return 0


def build_commit(target: Path) -> None:
    """Write all files of the release of the current commit into a folder."""
    seconds = int(git("log", "-1", "--format=%ct"))
    with tempfile.TemporaryDirectory() as temporary:
        archive, tree = Path(temporary) / "tree.tar", Path(temporary) / "tree"
        git("archive", "--format=tar", f"--output={archive}", "HEAD")
        subprocess.run([sys.executable, "-m", "tarfile", "-e", str(archive), str(tree)], check=True)
        project = tomllib.loads((tree / "pyproject.toml").read_text("utf-8"))["project"]
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-t", "sdist", "-d", str(target)]
        # Hatchling writes this time into the archives.
        environment = {"SOURCE_DATE_EPOCH": str(seconds), "PATH": "", "PYTHONHASHSEED": "0"}
        subprocess.run(command, cwd=tree, check=True, env=environment, stdout=subprocess.DEVNULL)
        npm_package(tree, target)
        go_module(tree, target, project["version"])
        documentation(tree, target, project["version"])
        bills_of_materials(tree, target, project, seconds)
    write_checksums(target)


def git(*arguments: str) -> str:
    """Return what git prints."""
    command = ["git", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
