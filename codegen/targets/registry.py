"""The targets: what is made of the schema, a row each. A new language is a row, a module and a folder of templates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Reading(Enum):
    """Which of the schema's readings an emitter gets; `codegen.pipeline` makes them."""

    CONSUMER = auto()
    """A module for each schema file, with all that a tolerant reader accepts."""
    CLIENT = auto()
    """One module: what clients receive."""
    AS_WRITTEN = auto()
    """A module for each schema file, with its own definitions as somebody wrote them."""


@dataclass(frozen=True, slots=True)
class Target:
    """What one emitter makes: of which reading, and in which folder."""

    name: str
    folder: str
    """Relative to the repository's root. Nothing else may stand there."""
    emitter: str
    """The module whose function `emit` takes modules of the IR and returns texts by path."""
    reading: Reading
    document: str = ""
    """Where the target has its copy of models.json, which the catalogue writes."""


TARGETS = (
    Target(
        name="Python",
        folder="generated/python",
        emitter="codegen.targets.python.emitter",
        reading=Reading.CONSUMER,
        document="generated/python/modelconfig_types/models.json",
    ),
    Target(
        name="TypeScript",
        folder="generated/typescript",
        emitter="codegen.targets.typescript.emitter",
        reading=Reading.CLIENT,
        document="generated/typescript/models.json",
    ),
    Target(
        name="Go",
        folder="generated/go",
        emitter="codegen.targets.go.emitter",
        reading=Reading.CONSUMER,
        document="generated/go/models.json",
    ),
    Target(
        name="reference pages",
        folder="docs/reference",
        emitter="codegen.targets.reference.emitter",
        reading=Reading.AS_WRITTEN,
    ),
)

DOCUMENT_COPIES = tuple(target.document for target in TARGETS if target.document)
"""The copies of models.json: what a target owns and no emitter writes."""
