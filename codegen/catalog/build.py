"""The stages of a catalogue build: load, check, expand, validate, lint; reads files and never writes."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from codegen.catalog.catalog_days import revision_day
from codegen.catalog.catalog_entries import CatalogEntry, entries
from codegen.catalog.catalog_loader import Catalog, CatalogFile, load_catalog, read_syntax
from codegen.catalog.expand import Expansion, expand
from codegen.catalog.published import PublishedBaseline, published_text, read_published, revised
from codegen.catalog.revision import is_newer
from codegen.catalog.rules.catalog_rules import check_catalog
from codegen.catalog.rules.lifecycle_rules import default_problems, lifecycle_problems
from codegen.catalog.rules.value_rules import value_problems
from codegen.catalog.sources_document import sources_document
from codegen.catalog.suppressions import apply_suppressions
from codegen.schema.derived import DerivedSchemas
from codegen.schema.loader import Sources, load_schemas
from codegen.schema.traversal import Schema
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, Severity, error, has_errors, in_file, in_reading_order, warning
from modelconfig.documents.lint import document_rules
from modelconfig.schema.validator import Checker

_ABOUT_ABSENT = frozenset({"MC204", "MC278"})
"""The codes of references to models that are not in the catalogue."""


class BuildResult(NamedTuple):
    """The result of a build. `document` is None if there are errors; `main` is the file `catalog.yaml`.

    `sources` is the companion of the document, with the sources of its values; `published` the text of `published.json`
    for it, or empty.
    `accepted` counts the suppressed warnings; `entries` has the models in the order of the document; `texts` has the
    files' texts by name, for excerpts.
    """

    problems: list[Problem]
    texts: dict[str, str]
    main: CatalogFile | None = None
    document: dict[str, Any] | None = None
    accepted: int = 0
    entries: Sequence[CatalogEntry] = ()
    sources: Mapping[str, Any] = MappingProxyType({})
    published: str = ""


def build(
    catalog_folder: Path, schema_folder: Path, today: date | None = None, *, publishes: bool = False
) -> BuildResult:
    """Build the document of a catalogue, and `published.json` for one that `publishes`; return all problems in order.

    If its content differs from the published one of its revision, it gets the next revision of `today`; without a day,
    it keeps the revision of `catalog.yaml`. Prices and rules are those of the day of the revision.
    """
    sources, problems = load_schemas(schema_folder)
    if has_errors(problems):
        syntax_problems, texts = read_syntax(catalog_folder)
        problems = in_reading_order([*sources.locate_problems(problems), *syntax_problems])
        return BuildResult(problems, {**sources.texts, **texts})
    schemas = _strict_schemas(sources)
    if schemas is None:
        message = "the schemas model.json, catalog.json and sources.json are missing or invalid"
        hint = "Run `python -m codegen types --check`, which reports every problem, and correct them first."
        problems = in_file([error("MC272", message, hint=hint)], schema_folder.as_posix())
        syntax_problems, texts = read_syntax(catalog_folder)
        return BuildResult(problems + syntax_problems, texts)
    catalog_schema, provider_schema, published_schema, model_schema, sources_schema = schemas
    catalog, problems = load_catalog(catalog_folder, catalog_schema, provider_schema)
    problems += check_catalog(catalog, catalog.valid_part(problems) or catalog)
    published, published_problems = read_published(catalog_folder, published_schema)
    problems += published_problems
    texts = {file.name: file.document.text for file in catalog.files}
    texts |= {} if published is None else {published.name: published.text}
    main = catalog.main
    if main is None or has_errors(problems):
        problems += _errors_of_valid_part(catalog.valid_part(problems), model_schema, provider_schema)
        return BuildResult(in_reading_order(problems), texts, main)
    day = revision_day(main.content["revision"])
    expansion = expand(catalog, main, model_schema, provider_schema, day)
    revision = expansion.document["revision"] if today is None else revised(expansion.document, published, today)
    if revision_day(revision) != day:
        day = revision_day(revision)
        expansion = expand(catalog, main, model_schema, provider_schema, day)
    expansion.document["revision"] = revision
    document = expansion.document
    models = entries(catalog, expansion)
    problems += _model_problems(models, main, day)
    problems += _changes_of_published(document, published, main)
    problems += _document_problems(expansion, model_schema)
    problems, accepted = apply_suppressions(catalog, problems)
    valid_document = None if has_errors(problems) else document
    companion = sources_document(catalog, models, document["revision"], sources_schema)
    return BuildResult(
        main=main,
        document=valid_document,
        problems=in_reading_order(problems),
        accepted=accepted,
        entries=models,
        texts=texts,
        sources=companion,
        published=published_text(document, published_schema) if publishes else "",
    )


def _errors_of_valid_part(part: Catalog | None, model_schema: Schema, provider_schema: Schema) -> list[Problem]:
    """Return the errors that the later stages find in the part of a catalogue without errors of the earlier ones.

    Errors that may only be there because models are left out are not returned, nor are warnings.
    """
    if part is None or part.main is None or not any(file.models for file in part.ordered):
        return []
    day = revision_day(part.main.content["revision"])
    expansion = expand(part, part.main, model_schema, provider_schema, day)
    found = _model_problems(entries(part, expansion), part.main, day) + _document_problems(expansion, model_schema)
    return [problem for problem in found if problem.severity is Severity.ERROR and problem.code not in _ABOUT_ABSENT]


def _document_problems(expansion: Expansion, schema: Schema) -> list[Problem]:
    """Return the problems of the structure and of the rules of a document, with file, line and column."""
    document = expansion.document
    return expansion.locate_problems(
        [*Checker(schema).problems(document), *document_rules.check(document, schema=schema)]
    )


def _changes_of_published(
    document: dict[str, Any], published: PublishedBaseline | None, main: CatalogFile
) -> list[Problem]:
    """Return the problems of a document that follows the published one: models removed too early, a lower revision."""
    if published is None:
        return []
    problems = published.removed_models({model["modelRef"] for model in document["models"]})
    if is_newer(published.revision, document["revision"]):
        message = f"the revision is lowered from {quote(published.revision)} to {quote(document['revision'])}"
        hint = "Lower it only if the newer revision was never published: readers keep the document that has it."
        problems += main.locate_problems([warning("MC271", message, hint=hint, pointer="/revision")])
    return problems


def _model_problems(models: Sequence[CatalogEntry], main: CatalogFile, today: date) -> list[Problem]:
    """Return the problems of lifecycles and recorded values on a day, with file, line and column."""
    by_ref = {entry.ref: entry for entry in models}
    problems = main.locate_problems(default_problems(main.content["defaultModels"], by_ref, today))
    for entry in by_ref.values():
        found = [*lifecycle_problems(entry, by_ref, today), *value_problems(entry, today)]
        problems += entry.file.locate_problems(found)
    return problems


def _strict_schemas(sources: Sources) -> list[Schema] | None:
    """Return the strict schemas of `catalog.yaml`, a provider's file, `published.json`, the document and its companion.

    None if one is invalid.
    """
    try:
        strict = DerivedSchemas(sources).strict
        return [strict[name] for name in ("catalog", "catalog-provider", "catalog-published", "model", "sources")]
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
