"""The stages of a catalogue build: load, check, expand, validate, lint; reads files and never writes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from codegen.catalog.catalog_loader import CatalogFile, load_catalog
from codegen.catalog.catalog_rules import check_catalog
from codegen.catalog.expand import expand
from codegen.catalog.suppressions import apply_suppressions
from codegen.schema.derived import DerivedSchemas
from codegen.schema.loader import Sources, load_schemas
from codegen.schema.traversal import Schema
from modelconfig.diagnostics.problem import Problem, error, has_errors, in_file, in_reading_order
from modelconfig.documents.lint import document_rules
from modelconfig.schema.validator import Checker


@dataclass(frozen=True, slots=True)
class Schemas:
    """The strict schemas that a build needs."""

    catalog: Schema
    provider: Schema
    model: Schema


@dataclass(frozen=True, slots=True)
class BuildResult:
    """The result of a build. `document` is None if there are errors; `main` is the file `catalog.yaml`.

    `accepted` counts the suppressed warnings; `texts` has the files' texts by name, for excerpts.
    """

    main: CatalogFile | None = None
    document: dict[str, Any] | None = None
    problems: list[Problem] = field(default_factory=list)
    accepted: int = 0
    texts: dict[str, str] = field(default_factory=dict)


def build(catalog_directory: Path, schema_directory: Path) -> BuildResult:
    """Build the document of a catalogue; return it with all problems in reading order."""
    sources, problems = load_schemas(schema_directory)
    if has_errors(problems):
        return BuildResult(problems=sources.locate_problems(problems), texts=sources.texts)
    schemas, problems = _schemas(sources, schema_directory)
    if schemas is None:
        return BuildResult(problems=problems)
    catalog, problems = load_catalog(catalog_directory, schemas.catalog, schemas.provider)
    problems += check_catalog(catalog)
    texts = {file.name: file.document.text for file in catalog.files}
    main = catalog.main
    if main is None or has_errors(problems):
        return BuildResult(main, None, in_reading_order(problems), texts=texts)
    expansion = expand(catalog, main, schemas.model, schemas.provider)
    problems += expansion.locate_problems_in_files(
        [
            *Checker(schemas.model).problems(expansion.document),
            *document_rules.check(expansion.document, schema=schemas.model),
        ]
    )
    problems, accepted = apply_suppressions(catalog, problems)
    document = None if has_errors(problems) else expansion.document
    return BuildResult(main, document, in_reading_order(problems), accepted, texts)


def _schemas(sources: Sources, directory: Path) -> tuple[Schemas | None, list[Problem]]:
    """Return the strict schemas, or None and one problem; `schema lint` reports the details."""
    try:
        derived = DerivedSchemas(sources)
        return Schemas(derived.strict["catalog"], derived.strict["catalog-provider"], derived.strict["model"]), []
    except (KeyError, TypeError, ValueError, AttributeError):
        message = "the schemas model.json and catalog.json are missing here or are not in our dialect"
        hint = "Run `python -m codegen types --check`, which tells every fault, and correct them first."
        return None, in_file([error("MC272", message, hint=hint)], directory.as_posix())
