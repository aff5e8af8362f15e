"""The rules for documents, applied to a merged document: problems are reported at the settings that cause them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

from modelconfig.analysis.retirement import NOTICE, retires
from modelconfig.diagnostics.credentials import is_server_side
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Location, Problem, RelatedLocation, Severity, warning
from modelconfig.documents.lint import document_rules
from modelconfig.documents.queries import roles as roles_by_ref
from modelconfig.documents.revisions import parse
from modelconfig.jsontext import pointers
from modelconfig.merge.default_models import CATEGORIES
from modelconfig.merge.pipeline import Merged
from modelconfig.merge.provenance import PREFIX, site_pointer
from modelconfig.site.shapes import SECTION

BASE: Final = "base document"
"""The file of problems whose cause is in the base document."""
_REPORTED_WHILE_MERGING: Final = frozenset({"MC204", "MC206"})
"""Problems of required default models that the merge reports, with the reason."""
_RULES_FOR_SITES: Final = {"MC223": "MC313"}
"""Rules for documents that a rule for site configurations repeats, by the code of the former."""
_CREDENTIAL: Final = "MC247"
_DEPRECATED_DEFAULT: Final = "MC205"
_IDENTITIES: Final = {"models": "modelRef", "providers": "id"}

_Key = tuple[str, tuple[str, ...]]


def merged_problems(
    base: Mapping[str, Any], site: Mapping[str, Any], merged: Merged, reported: Sequence[Problem]
) -> list[Problem]:
    """Return the problems of a merged document, as warnings at the settings of the site configuration.

    Other errors are warnings about the base document, and other warnings are left out, except those about default
    models. `reported` are the problems that were found before: no setting has the same problem twice. Errors are
    warnings because the existing system accepts such configurations. Only a credential, which clients would receive,
    is an error.
    """
    document = _public(merged.document or {})
    problems = [*document_rules.check(document), *_ending_defaults(document)]
    if not problems:
        return []
    known = {(problem.code, problem.pointer) for problem in reported}
    settings = _Settings(base, site, document, merged)
    first: dict[tuple[str, str, str], Problem] = {}
    for problem in filter(None, map(settings.located, problems)):
        if (_RULES_FOR_SITES.get(problem.code), problem.pointer) not in known:
            # A setting for all models of a provider has the same problem once.
            first.setdefault((problem.code, problem.file, problem.pointer), problem)
    return list(first.values())


def _ending_defaults(document: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a warning for each default model that is retired on the day of the revision, or retires soon after it."""
    revision = parse(document["revision"])
    roles = roles_by_ref(document) if revision is not None else {}
    for model in document["models"]:
        day = retires(model) if model["modelRef"] in roles and model["status"] != "deprecated" else None
        if day is None or revision is None or day - revision.day > NOTICE:
            continue
        verb = "has been retired since" if day <= revision.day else "retires on"
        for role in roles[model["modelRef"]]:
            message = f"the default model {quote(model['modelRef'])} for `{role}` {verb} {day}"
            hint = "Choose a model that does not retire soon."
            yield warning(_DEPRECATED_DEFAULT, message, hint=hint, pointer=pointers.join("/defaultModels", role))


@dataclass
class _Settings:
    """The causes of the problems of one merged document."""

    base: Mapping[str, Any]
    site: Mapping[str, Any]
    document: Mapping[str, Any]
    merged: Merged
    base_keys: dict[str, set[_Key]] = field(default_factory=dict)

    def located(self, problem: Problem) -> Problem | None:
        """Return a problem of the merged document at its cause, or None if it is not reported."""
        tokens = pointers.split(problem.pointer)
        is_default = tokens[0] == "defaultModels"
        if is_default and problem.code in _REPORTED_WHILE_MERGING and tokens[-1] in CATEGORIES:
            return None
        provenance = self.merged.provenance
        locations: list[Location] = [problem, *problem.related]
        cause = next((location for location in locations if provenance.is_set(location.pointer)), None)
        if cause is None and self._is_new(problem):
            cause = problem
        if cause is not None:
            others = tuple(map(self._related, (one for one in locations if one is not cause)))
            setting = provenance.setting(cause.pointer)
            return replace(problem, severity=_severity(problem), pointer=setting, related=tuple(filter(None, others)))
        if is_default and problem.code == _DEPRECATED_DEFAULT:
            return self._deprecated_default(problem, tokens[-1])
        if problem.severity is Severity.WARNING:
            return None
        pointer = pointers.safe_pointer(self._in_base(problem.pointer))
        return replace(problem, severity=_severity(problem), file=BASE, pointer=pointer, related=())

    def _is_new(self, problem: Problem) -> bool:
        """Return whether a changed model or provider has a problem that it does not have in the base document."""
        setting = self.merged.provenance.setting(problem.pointer)
        return bool(setting) and _key(problem, self.document) not in self._base_keys(problem.code)

    def _base_keys(self, code: str) -> set[_Key]:
        """Return what identifies the problems with a code in the base document."""
        if code not in self.base_keys:
            rules = [rule for rule in document_rules.RULES if rule.code == code]
            problems = document_rules.check(self.public_base, rules)
            self.base_keys[code] = {_key(problem, self.base) for problem in problems}
        return self.base_keys[code]

    @cached_property
    def public_base(self) -> dict[str, Any]:
        return _public(self.base)

    def _related(self, location: Location) -> RelatedLocation | None:
        setting = self.merged.provenance.setting(location.pointer)
        description = location.description if isinstance(location, RelatedLocation) else "second use"
        return RelatedLocation(description=description, pointer=setting) if setting else None

    def _deprecated_default(self, problem: Problem, role: str) -> Problem:
        pointer = site_pointer(PREFIX, self.merged.provenance.legacy) if self.site.get(SECTION) is not None else ""
        hint = f"Set `defaultModels.{role}` to another model."
        return replace(problem, pointer=pointer, hint=hint)

    def _in_base(self, pointer: str) -> str:
        """Return the pointer in the base document to what is at a pointer of the merged document."""
        collection, *rest = pointers.split(pointer)
        identity = _IDENTITIES.get(collection)
        if identity is None or not rest:
            return pointer
        name = self.document[collection][int(rest[0])][identity]
        return pointers.of((collection, self._base_indexes[collection].get(name, rest[0]), *rest[1:]))

    @cached_property
    def _base_indexes(self) -> dict[str, dict[str, int]]:
        """The indexes of the models and providers of the base document, by reference and id; the last of equal ones."""
        return {
            collection: {item[identity]: index for index, item in enumerate(self.base[collection])}
            for collection, identity in _IDENTITIES.items()
        }


def _severity(problem: Problem) -> Severity:
    return Severity.ERROR if problem.code == _CREDENTIAL else Severity.WARNING


def _public(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a document without the server-side settings of its providers and models, which the rules do not read."""
    names = {name for collection in _IDENTITIES for item in document[collection] for name in item}
    hidden = set(filter(is_server_side, names))

    def without_hidden(item: dict[str, Any]) -> dict[str, Any]:
        return item if hidden.isdisjoint(item) else {name: item[name] for name in item if name not in hidden}

    return {**document, **{collection: list(map(without_hidden, document[collection])) for collection in _IDENTITIES}}


def _key(problem: Problem, document: Mapping[str, Any]) -> _Key:
    """Return what identifies a problem in two documents with different indexes."""
    collection, *rest = pointers.split(problem.pointer)
    identity = _IDENTITIES.get(collection)
    if identity is None or not rest:
        return problem.code, (collection, *rest)
    return problem.code, (collection, str(document[collection][int(rest[0])].get(identity)), *rest[1:])
