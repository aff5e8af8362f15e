"""Record the output of the commands and servers, and compare two recordings.

    python -m tests.recording record OUT.json [--tree DIR] [--inputs DIR] [--more-cases DIR]
    python -m tests.recording http OUT.json [--tree DIR] [--tests DIR]
    python -m tests.recording compare OLD.json NEW.json [--texts]

`record` runs the commands on every case and computes the digests of all generated files. `http` runs the tests of the
servers and records every response. If case files were moved, `--inputs` names a tree with the previous files.
`compare --texts` also compares the wording of messages.

Exit codes: 0 no difference, 1 a difference or a failed test, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from tests.recording.commands import recorded_commands
from tests.recording.comparing import differences
from tests.recording.generated import files, regenerated
from tests.recording.scenarios import recorded_responses

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    options = _parser().parse_args(arguments)
    code: int = options.run(options)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.recording", description="Record what the product does.")
    commands = parser.add_subparsers(required=True)
    record = commands.add_parser("record", help="Record the results of the command lines and everything generated.")
    record.add_argument("--inputs", type=Path, help="Tree with the case files. Default: the tree under record.")
    record.add_argument("--more-cases", type=Path, help="Folder with further cases. Default: ../shared/cases, if any.")
    record.set_defaults(run=_record)
    http = commands.add_parser("http", help="Run the tests of the servers, and record every response.")
    http.add_argument("--tests", help="Tests to run, relative to the tree. Default: the folder `server` below tests/.")
    http.set_defaults(run=_http)
    for command in (record, http):
        command.add_argument("out", type=Path, metavar="OUT.json")
        command.add_argument("--tree", type=Path, default=ROOT, help="Root of the code. Default: this tree.")
        command.add_argument("--processes", type=int, default=2, help="Number of worker processes. Default: 2.")
    compare = commands.add_parser("compare", help="Print each difference of two recordings.")
    compare.add_argument("old", type=Path, metavar="OLD.json")
    compare.add_argument("new", type=Path, metavar="NEW.json")
    compare.add_argument("--texts", action="store_true", help="Compare the wording of messages too.")
    compare.set_defaults(run=_compare)
    return parser


def _record(options: argparse.Namespace) -> int:
    tree: Path = options.tree.resolve()
    more: Path = options.more_cases or tree.parent / "shared" / "cases"
    if not tree.is_dir() or (options.more_cases and not more.is_dir()):
        return _usage("no such folder")
    inputs: Path = (options.inputs or tree).resolve()
    commands = recorded_commands(tree, inputs, more.resolve() if more.is_dir() else None, options.processes)
    _write(options.out, {"commands": commands, "files": files(tree), "regenerated": regenerated(tree)})
    return 0


def _http(options: argparse.Namespace) -> int:
    responses, code = recorded_responses(options.tree.resolve(), options.tests, options.processes)
    _write(options.out, {"responses": responses})
    return 1 if code else 0


def _compare(options: argparse.Namespace) -> int:
    try:
        old, new = (json.loads(path.read_text("utf-8")) for path in (options.old, options.new))
    except (OSError, ValueError) as error:
        return _usage(str(error))
    found = list(differences(old, new, texts=options.texts))
    sys.stdout.write("".join(f"{line}\n" for line in found))
    sys.stdout.write(f"{len(found)} differences\n" if found else "no difference\n")
    return 1 if found else 0


def _usage(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 2


def _write(path: Path, recording: dict[str, Any]) -> None:
    text = json.dumps(recording, indent=1, sort_keys=True, ensure_ascii=False)
    path.write_text(f"{text}\n", "utf-8", errors="backslashreplace")
    sys.stdout.write("".join(f"{len(value)} {name}\n" for name, value in recording.items()))


if __name__ == "__main__":
    sys.exit(main())
