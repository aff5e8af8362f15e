"""Disagreements that are accepted with a reason: the exceptions of the catalogue, from the companion of its document.

The companion of `models.json` is `models.sources.json` beside it, which the build of the catalogue writes. An exception
applies to one model, to the models of one provider, or to all, as in the catalogue.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from modelconfig.comparison.disagreement import CODES, Disagreement
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, in_file, warning
from modelconfig.diagnostics.rule import array_property, string_property
from modelconfig.documents.data_sources import SOURCES
from modelconfig.documents.refs import SEPARATOR
from modelconfig.errors import DataMissing
from modelconfig.jsontext.pointers import join
from modelconfig.jsontext.positions import locate_problems
from modelconfig.jsontext.reader import Source, parse_json, read_source
from modelconfig.schema.embedded import embedded_bytes
from modelconfig.schema.validator import embedded_validator


@dataclass(frozen=True, slots=True)
class _Exception:
    """An exception at `pointer` of the companion. It accepts `code` for references that start with `prefix`.

    `ref` is the only reference that it applies to, or "".
    """

    code: str
    pointer: str
    scope: str
    ref: str = ""
    prefix: str = ""

    def covers(self, disagreement: Disagreement) -> bool:
        is_in_scope = disagreement.ref == self.ref if self.ref else disagreement.ref.startswith(self.prefix)
        return self.code == disagreement.code and is_in_scope


class Companion(NamedTuple):
    """The companion of a document; without a file there is an empty text, an empty object and no problem."""

    source: Source
    value: dict[str, Any]
    problems: list[Problem]

    def locate(self, problems: Iterable[Problem]) -> list[Problem]:
        """Add the file's name, line and column to problems."""
        return in_file(locate_problems(problems, self.source.text), self.source.name)


class Accepted(NamedTuple):
    """The disagreements that remain, the number of the others, and a warning for each exception without use."""

    remaining: list[Disagreement]
    number: int
    problems: list[Problem]


def read_companion(document: str | None) -> Companion:
    """Return the companion of the document in a file, or of the embedded one."""
    no_companion = Companion(Source("", ""), {}, [])
    if document is None:
        try:
            source = Source(SOURCES, embedded_bytes(SOURCES, "config").decode("utf-8"))
        except DataMissing:
            return no_companion
        problems: list[Problem] = []
    else:
        path = Path(document)
        path = path.with_name(path.name.removesuffix(".json") + ".sources.json")
        if document == "-" or not path.exists():
            return no_companion
        found, problems = read_source(path)
        if found is None:
            return no_companion._replace(problems=problems)
        source = found
    value, syntax_problems = parse_json(source.text)
    problems += syntax_problems
    if not syntax_problems:
        # Properties of a later version are ignored.
        found_problems = [one for one in embedded_validator("sources").problems(value) if one.code != "MC103"]
        problems += locate_problems(found_problems, source.text)
    return Companion(source, value if isinstance(value, dict) else {}, in_file(problems, source.name))


def accept(disagreements: Iterable[Disagreement], companion: Mapping[str, Any]) -> Accepted:
    """Leave out the disagreements that the exceptions of a valid companion accept.

    The narrowest of several exceptions for one disagreement counts as used. Pointers are into the companion.
    """
    exceptions = list(_exceptions(companion))
    used: set[_Exception] = set()
    remaining: list[Disagreement] = []
    accepted = 0
    for disagreement in disagreements:
        covering = next((exception for exception in exceptions if exception.covers(disagreement)), None)
        if covering is None:
            remaining.append(disagreement)
        else:
            used.add(covering)
            accepted += 1
    unused = [
        warning(
            "MC264",
            f"unused exception: {exception.code} is not reported for {exception.scope}",
            hint="Remove it from the catalogue, unless a source that reports it is missing here.",
            pointer=exception.pointer,
        )
        for exception in exceptions
        if exception not in used
    ]
    return Accepted(remaining, accepted, unused)


def _exceptions(companion: Mapping[str, Any]) -> Iterator[_Exception]:
    """Yield the exceptions for disagreements, the narrowest first. The others accept warnings of the build."""
    for index, model in _objects(companion, "models"):
        ref = string_property(model, "modelRef")
        for code, pointer in _codes(model, join("/models", index)):
            yield _Exception(code, pointer, quote(ref), ref=ref)
    for index, provider in _objects(companion, "providers"):
        id_ = string_property(provider, "id")
        for code, pointer in _codes(provider, join("/providers", index)):
            yield _Exception(code, pointer, f"a model of {quote(id_)}", prefix=id_ + SEPARATOR)
    for code, pointer in _codes(companion, ""):
        yield _Exception(code, pointer, "a model")


def _codes(owner: Mapping[str, Any], pointer: str) -> Iterator[tuple[str, str]]:
    for index, entry in _objects(owner, "exceptions"):
        code = string_property(entry, "code")
        if code in CODES:
            yield code, join(pointer, "exceptions", index, "code")


def _objects(owner: Mapping[str, Any], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    return ((index, item) for index, item in enumerate(array_property(owner, name)) if isinstance(item, dict))
