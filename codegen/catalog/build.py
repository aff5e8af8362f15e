"""The stages of a catalogue build: load, check, expand, validate, lint; reads files and never writes."""

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
class BuildResult:
    """The result of a build. `document` is None if there are errors; `main` is the file `catalog.yaml`.

    `accepted` counts the suppressed warnings; `texts` has the files' texts by name, for excerpts.
    """

    main: CatalogFile | None = None
    document: dict[str, Any] | None = None
    problems: list[Problem] = field(default_factory=list)
    accepted: int = 0
    texts: dict[str, str] = field(default_factory=dict)


def build(catalog_folder: Path, schema_folder: Path) -> BuildResult:
    """Build the document of a catalogue; return it with all problems in reading order."""
    sources, problems = load_schemas(schema_folder)
    if has_errors(problems):
        return BuildResult(problems=sources.locate_problems(problems), texts=sources.texts)
    schemas = _strict_schemas(sources)
    if schemas is None:
        message = "the schemas model.json and catalog.json are missing or invalid"
        hint = "Run `python -m codegen types --check`, which reports every problem, and correct them first."
        return BuildResult(problems=in_file([error("MC272", message, hint=hint)], schema_folder.as_posix()))
    catalog_schema, provider_schema, model_schema = schemas
    catalog, problems = load_catalog(catalog_folder, catalog_schema, provider_schema)
    problems += check_catalog(catalog)
    texts = {file.name: file.document.text for file in catalog.files}
    main = catalog.main
    if main is None or has_errors(problems):
        return BuildResult(main, None, in_reading_order(problems), texts=texts)
    expansion = expand(catalog, main, model_schema, provider_schema)
    document = expansion.document
    problems += expansion.locate_problems(
        [*Checker(model_schema).problems(document), *document_rules.check(document, schema=model_schema)]
    )
    problems, accepted = apply_suppressions(catalog, problems)
    return BuildResult(main, None if has_errors(problems) else document, in_reading_order(problems), accepted, texts)


def _strict_schemas(sources: Sources) -> list[Schema] | None:
    """Return the strict schemas of `catalog.yaml`, of a provider's file and of the document; None if one is invalid."""
    try:
        strict = DerivedSchemas(sources).strict
        return [strict[name] for name in ("catalog", "catalog-provider", "model")]
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
