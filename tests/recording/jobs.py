"""A command to run, and the folders in its arguments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

OUT = "{out}"
"""In an argument: an empty folder of this command alone. The digests of what the command writes there are recorded."""


@dataclass(frozen=True)
class Job:
    """One run of `python -m MODULE ARGUMENTS`; the arguments hold placeholders for folders outside the tree."""

    module: str
    arguments: tuple[str, ...]
    stdin: str = ""

    @property
    def key(self) -> str:
        """Return the name of the job in a recording: the command line, the same on every machine."""
        line = " ".join((self.module, *self.arguments))
        return f"{line} < {self.stdin}" if self.stdin else line


@dataclass(frozen=True)
class Folders:
    """The folders of the recorded code and of the commands' inputs."""

    tree: Path
    """Root of the code."""
    inputs: Path
    """Root of the case files; the current folder of every command."""
    stage: Path
    """Temporary inputs that are made from the cases."""
    more: Path | None
    """Further cases, outside the tree."""

    def filled(self, argument: str) -> str:
        """Return an argument with its placeholders replaced, except that of the output folder."""
        return argument.replace("{stage}", str(self.stage)).replace("{more}", str(self.more))

    def neutral(self, text: str) -> str:
        """Return a text with the paths of this machine replaced by their placeholders."""
        for path, name in ((self.stage, "{stage}"), (self.more, "{more}"), (self.inputs, "{inputs}")):
            if path is not None:
                text = text.replace(str(path), name)
        return text.replace(str(self.tree), "{tree}")


def modelconfig(*arguments: str) -> Job:
    """Return a run of `modelconfig`."""
    return Job("modelconfig", arguments)


def codegen(*arguments: str) -> Job:
    """Return a run of `python -m codegen`."""
    return Job("codegen", arguments)
