"""The exceptions of a catalogue, from its companion: the codes that it accepts, each with a reason.

An exception applies to one model, to one provider and its models, or to all, as in the catalogue.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, Severity
from modelconfig.diagnostics.rule import array_property, string_property
from modelconfig.documents.refs import SEPARATOR
from modelconfig.jsontext.pointers import join, split


@dataclass(frozen=True, slots=True)
class AcceptedCode:
    """An exception at `pointer` of the companion. It accepts `code` for references that start with `prefix`.

    `ref` is the only reference that it applies to, or "". `scope` names what it applies to in messages.
    """

    code: str
    pointer: str
    scope: str
    ref: str = ""
    prefix: str = ""

    def covers(self, code: str, ref: str) -> bool:
        """Return whether it accepts a code for the model with this reference."""
        return self.code == code and (ref == self.ref if self.ref else ref.startswith(self.prefix))


def accepted_codes(companion: Mapping[str, Any]) -> Iterator[AcceptedCode]:
    """Yield the exceptions of a companion, the narrowest first."""
    for index, model in _objects(companion, "models"):
        ref = string_property(model, "modelRef")
        for code, pointer in _codes(model, join("/models", index)):
            yield AcceptedCode(code, pointer, quote(ref), ref=ref)
    for index, provider in _objects(companion, "providers"):
        id_ = string_property(provider, "id")
        for code, pointer in _codes(provider, join("/providers", index)):
            yield AcceptedCode(code, pointer, f"a model of {quote(id_)}", prefix=id_ + SEPARATOR)
    for code, pointer in _codes(companion, ""):
        yield AcceptedCode(code, pointer, "a model")


def without_accepted(problems: Iterable[Problem], document: Any, companion: Mapping[str, Any]) -> list[Problem]:
    """Leave out the warnings about a document that its catalogue accepts. Errors cannot be accepted."""
    exceptions = list(accepted_codes(companion))
    return [
        problem
        for problem in problems
        if problem.severity is Severity.ERROR
        or not any(exception.covers(problem.code, _subject(document, problem.pointer)) for exception in exceptions)
    ]


def _subject(document: Any, pointer: str) -> str:
    """Return the reference of the model that a pointer is in, the prefix of a provider's references, or ""."""
    list_name, index = [*split(pointer), "", ""][:2]
    items = dict(_objects(document, list_name)) if isinstance(document, dict) and index.isdecimal() else {}
    item = items.get(int(index), {}) if items else {}
    return string_property(item, "modelRef") if list_name == "models" else string_property(item, "id") + SEPARATOR


def _codes(owner: Mapping[str, Any], pointer: str) -> Iterator[tuple[str, str]]:
    for index, entry in _objects(owner, "exceptions"):
        yield string_property(entry, "code"), join(pointer, "exceptions", index, "code")


def _objects(owner: Mapping[str, Any], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    return ((index, item) for index, item in enumerate(array_property(owner, name)) if isinstance(item, dict))
