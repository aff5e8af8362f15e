"""The stages of code generation: load, check, derive, parse, emit, then write or compare."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from codegen.ir.parsed import ParsedSchemas
from codegen.output import Mode, OutputResult, OwnedFolders, write_or_compare
from codegen.schema.derived import DerivedSchemas
from codegen.schema.dialect import check_dialect, unknown_keywords
from codegen.schema.loader import Sources, load_schemas
from codegen.schema.rules.client_view import check_client_view
from codegen.schema.rules.example_rules import check_examples
from codegen.schema.rules.source_rules import check_sources, dangling_reference
from codegen.targets import codes_page, registry, targets_page
from codegen.targets.name_collisions import name_collisions
from modelconfig.diagnostics.codes import CODES
from modelconfig.diagnostics.problem import Problem, has_errors, in_file

_SCHEMAS = "generated/schema"
"""The folder of the derived schemas, which are not part of a target."""
REGENERATE_COMMAND = "python3 dev.py -s codegen"


@dataclass(frozen=True, slots=True)
class Product:
    """The files that a run generates from schemas: text by path relative to the repository's root."""

    emit: Callable[[ParsedSchemas], tuple[dict[str, str], list[Problem]]]
    owned: tuple[str, ...]
    """Folders that may contain only generated files and `foreign` ones."""
    foreign: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GenerationResult:
    """All problems of a run, and what it wrote or compared: nothing if there was an error before."""

    sources: Sources
    problems: list[Problem]
    output: OutputResult = field(default_factory=OutputResult)


def run(
    folder: Path,
    product: Product,
    root: Path,
    mode: Mode,
    is_fatal: Callable[[list[Problem]], bool] = has_errors,
) -> GenerationResult:
    """Run the stages: load, check, derive, parse, emit, write or compare. Stop after a stage with fatal problems."""
    schemas, problems = check_schemas(folder)
    if is_fatal(problems):
        return GenerationResult(schemas.sources, problems)
    files, emit_problems = product.emit(schemas)
    problems += schemas.sources.locate_problems(emit_problems)
    if is_fatal(emit_problems):
        return GenerationResult(schemas.sources, problems)
    output = write_or_compare(files, OwnedFolders(root, product.owned, product.foreign), mode, REGENERATE_COMMAND)
    return GenerationResult(schemas.sources, [*problems, *output.problems], output)


def check_schemas(folder: Path) -> tuple[ParsedSchemas, list[Problem]]:
    """Return the schemas of a folder, each stage done once, and all their problems with locations."""
    sources, problems = load_schemas(folder)
    schemas = ParsedSchemas(DerivedSchemas(sources))
    checks: tuple[Callable[[], list[Problem]], ...] = (
        lambda: _check_keywords(sources),
        lambda: check_client_view(schemas.derived),
        lambda: _check_names(schemas) + check_examples(schemas.derived),
    )
    for check in checks:
        # Each check relies on the ones before it.
        if not has_errors(problems):
            problems = problems + check()
    return schemas, sources.locate_problems(problems)


def incomparable(sources: Sources) -> list[Problem]:
    """Return the problems that prevent comparing schemas: unsupported keywords and dangling references."""
    problems = check_dialect(sources) or [
        problem for file in sources.files.values() for problem in in_file(dangling_reference(sources, file), file.name)
    ]
    hint = "Run `python -m codegen schema lint` for details."
    return [replace(problem, hint=problem.hint or hint) for problem in problems]


def emit_types(schemas: ParsedSchemas) -> dict[str, str]:
    """Return every generated file: derived schemas, files of the targets, pages about targets and codes."""
    files = _schema_files(schemas)
    files[targets_page.PATH] = targets_page.targets_page(registry.TARGETS.values())
    files[codes_page.PATH] = codes_page.codes_page(CODES.values())
    for name, target in registry.TARGETS.items():
        files |= registry.emit(name, schemas.modules(target.profile))
    return files


TYPES = Product(
    lambda schemas: (emit_types(schemas), []),
    owned=(*(target.folder for target in registry.TARGETS.values()), _SCHEMAS),
    foreign=(*registry.DOCUMENT_COPIES, *registry.SOURCES_COPIES),
)
"""The types of each target, the derived schemas and the reference pages."""


def _check_keywords(sources: Sources) -> list[Problem]:
    """Return the problems of keywords, references and annotations."""
    problems = check_dialect(sources)
    unknown = unknown_keywords(problems)
    if unknown is None:
        return problems
    findings = check_sources(sources)
    return problems + [problem for problem in findings if not unknown or _is_independent(problem, unknown)]


def _check_names(schemas: ParsedSchemas) -> list[Problem]:
    """Return the problems of names in generated code."""
    files = schemas.sources.files
    scopes = (
        (target.name, scope)
        for folder, target in registry.TARGETS.items()
        for scope in registry.scopes(folder, schemas.modules(target.profile))
    )
    problems = name_collisions(scopes)
    return [located for module, problem in problems for located in in_file([problem], files[module].name)]


def _is_independent(problem: Problem, unknown: set[tuple[str, str]]) -> bool:
    """Return whether a problem cannot be a consequence of an unknown keyword."""
    # An unknown keyword may contain the missing reference.
    if problem.code == "MC163":
        return False
    pointer = problem.pointer
    while pointer and (problem.file, pointer) not in unknown:
        pointer = pointer.rpartition("/")[0]
    return (problem.file, pointer) not in unknown


def _schema_files(schemas: ParsedSchemas) -> dict[str, str]:
    """Return the files of the derived schemas, for editors, validators and the Python package."""
    files: dict[str, str] = {}
    for name, schema in schemas.derived.by_name.items():
        comment = f"Do not edit: generated from schema/. To regenerate, run `{REGENERATE_COMMAND}`."
        text = json.dumps({"$schema": schema["$schema"], "$comment": comment, **schema}, indent=2, ensure_ascii=False)
        files[f"{_SCHEMAS}/{name}.json"] = text + "\n"
    return files
