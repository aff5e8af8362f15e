"""The `--help` of each command is a golden file: commands and files correspond, and each text is equal to its file."""

from __future__ import annotations

import pytest

from tests.modelconfig.cli.help_texts import FOLDER, WIDTH, help_texts

HELP = help_texts()


def test_every_command_has_a_file_and_every_file_a_command() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(HELP)
    assert len(HELP) > 25


@pytest.mark.parametrize("file", sorted(HELP))
def test_help_equals_its_file(file: str) -> None:
    assert HELP[file] == (FOLDER / file).read_text("utf-8"), "run `python -m tests.modelconfig.cli.help_texts`"


@pytest.mark.parametrize("file", sorted(HELP))
def test_help_is_plain_text_within_the_width(file: str) -> None:
    assert HELP[file].isprintable() or HELP[file].replace("\n", "").isprintable()
    assert "\\" not in HELP[file]
    _, _, commands = HELP[file].partition("\nCommands:\n")
    assert "..." not in commands
    assert [line for line in HELP[file].splitlines() if len(line) > WIDTH] == []
