"""The command line `modelconfig`, run in this process."""

from __future__ import annotations

from subprocess import CompletedProcess

from click.testing import CliRunner

from modelconfig.cli.main import cli


def run(*arguments: object, stdin: bytes | str = b"") -> CompletedProcess[str]:
    """Run a command; return its exit code and its output. Raises any exception other than SystemExit."""
    command = [str(argument) for argument in arguments]
    result = CliRunner(catch_exceptions=False).invoke(cli, command, input=stdin)
    return CompletedProcess(command, result.exit_code, result.stdout, result.stderr)
