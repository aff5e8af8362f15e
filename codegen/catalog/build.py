"""The stages of a catalogue build: load, check, expand, validate, lint; reads files and never writes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from codegen.catalog.catalog_days import revision_day
from codegen.catalog.catalog_entries import CatalogEntry, entries
from codegen.catalog.catalog_loader import CatalogFile, load_catalog
from codegen.catalog.expand import expand
from codegen.catalog.rules.catalog_rules import check_catalog
from codegen.catalog.rules.lifecycle_rules import default_problems, lifecycle_problems
from codegen.catalog.rules.value_rules import value_problems
from codegen.catalog.sources_document import sources_document
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

    `sources` is the companion of the document, with the sources of its values.
    `accepted` counts the suppressed warnings; `entries` has the models in the order of the document; `texts` has the
    files' texts by name, for excerpts.
    """

    main: CatalogFile | None = None
    document: dict[str, Any] | None = None
    problems: list[Problem] = field(default_factory=list)
    accepted: int = 0
    entries: list[CatalogEntry] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    sources: dict[str, Any] = field(default_factory=dict)


Revise = Callable[[CatalogFile, dict[str, Any]], str]
"""Returns the revision that a document gets, from `catalog.yaml` and the document with the revision written there."""


def build(
    catalog_folder: Path, schema_folder: Path, revise: Revise = lambda _, document: document["revision"]
) -> BuildResult:
    """Build the document of a catalogue; return it with all problems in reading order.

    Prices and rules are those of the day of the revision that `revise` returns.
    """
    sources, problems = load_schemas(schema_folder)
    if has_errors(problems):
        return BuildResult(problems=sources.locate_problems(problems), texts=sources.texts)
    schemas = _strict_schemas(sources)
    if schemas is None:
        message = "the schemas model.json, catalog.json and sources.json are missing or invalid"
        hint = "Run `python -m codegen types --check`, which reports every problem, and correct them first."
        return BuildResult(problems=in_file([error("MC272", message, hint=hint)], schema_folder.as_posix()))
    catalog_schema, provider_schema, model_schema, sources_schema = schemas
    catalog, problems = load_catalog(catalog_folder, catalog_schema, provider_schema)
    problems += check_catalog(catalog)
    texts = {file.name: file.document.text for file in catalog.files}
    main = catalog.main
    if main is None or has_errors(problems):
        return BuildResult(main, None, in_reading_order(problems), texts=texts)
    day = revision_day(main.content["revision"])
    expansion = expand(catalog, main, model_schema, provider_schema, day)
    revised_day = revision_day(revise(main, expansion.document))
    if revised_day != day:
        expansion = expand(catalog, main, model_schema, provider_schema, revised_day)
    document = expansion.document
    models = entries(catalog, expansion)
    problems += _model_problems(models, main, revised_day)
    problems += expansion.locate_problems(
        [*Checker(model_schema).problems(document), *document_rules.check(document, schema=model_schema)]
    )
    problems, accepted = apply_suppressions(catalog, problems)
    valid_document = None if has_errors(problems) else document
    companion = sources_document(catalog, models, document["revision"], sources_schema)
    return BuildResult(main, valid_document, in_reading_order(problems), accepted, models, texts, companion)


def _model_problems(models: Sequence[CatalogEntry], main: CatalogFile, today: date) -> list[Problem]:
    """Return the problems of lifecycles and recorded values on a day, with file, line and column."""
    by_ref = {entry.ref: entry for entry in models}
    problems = main.locate_problems(default_problems(main.content["defaultModels"], by_ref, today))
    for entry in by_ref.values():
        found = [*lifecycle_problems(entry, by_ref, today), *value_problems(entry, today)]
        problems += entry.file.locate_problems(found)
    return problems


def _strict_schemas(sources: Sources) -> list[Schema] | None:
    """Return the strict schemas of `catalog.yaml`, a provider's file, the document and its companion.

    None if one is invalid.
    """
    try:
        strict = DerivedSchemas(sources).strict
        return [strict[name] for name in ("catalog", "catalog-provider", "model", "sources")]
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
