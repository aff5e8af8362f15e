"""The kit as files: one for each definition, and one that names them all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from codegen.conformance.cases import derive_cases
from codegen.conformance.definition_graph import DefinitionGraph
from codegen.conformance.embedding import embeddings
from codegen.conformance.json_patch import patch
from codegen.conformance.valid_values import UnderivableError
from codegen.schema.loader import CLIENT_ROOT, LOCAL
from codegen.schema.profiles import bundle, digest, strict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from codegen.conformance.cases import Case, DerivedCases
    from codegen.schema.loader import Sources
    from codegen.schema.traversal import Schema

FOLDER = "generated/conformance"
INDEX = f"{FOLDER}/index.json"


def definition_graphs(sources: Sources) -> dict[str, DefinitionGraph]:
    """Return the definitions of each kind of document, by its name."""
    found = {}
    for name, whole in _bundles(sources).items():
        # As it is written: what only clients receive is part of it, but no definition that only they need.
        kept = strict(whole)["$defs"]
        definitions = {key: node for key, node in whole["$defs"].items() if key in kept}
        found[name] = DefinitionGraph(whole["$ref"].removeprefix(LOCAL), definitions)
    return found


def _bundles(sources: Sources) -> dict[str, Schema]:
    return {
        name: bundle(sources, file, name, root)
        for file in sources.files.values()
        for name, root in {file.module: file.schema["$ref"], **file.schema.get("x-roots", {})}.items()
    }


def generate_kit(sources: Sources) -> dict[str, str]:
    """Return every file of the kit, as text by path relative to the repository's root. Raises UnderivableError."""
    comments = {name: _comment(sources, strict(whole)) for name, whole in _bundles(sources).items()}
    files: dict[str, str] = {}
    listed = []
    for document, definition, derived in _derived(sources):
        name = f"{sources.homes[definition]}/{definition}.json"
        files[f"{FOLDER}/{name}"] = _file(comments[document], document, derived)
        listed.append({"file": name, "definition": definition, "document": document, "cases": len(derived.cases)})
    files[INDEX] = _index(sources, listed)
    return files


def _derived(sources: Sources) -> list[tuple[str, str, DerivedCases]]:
    """Return the cases of each definition once, with the kind of document that shows them best."""
    known = definition_graphs(sources)
    ways = {name: embeddings(world) for name, world in known.items()}
    found = []
    for definition, module in sources.homes.items():
        places = [name for name in known if definition in ways[name]]
        if places:
            # A document of its own file goes before one of another, then the shortest way.
            best = min(places, key=lambda name: _far(sources, name, module, ways[name][definition].path))
            frame = ways[best][definition]
            try:
                found.append((best, definition, derive_cases(known[best], definition, frame)))
            except UnderivableError as why:
                raise UnderivableError(f"`{definition}`: {why}") from None
    return found


def _far(sources: Sources, name: str, module: str, path: tuple[str | int, ...]) -> tuple[bool, int]:
    of_module = name == module or name in sources.files[module].schema.get("x-roots", {})
    return not of_module, len(path)


def _comment(sources: Sources, schema: Schema) -> str:
    return (
        "Do not edit: generated from schema/. To regenerate, run `nox -s codegen`. How to use it: docs/conformance.md. "
        f"Contract version {sources.version}, schema {digest(schema)}."
    )


def _file(comment: str, document: str, derived: DerivedCases) -> str:
    speaks_for_client = document == CLIENT_ROOT
    head = {
        "$comment": comment,
        "definition": derived.definition,
        "schema": document,
        "at": derived.at,
        "document": derived.document,
    }
    lines = [f"  {_line(name)}: {_line(value)}" for name, value in head.items()]
    cases = ",\n".join(f"    {_line(_written(derived, case, client=speaks_for_client))}" for case in derived.cases)
    return "{\n" + ",\n".join([*lines, f'  "cases": [\n{cases}\n  ]']) + "\n}\n"


def _written(derived: DerivedCases, case: Case, *, client: bool) -> dict[str, Any]:
    said = {"producer": case.verdicts.producer, "consumer": case.verdicts.consumer}
    if client:
        said["client"] = case.verdicts.client
    more: dict[str, Any] = {"class": case.kind, "pointer": case.pointer}
    if not case.kind:
        more = {}
    if case.absent:
        more["absent"] = list(case.absent)
    if case.exceptions:
        more["except"] = list(case.exceptions)
    return {
        "name": case.name,
        "rule": case.rule,
        "patch": patch(derived.document, case.document),
        "valid": said,
        **more,
    }


def _index(sources: Sources, listed: list[dict[str, Any]]) -> str:
    readings: dict[str, Mapping[str, str]] = {}
    for name in _bundles(sources):
        views = {"producer": f"{name}.json", "consumer": f"{name}.consumer.json"}
        if name == CLIENT_ROOT:
            views["client"] = f"{name}.client.json"
        readings[name] = {view: f"../schema/{file}" for view, file in views.items()}
    head = {
        "$comment": _comment(sources, {name: file.schema for name, file in sources.files.items()}),
        "version": sources.version,
        "schemas": readings,
    }
    lines = [f"  {_line(name)}: {_line(value)}" for name, value in head.items()]
    files = ",\n".join(f"    {_line(entry)}" for entry in listed)
    return "{\n" + ",\n".join([*lines, f'  "files": [\n{files}\n  ]']) + "\n}\n"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
