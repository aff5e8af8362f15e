"""The pipeline: `schema/` in, every generated file out. It reads; it never writes."""

from __future__ import annotations

import importlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from codegen.ir.parser import parse
from codegen.schema.dialect import check_dialect, not_understood
from codegen.schema.loader import CLIENT_ROOT, Sources, load_schemas
from codegen.schema.profiles import bundle, client, consumer, digest, strict
from codegen.schema.rules.annotation_rules import check_annotations
from codegen.schema.rules.example_rules import check_examples
from codegen.schema.rules.source_rules import check_sources
from codegen.targets.registry import TARGETS, Reading
from modelconfig.diagnostics.problem import Problem, has_errors
from modelconfig.jsontext import pointers

if TYPE_CHECKING:
    from pathlib import Path

    from codegen.ir import model as ir
    from codegen.schema.traversal import Schema

OWNED = (*(target.folder for target in TARGETS), "generated/schema")
"""Folders in which nothing may stand but generated files and the copies of models.json."""
_COPIES_OF_SCHEMAS = "generated/python/modelconfig_types/schema"


@dataclass(frozen=True, slots=True)
class Derived:
    """The derived schemas by name (`model`, `model.consumer`, `model.client`, …)."""

    schemas: dict[str, Schema]


def check_schemas(directory: Path) -> tuple[Sources, list[Problem]]:
    """Return the schema sources and everything wrong with them, each problem with its place."""
    sources, problems = load_schemas(directory)
    for stage in (_check_keywords, _check_forms, check_examples):
        # A later stage relies on what an earlier one has made sure of.
        if has_errors(problems):
            break
        problems = problems + stage(sources)
    return sources, sources.placed(problems)


def _check_keywords(sources: Sources) -> list[Problem]:
    """Return what is wrong with keywords and with what each of them says."""
    problems = check_dialect(sources)
    unclear = not_understood(problems)
    if unclear is None:
        return problems
    found = [*check_sources(sources), *check_annotations(sources)]
    return problems + [problem for problem in found if not unclear or _stands_alone(problem, unclear)]


def _stands_alone(problem: Problem, unclear: set[tuple[str, str]]) -> bool:
    """Tell whether a problem cannot be a mere consequence of a keyword that is not understood."""
    # A reference may be hidden in any such keyword.
    if problem.code == "MC163":
        return False
    return not any(problem.file == file and f"{problem.pointer}/".startswith(f"{place}/") for file, place in unclear)


def derive_schemas(sources: Sources) -> Derived:
    """Return every derived schema."""
    derived: dict[str, Schema] = {}
    for file in sources.files.values():
        roots = {file.module: file.schema["$ref"], **file.schema.get("x-roots", {})}
        for name, root in roots.items():
            canonical = bundle(sources, file, name, root)
            derived[name] = strict(canonical)
            derived[f"{name}.consumer"] = consumer(canonical)
            if name == CLIENT_ROOT:
                derived[f"{name}.client"] = client(canonical)
    return Derived(derived)


def generate_types(sources: Sources) -> dict[str, str]:
    """Return every file that comes from the schema, as text by path relative to the repository's root."""
    derived = derive_schemas(sources)
    files = _schema_files(derived, sources.version)
    readings: dict[Reading, list[ir.Module]] = {}
    for target in TARGETS:
        if target.reading not in readings:
            readings[target.reading] = read_as(target.reading, sources, derived)
        # Only now: an emitter loads its template engine, which checking a schema must not pay for.
        files.update(importlib.import_module(target.emitter).emit(readings[target.reading]))
    return files


def read_as(reading: Reading, sources: Sources, derived: Derived) -> list[ir.Module]:
    """Return the modules that an emitter of this reading gets."""
    match reading:
        case Reading.CONSUMER:
            return consumer_modules(sources, derived)
        case Reading.CLIENT:
            return [parse(derived.schemas[f"{CLIENT_ROOT}.client"], sources.homes)[0]]
        case Reading.AS_WRITTEN:
            return documented_modules(sources)


def consumer_modules(sources: Sources, derived: Derived) -> list[ir.Module]:
    """Return each schema file as a module: the reading of a consumer, with the definitions of all its roots."""
    modules = []
    for file in sources.files.values():
        whole = dict(derived.schemas[f"{file.module}.consumer"])
        for name in file.schema.get("x-roots", {}):
            whole["$defs"] = {**derived.schemas[f"{name}.consumer"]["$defs"], **whole["$defs"]}
        modules.append(parse(whole, sources.homes)[0])
    return modules


def documented_modules(sources: Sources) -> list[ir.Module]:
    """Return each schema file as a module that holds its own definitions, as written and in the file's order."""
    heads: dict[str, ir.Module] = {}
    found: dict[str, ir.Definition] = {}
    for file in sources.files.values():
        for root in (file.schema["$ref"], *file.schema.get("x-roots", {}).values()):
            module, _ = parse(bundle(sources, file, file.module, root), sources.homes)
            heads.setdefault(file.module, module)
            found.update((definition.name, definition) for definition in module.definitions)
    return [
        replace(
            heads[file.module],
            definitions=tuple(found[name] for name in file.definitions if name in found),
            digest=digest(file.schema),
        )
        for file in sources.files.values()
    ]


def _check_forms(sources: Sources) -> list[Problem]:
    """Return the uses of JSON Schema that no target can carry."""
    derived = derive_schemas(sources).schemas
    strict_ones = [schema for name, schema in derived.items() if "." not in name]
    tolerant_ones = [schema for name, schema in derived.items() if "." in name]
    # The tolerant readings have members of their own, but would also say again what the strict ones have said.
    return _form_faults(strict_ones, sources) or _form_faults(tolerant_ones, sources)


def _form_faults(schemas: list[Schema], sources: Sources) -> list[Problem]:
    problems: list[Problem] = []
    for schema in schemas:
        for problem in parse(schema, sources.homes)[1]:
            home = sources.homes[pointers.split(problem.pointer)[1]]
            problems.append(replace(problem, file=sources.files[home].name))
    return list(dict.fromkeys(problems))


def _schema_files(derived: Derived, version: str) -> dict[str, str]:
    """Return the derived schemas twice: for editors and validators, and inside the Python package."""
    files = {}
    for name, schema in derived.schemas.items():
        comment = (
            "Do not edit: generated from schema/. To regenerate, run `nox -s codegen`. "
            f"Contract version {version}, schema {digest(schema)}."
        )
        head = {"$schema": schema["$schema"], "$comment": comment}
        text = json.dumps({**head, **schema}, indent=2, ensure_ascii=False) + "\n"
        for folder in ("generated/schema", _COPIES_OF_SCHEMAS):
            files[f"{folder}/{name}.json"] = text
    return files
