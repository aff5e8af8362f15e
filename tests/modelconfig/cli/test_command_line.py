"""The command line: exit codes, streams, and errors of the environment without a traceback."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from modelconfig.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Run = Callable[..., "Finished"]

Finished = subprocess.CompletedProcess[bytes]

CASES = Path(__file__).parents[2] / "cases"
CLEAN = str(CASES / "model" / "valid" / "minimal.json")
INVALID_JSON = sorted((CASES / "reading" / "invalid").glob("*.json"))
THIRD_PARTY = ("click", "jsonschema", "jsonschema_rs", "rich", "referencing", "attrs", "yaml")


def start(*arguments: str, env: Mapping[str, str] | None = None, code: str = "-m modelconfig") -> Finished:
    """Run the command line in a new process and return its output; a traceback fails the test."""
    command = [sys.executable, *code.split(maxsplit=1), *arguments]
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **(env or {})})
    assert b"Traceback" not in done.stderr
    return done


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in this process, for tests that do not depend on the start or end of a process."""

    def call(*arguments: str, stdin: bytes = b"") -> Finished:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        written, printed = capfdbinary.readouterr()
        assert isinstance(ended.value.code, int)
        return Finished(arguments, ended.value.code, written, printed)

    return call


def copy(tmp_path: Path, **changes: object) -> str:
    """Return a copy of a clean document with members replaced."""
    path = tmp_path / "document.json"
    path.write_text(json.dumps({**json.loads(Path(CLEAN).read_text("utf-8")), **changes}, indent=2), "utf-8")
    return str(path)


def test_a_valid_file_exits_with_0(run: Run) -> None:
    done = run("validate", CLEAN)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr == b"no problems in 1 file\n"
    assert run("validate", "--quiet", CLEAN).stderr == b""


def test_an_error_exits_with_1_and_all_files_are_checked(tmp_path: Path, run: Run) -> None:
    faulty = copy(tmp_path, revison="x", models=[{}])
    done = run("validate", faulty, CLEAN, str(CASES / "model" / "invalid" / "window-zero.json"))
    assert done.returncode == 1
    assert b'unknown property "revison"' in done.stdout
    assert b"[MC107]" in done.stdout
    assert b"in 3 files" in done.stderr


def test_an_unreadable_file_exits_with_2(tmp_path: Path, run: Run) -> None:
    done = run("validate", CLEAN, str(tmp_path), str(tmp_path / "none.json"))
    assert done.returncode == 2
    assert done.stdout.count(b"error[MC001]") == 2


def test_the_consumer_profile_accepts_documents_of_later_versions(tmp_path: Path, run: Run) -> None:
    path = copy(tmp_path, hereafter={"x": [1]}, schemaVersion="1.7")
    assert run("validate", path).returncode == 1
    assert run("validate", "--consumer", path).returncode == 0


def test_rules_run_if_the_document_is_valid(tmp_path: Path, run: Run) -> None:
    providers = [{"id": "a"}, {"id": "a"}]
    done = run("validate", "--format", "json", copy(tmp_path, providers=providers))
    assert done.returncode == 1
    found = [one for one in json.loads(done.stdout) if one["code"] == "MC202"]
    assert found
    assert all(one["line"] and one["column"] for one in found)


def test_rules_also_run_if_the_document_is_invalid(tmp_path: Path, run: Run) -> None:
    defaults = {"chat": "acme:v1:small", "fastChat": "acme::v1::none", "codeCompletion": "acme::v1::none"}
    path = copy(tmp_path, revison="", providers=[{"id": "a"}, {"id": "a"}], defaultModels=defaults)
    found = json.loads(run("validate", "--format", "json", path).stdout)
    assert {"MC103", "MC105", "MC202", "MC204"} <= {one["code"] for one in found}
    assert [one["code"] for one in found if one["pointer"] == "/defaultModels/chat"] == ["MC105"]


def test_standard_input_is_a_file(run: Run) -> None:
    done = run("validate", "-", "--format", "json", stdin=b'{"a": 1, "a": 2}')
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert {one["file"] for one in found} == {"<stdin>"}
    assert {"MC004", "MC102", "MC103"} <= {one["code"] for one in found}
    assert done.stderr == b""


def test_standard_input_can_be_named_only_once(run: Run) -> None:
    assert run("validate", "-", "-").returncode == 2


@pytest.mark.parametrize("path", INVALID_JSON, ids=lambda path: path.stem)
def test_invalid_json_has_no_traceback(path: Path, run: Run) -> None:
    expected = path.with_suffix(".expected").read_text("utf-8")
    done = run("validate", str(path))
    assert done.returncode == (2 if "MC002" in expected else 1)
    for line in expected.splitlines():
        place, code = line.split()[:2]
        assert f"{path}:{place}: " in done.stdout.decode()
        assert f"[{'MC361' if path.stem == 'yaml' else code}]" in done.stdout.decode()


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_formats_for_programs_are_json_for_any_input(name: str, run: Run) -> None:
    for files in ([CLEAN], [str(path) for path in INVALID_JSON], ["none.json"]):
        assert json.loads(run("validate", "--format", name, *files).stdout) is not None


def test_secrets_stay_hidden(tmp_path: Path, run: Run) -> None:
    config = {"genericProvider": {"serviceName": "anthropic", "accessToken": ["canary-1"], "endpiont": "canary-2"}}
    path = copy(tmp_path, providers=[{"id": "a", "serverSideConfig": config}])
    Path(path).write_text(Path(path).read_text("utf-8").replace("\n", ""), "utf-8")
    for name in ("text", "json", "github", "sarif"):
        done = run("validate", "--format", name, path)
        assert done.returncode == 1
        assert b"canary" not in done.stdout + done.stderr


def test_no_colour_in_a_pipe_or_with_no_color() -> None:
    faulty = str(CASES / "model" / "invalid" / "window-zero.json")
    assert b"\x1b" not in start("validate", faulty).stdout
    assert b"\x1b" not in start("validate", faulty, env={"FORCE_COLOR": "1"}).stdout


def test_output_in_ascii_is_escaped(tmp_path: Path) -> None:
    path = copy(tmp_path, 日本=1)
    done = start("validate", path, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 1
    assert b"\\u65e5\\u672c" in done.stdout


def test_a_file_name_that_is_not_unicode_is_shown(tmp_path: Path, run: Run) -> None:
    path = os.fsencode(tmp_path) + b"/\xff\n.json"
    Path(os.fsdecode(path)).write_bytes(b"[]")
    for name in ("text", "json", "github", "sarif"):
        assert run("validate", "--format", name, os.fsdecode(path)).returncode == 1


@pytest.mark.parametrize("arguments", [["validate", str(INVALID_JSON[0])], ["--version"], ["--help"], ["explain"]])
def test_a_full_disk_is_reported(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "modelconfig", *arguments], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert b"cannot write the output" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_closed_pipe_prints_no_error(tmp_path: Path, unbuffered: str) -> None:
    path = copy(tmp_path, models=[{}] * 5000)
    with subprocess.Popen(
        [sys.executable, "-m", "modelconfig", "validate", path],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        printed = process.stderr.read()
        assert process.wait() == 141
    assert b"Traceback" not in printed
    assert b"Exception" not in printed


def interrupt_until_it_ends(process: subprocess.Popen[bytes]) -> None:
    """Send SIGINT, repeatedly: a signal between two reads sets only a flag."""
    for _ in range(100):
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=0.3)
        except subprocess.TimeoutExpired:
            continue
        return
    process.kill()


# A shell makes its background jobs ignore SIGINT, and this process inherits that if the tests are such a job.
WITH_DEFAULT_SIGINT = """\
import signal
from modelconfig.cli.main import main
signal.signal(signal.SIGINT, signal.default_int_handler)
main(["validate", "-"])
"""


def test_an_interrupt_prints_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WITH_DEFAULT_SIGINT], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        # More than the buffer of a pipe: after the write, the process has started to read and waits for the end.
        process.stdin.write(b" " * 200_000)
        process.stdin.flush()
        interrupt_until_it_ends(process)
        printed = process.stderr.read()
        assert process.returncode == 130
    assert b"Traceback" not in printed


@pytest.mark.parametrize(
    "arguments",
    [["validat"], ["validate"], ["validate", "--format", "xml", CLEAN], ["explain", "MC999"], ["--nonsense"]],
)
def test_wrong_usage_exits_with_2_and_a_message(arguments: list[str], run: Run) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert b"Error" in done.stderr


def test_a_misspelt_command_gets_a_suggestion(run: Run) -> None:
    assert b'Did you mean "validate"?' in run("validat").stderr


def test_version_and_help(run: Run) -> None:
    assert run("--version").stdout.startswith(b"modelconfig 0")
    shown = run("--help").stdout
    for name in (b"validate", b"list", b"show", b"diff", b"explain", b"ref"):
        assert b"\n  " + name in shown


def test_explain_prints_one_page_or_lists_all_codes(run: Run) -> None:
    assert run("explain", "mc103").stdout.startswith(b"# MC103 unknown-property (error)\n")
    assert b"MC103  error    unknown-property\n" in run("explain").stdout


def test_references_are_checked_and_names_sanitized(run: Run) -> None:
    assert run("ref", "check", "a::b::c").returncode == 0
    done = run("ref", "check", "a::b::c", "a::b", "x y::::z", "--format", "json")
    assert done.returncode == 1
    assert [one["code"] for one in json.loads(done.stdout)] == ["MC105"] * 3
    assert run("ref", "sanitize", "é", "a b", "ok").stdout == b"__\na_b\nok\n"
    assert run("ref", "sanitize", "llama3:8b@q4").stdout == b"llama3_8b@q4\n"


def test_missing_generated_data_has_a_hint(tmp_path: Path) -> None:
    package = tmp_path / "modelconfig_types"
    package.mkdir()
    (package / "__init__.py").touch()
    # It is first on the module path and hides the real package.
    path = os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    done = start("validate", CLEAN, env={"PYTHONPATH": path})
    assert done.returncode == 2
    assert b"python -m codegen types" in done.stderr
    assert start("explain", "MC001", env={"PYTHONPATH": path}).returncode == 0


def loaded_by(statement: str) -> list[str]:
    script = f"import sys\n{statement}\nprint(*[name for name in {THIRD_PARTY} if name in sys.modules])"
    return start(code=f"-c {script}").stdout.decode().split()


def test_importing_loads_no_other_modules() -> None:
    modules = "modelconfig, modelconfig.diagnostics.problem, modelconfig.jsontext.reader, modelconfig.schema.validator"
    assert loaded_by(f"import {modules}") == []


def test_a_valid_document_needs_no_slow_import() -> None:
    call = (
        f"from modelconfig.cli.main import main\ntry:\n    main(['validate', '-q', {CLEAN!r}])\nexcept SystemExit: pass"
    )
    assert loaded_by(call) == ["click", "jsonschema_rs"]
