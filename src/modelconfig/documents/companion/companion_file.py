"""Read the companion of a document in a file, `NAME.sources.json` beside `NAME.json`."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from modelconfig.diagnostics.problem import Problem, in_file
from modelconfig.diagnostics.rule import array_property, string_property
from modelconfig.documents.companion.data_sources import SOURCES
from modelconfig.errors import DataMissing
from modelconfig.jsontext.positions import locate_problems
from modelconfig.jsontext.reader import Source, parse_json, read_source
from modelconfig.schema.embedded import embedded_bytes
from modelconfig.schema.validator import embedded_validator


class Companion(NamedTuple):
    """The companion of a document; without one there is an empty text, an empty object and no problem."""

    source: Source
    value: dict[str, Any]
    problems: list[Problem]

    def locate(self, problems: Iterable[Problem]) -> list[Problem]:
        """Add the file's name, line and column to problems."""
        return in_file(locate_problems(problems, self.source.text), self.source.name)


_NONE = Companion(Source("", ""), {}, [])


def read_companion(path: str | None, document: Mapping[str, Any]) -> Companion:
    """Return the companion of the document in the file `path`, or of the embedded one, for None.

    A document without a file beside it has the companion of the embedded one if it has its revision and its models.
    """
    beside = None if path in {None, "-"} else _beside(Path(str(path)))
    if beside is None or not beside.exists():
        embedded = _embedded()
        return embedded if path is None or _is_about(embedded.value, document) else _NONE
    source, problems = read_source(beside)
    return _NONE._replace(problems=problems) if source is None else _parsed(source, problems)


def _is_about(companion: Mapping[str, Any], document: Mapping[str, Any]) -> bool:
    refs, others = (
        {string_property(model, "modelRef") for model in array_property(value, "models") if isinstance(model, dict)}
        for value in (companion, document)
    )
    return companion.get("revision") == document.get("revision") and refs <= others


def _beside(document: Path) -> Path:
    return document.with_name(document.name.removesuffix(".json") + ".sources.json")


def _embedded() -> Companion:
    try:
        text = embedded_bytes(SOURCES, "config").decode("utf-8")
    except DataMissing:
        return _NONE
    return _parsed(Source(SOURCES, text), [])


def _parsed(source: Source, problems: list[Problem]) -> Companion:
    value, syntax_problems = parse_json(source.text)
    problems += syntax_problems
    if not syntax_problems:
        # Properties of a later version are ignored.
        found = [problem for problem in embedded_validator("sources").problems(value) if problem.code != "MC103"]
        problems += locate_problems(found, source.text)
    companion = Companion(source, value if isinstance(value, dict) else {}, [])
    return companion._replace(problems=companion.locate(problems))
