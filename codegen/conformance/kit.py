"""The files of the conformance kit: one per definition, and an index."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from codegen.conformance.cases import Case, DerivedCases, derive_cases
from codegen.conformance.definition_graph import DefinitionGraph
from codegen.conformance.embedding import embeddings
from codegen.conformance.json_patch import patch
from codegen.conformance.valid_values import UnderivableError
from codegen.schema.derived import DerivedSchemas
from codegen.schema.loader import CLIENT_ROOT, LOCAL, Sources
from codegen.schema.profiles import digest

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


def generate_kit(derived: DerivedSchemas, exceptions: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return every file of the kit, as text by path relative to the root of the repository. Raises UnderivableError.

    `exceptions` names the languages whose compilers make each exception to the classes.
    """
    sources = derived.sources
    files: dict[str, str] = {}
    index_entries = []
    for document, definition, derived_cases in _derive_all(derived):
        name = f"{sources.definition_modules[definition]}/{definition}.json"
        files[f"{FOLDER}/{name}"] = _file(document, derived_cases, exceptions)
        index_entries.append(
            {"file": name, "definition": definition, "document": document, "cases": len(derived_cases.cases)}
        )
    files[INDEX] = _index(derived, index_entries)
    return files


def _derive_all(derived: DerivedSchemas) -> list[tuple[str, str, DerivedCases]]:
    """Return the cases of each definition once, with the kind of document that shows them best."""
    sources = derived.sources
    graphs = definition_graphs(derived)
    paths = {name: embeddings(graph) for name, graph in graphs.items()}
    result = []
    for definition, module in sources.definition_modules.items():
        documents = [name for name in graphs if definition in paths[name]]
        if documents:
            # Prefer a document of the definition's own file, then the shortest path.
            document = min(documents, key=lambda name: _distance(sources, name, module, paths[name][definition].path))
            embedding = paths[document][definition]
            try:
                result.append((document, definition, derive_cases(graphs[document], definition, embedding)))
            except UnderivableError as failure:
                raise UnderivableError(f"`{definition}`: {failure}") from None
    return result


def _distance(sources: Sources, name: str, module: str, path: tuple[str | int, ...]) -> tuple[bool, int]:
    is_own_document = name == module or name in sources.files[module].schema.get("x-roots", {})
    return not is_own_document, len(path)


def _file(document: str, derived_cases: DerivedCases, exceptions: Mapping[str, Sequence[str]]) -> str:
    header = {
        "$comment": _COMMENT,
        "definition": derived_cases.definition,
        "schema": document,
        "at": derived_cases.pointer,
        "document": derived_cases.document,
    }
    cases = [
        _case_json(derived_cases, case, exceptions.get(case.exception, ()), client=document == CLIENT_ROOT)
        for case in derived_cases.cases
    ]
    return _text(header, "cases", cases)


def _case_json(derived_cases: DerivedCases, case: Case, exceptions: Sequence[str], *, client: bool) -> dict[str, Any]:
    valid = case.verdicts._asdict()
    if not client:
        del valid["client"]
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
        "patch": patch(derived_cases.document, case.document),
        "valid": valid,
        # An empty pointer is that of the root.
        **{name: value for name, value in optional.items() if value or (name == "pointer" and case.kind)},
    }


def _index(derived: DerivedSchemas, index_entries: list[dict[str, Any]]) -> str:
    sources = derived.sources
    schemas: dict[str, Mapping[str, str]] = {}
    for name in derived.documents:
        profiles = {"producer": f"{name}.json", "consumer": f"{name}.consumer.json"}
        if name == CLIENT_ROOT:
            profiles["client"] = f"{name}.client.json"
        schemas[name] = {profile: f"../schema/{file}" for profile, file in profiles.items()}
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
