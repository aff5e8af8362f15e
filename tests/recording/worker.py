"""Run commands in a worker process as `__main__`, with captured streams."""

from __future__ import annotations

import hashlib
import io
import os
import runpy
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.recording.jobs import OUT
from tests.recording.results import result

if TYPE_CHECKING:
    from tests.recording.jobs import Folders, Job

_FOLDERS: list[Folders] = []
_LONGEST = 60
"""Seconds that a command may take; one that does not end would keep the recording from its end."""
_VARIABLES = ("CI", "COLORTERM", "FORCE_COLOR", "GITHUB_ACTIONS", "GITHUB_WORKSPACE", "NO_COLOR", "TTY_COMPATIBLE")


def prepare(folders: Folders) -> None:
    """Put the tree's packages first on the module path, and copy the inputs into the current folder."""
    _FOLDERS[:] = [folders]
    tree = folders.tree
    sys.path[:0] = [str(tree / "src"), str(tree / "generated" / "python"), str(tree)]
    for name in _VARIABLES:
        os.environ.pop(name, None)
    os.environ |= {"COLUMNS": "120", "TERM": "dumb"}
    os.chdir(folders.inputs)
    signal.signal(signal.SIGALRM, _interrupt)


def run(job: Job) -> tuple[str, dict[str, Any]]:
    """Run a command. Return its key and its recorded result."""
    folders = _FOLDERS[0]
    out = Path(tempfile.mkdtemp(prefix="out-", dir=folders.stage.parent))
    try:
        arguments = [folders.filled(argument).replace(OUT, str(out)) for argument in job.arguments]
        stdin = Path(folders.filled(job.stdin)).read_bytes() if job.stdin else b""
        exit_code, stdout, stderr = _run(job.module, arguments, stdin)
        texts = [folders.neutral(text.replace(str(out), OUT)) for text in (stdout, stderr)]
        found = result(job.arguments, exit_code, *texts)
        if any(OUT in argument for argument in job.arguments):
            found["files"] = digests(out)
        return job.key, found
    finally:
        shutil.rmtree(out)


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder, by path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): digest(path.read_bytes()) for path in files}


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _run(module: str, arguments: list[str], stdin: bytes) -> tuple[int | str, str, str]:
    """Return the exit code, or the class of the exception that ended the command, and both streams."""
    before = sys.argv, sys.stdin, sys.stdout, sys.stderr
    outputs = [io.BytesIO(), io.BytesIO()]
    streams = [io.TextIOWrapper(output, "utf-8", write_through=True) for output in outputs]
    sys.argv = [module, *arguments]
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), "utf-8")
    sys.stdout, sys.stderr = streams
    exit_code: int | str = 0
    signal.alarm(_LONGEST)
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        exit_code = _exit_code(end.code)
    except BaseException as error:  # noqa: BLE001 - a traceback is also a result, and the next command must run
        exit_code = f"uncaught {type(error).__name__}"
    finally:
        signal.alarm(0)
        sys.argv, sys.stdin, sys.stdout, sys.stderr = before
    for stream in streams:
        if not stream.closed:
            stream.flush()
    stdout, stderr = (output.getvalue().decode("utf-8", "backslashreplace") for output in outputs)
    return exit_code, stdout, stderr


def _interrupt(*_: object) -> None:
    raise TimeoutError


def _exit_code(code: object) -> int:
    return code if isinstance(code, int) else int(code is not None)
