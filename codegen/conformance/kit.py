"""The files of the conformance kit: one per definition, and an index."""

import json
import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from codegen.conformance.cases import Case, DerivedCases, derive_cases
from codegen.conformance.definition_graph import DefinitionGraph
from codegen.conformance.embedding import Embedding, embeddings
from codegen.conformance.json_values import depth_of, patched
from codegen.conformance.scalar_values import OversizeError, UnderivableError
from codegen.schema.derived import DerivedSchemas
from codegen.schema.loader import DRAFT, LOCAL, Sources
from codegen.schema.profiles import digest
from modelconfig.diagnostics.problem import Problem, error, in_file, warning
from modelconfig.jsontext import pointers
from modelconfig.jsontext.scanner import MAX_DEPTH
from modelconfig.schema.validator import Checker

FOLDER = "generated/conformance"
INDEX = f"{FOLDER}/index.json"
_COMMENT = "Do not edit: generated from schema/ by `python3 dev.py -s codegen`. How to use it: docs/conformance.md."


def definition_graphs(derived: DerivedSchemas) -> dict[str, DefinitionGraph]:
    """Return the definition graph of each kind of document, by name."""
    graphs = {}
    for name in derived.documents:
        # Properties that only clients receive are included, but not the definitions that only those properties use.
        bundled, needed = derived.canonical[name], derived.strict[name]["$defs"]
        definitions = {
            definition_name: node for definition_name, node in bundled["$defs"].items() if definition_name in needed
        }
        graphs[name] = DefinitionGraph(bundled["$ref"].removeprefix(LOCAL), definitions)
    return graphs


def generate_kit(
    derived: DerivedSchemas, exceptions: Mapping[str, Sequence[str]]
) -> tuple[dict[str, str], list[Problem]]:
    """Return every file of the kit, as text by path relative to the root of the repository, and all problems.

    `exceptions` names the languages whose compilers make each exception to the classes.
    """
    sources = derived.sources
    graphs = definition_graphs(derived)
    paths = {name: embeddings(graph) for name, graph in graphs.items()}
    validators = _Validators(derived)
    files: dict[str, str] = {}
    index_entries: list[dict[str, Any]] = []
    schemas = {name: _schema_paths(derived, name, derived.part(name)) for name in derived.documents}
    problems: list[Problem] = []
    for definition, module in sources.definition_modules.items():
        documents = [name for name in graphs if definition in graphs[name].definitions]
        if not documents:
            continue
        # Prefer a document of the definition's own file, then the shortest path.
        document = min(documents, key=lambda name: _distance(sources, name, module, paths[name].get(definition)))
        try:
            derived_cases = _derive(graphs[document], definition, paths[document].get(definition))
        except UnderivableError as failure:
            problems.append(_missing_cases(sources, definition, failure))
            continue
        problems += in_file(_false_verdicts(validators, document, derived_cases), sources.files[module].name)
        kind = document
        if derived_cases.root != graphs[document].root:
            kind += LOCAL + derived_cases.root
            schemas[kind] = _schema_paths(derived, document, derived_cases.root)
        profiles = [
            name for name, schema in derived.profiles(document).items() if derived_cases.root in schema["$defs"]
        ]
        name = f"{module}/{definition}.json"
        files[f"{FOLDER}/{name}"] = _file(kind, derived_cases, exceptions, profiles)
        index_entries.append(
            {"file": name, "definition": definition, "document": kind, "cases": len(derived_cases.cases)}
        )
    files[INDEX] = _index(sources, schemas, index_entries)
    return files, list(dict.fromkeys(problems))


def _distance(sources: Sources, name: str, module: str, embedding: Embedding | None) -> tuple[bool, float]:
    is_own_document = name == module or name in sources.files[module].schema.get("x-roots", {})
    return not is_own_document, math.inf if embedding is None else len(embedding.path)


def _derive(graph: DefinitionGraph, definition: str, embedding: Embedding | None) -> DerivedCases:
    """Return the cases of a definition, in whole documents if these can be shown. Raises UnderivableError."""
    if embedding is not None and embedding.root != definition:
        with suppress(UnderivableError):
            return _with_limited_depth(derive_cases(graph, definition, embedding))
    return _with_limited_depth(derive_cases(graph, definition, Embedding(definition)))


def _with_limited_depth(derived_cases: DerivedCases) -> DerivedCases:
    if depth_of(derived_cases.document) > MAX_DEPTH:
        raise OversizeError(f"is nested more than {MAX_DEPTH} levels deep")
    return derived_cases


def _missing_cases(sources: Sources, definition: str, failure: UnderivableError) -> Problem:
    """Return the problem of a definition without cases, located at the definition that has no value to show."""
    cause = failure.definition or definition
    if isinstance(failure, OversizeError):
        message = f"the conformance kit does not show `{definition}`: every valid `{cause}` {failure}"
        problem = warning("MC182", message, hint="Relax the limits, or make a property optional.")
        cause = definition
    else:
        problem = error(
            "MC180", f"`{cause}`: {failure}", hint="Change the constraints: no value satisfies all of them."
        )
    located = replace(problem, pointer=pointers.join("/$defs", cause), at_key=True)
    return replace(located, file=sources.files[sources.definition_modules[cause]].name)


class _Validators:
    """A validator of the values of all definitions of each kind of document and profile, compiled once."""

    def __init__(self, derived: DerivedSchemas) -> None:
        self._derived = derived
        self._checkers: dict[tuple[str, str], Checker] = {}

    def is_valid(self, document: str, profile: str, definition: str, value: Any) -> bool | None:
        """Return whether a value is valid against a definition; None if the profile does not have the definition."""
        definitions = self._derived.profiles(document).get(profile, {}).get("$defs", {})
        if definition not in definitions:
            return None
        key = document, profile
        if key not in self._checkers:
            properties = {name: {"$ref": LOCAL + name} for name in definitions}
            self._checkers[key] = Checker({"$schema": DRAFT, "properties": properties, "$defs": definitions})
        return self._checkers[key].is_valid({definition: value})


def _false_verdicts(validators: _Validators, document: str, derived_cases: DerivedCases) -> Iterator[Problem]:
    """Yield a problem for each verdict with which a validator disagrees, with the pointer of the tested keyword."""
    for case in derived_cases.cases:
        changed = patched(derived_cases.document, case.patch)
        for profile, expected in case.verdicts._asdict().items():
            is_valid = validators.is_valid(document, profile, derived_cases.root, changed)
            if is_valid is not None and is_valid is not expected:
                said, found = ("valid", "invalid") if expected else ("invalid", "valid")
                message = (
                    f'the case "{case.name}" of `{derived_cases.definition}` is {said} in the {profile} profile '
                    f"by derivation, but {found} by validation"
                )
                hint = "Correct the derivation in codegen/conformance/, or simplify the keywords of the definition."
                yield error("MC181", message, hint=hint, pointer=case.rule.removeprefix("#"))


def _schema_paths(derived: DerivedSchemas, document: str, definition: str) -> dict[str, str]:
    """Map each profile to its published schema of whole documents, or of a definition, relative to the kit."""
    whole = derived.documents[document][0].module if derived.part(document) else document
    names = {"producer": whole, "consumer": f"{whole}.consumer", "client": f"{whole}.client"}
    return {
        profile: f"../schema/{name}.json{LOCAL + definition if definition else ''}"
        for profile, name in names.items()
        if name in derived.by_name and (not definition or definition in derived.by_name[name]["$defs"])
    }


def _file(
    kind: str, derived_cases: DerivedCases, exceptions: Mapping[str, Sequence[str]], profiles: Collection[str]
) -> str:
    header = {
        "$comment": _COMMENT,
        "definition": derived_cases.definition,
        "schema": kind,
        "at": derived_cases.pointer,
        "document": derived_cases.document,
    }
    cases = [_case_json(case, exceptions.get(case.exception, ()), profiles) for case in derived_cases.cases]
    return _text(header, "cases", cases)


def _case_json(case: Case, exceptions: Sequence[str], profiles: Collection[str]) -> dict[str, Any]:
    optional = {
        "class": case.kind,
        "pointer": case.pointer,
        "absent": list(case.absent),
        "empty": list(case.empty),
        "except": list(exceptions),
    }
    return {
        "name": case.name,
        "rule": case.rule,
        "patch": case.patch,
        "valid": {profile: verdict for profile, verdict in case.verdicts._asdict().items() if profile in profiles},
        # An empty pointer is that of the root.
        **{name: value for name, value in optional.items() if value or (name == "pointer" and case.kind)},
    }


def _index(sources: Sources, schemas: Mapping[str, Any], index_entries: list[dict[str, Any]]) -> str:
    header = {
        "$comment": _COMMENT,
        "version": sources.version,
        "schemaHash": digest({name: file.schema for name, file in sources.files.items()}),
        "schemas": schemas,
    }
    return _text(header, "files", index_entries)


def _text(header: Mapping[str, Any], name: str, entries: Sequence[Any]) -> str:
    """Return a JSON object with a line for each property of the header, then for each entry of an array."""
    lines = [f"  {_line(key)}: {_line(value)}" for key, value in header.items()]
    items = ",\n".join(f"    {_line(entry)}" for entry in entries)
    return "{\n" + ",\n".join([*lines, f'  "{name}": [\n{items}\n  ]']) + "\n}\n"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
