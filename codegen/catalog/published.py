"""The file `catalog/published.json`: what the last published document contained, for later builds to compare with."""

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from codegen.catalog.revision import is_newer, next_revision
from codegen.schema.traversal import Schema
from modelconfig.diagnostics.phrases import quote
from modelconfig.diagnostics.problem import Problem, error, has_errors, in_file
from modelconfig.jsontext.pointers import join
from modelconfig.jsontext.positions import locate_problems
from modelconfig.jsontext.reader import parse_json, read_source
from modelconfig.jsontext.writer import dump_document
from modelconfig.schema.properties import names_of
from modelconfig.schema.validator import Checker
from modelconfig.storage.digests import digest

PUBLISHED: Final = "published.json"
_REMOVABLE = "deprecated"


class PublishedBaseline(NamedTuple):
    """What the last published document contained, as its file has it; `name` and `text` are those of the file."""

    name: str
    text: str
    content: dict[str, Any]

    @property
    def revision(self) -> str:
        """The revision of the last published document."""
        return str(self.content["revision"])

    def has_content_of(self, document: dict[str, Any]) -> bool:
        """Return whether a document is the published one, apart from its revision."""
        return bool(digest_of({**document, "revision": self.revision}) == self.content["digest"])

    def removed_models(self, refs: Collection[str]) -> list[Problem]:
        """Report each published model that is not in the catalogue and was not deprecated before."""
        return in_file(locate_problems(self._removed(refs), self.text), self.name)

    def _removed(self, refs: Collection[str]) -> Iterator[Problem]:
        for index, model in enumerate(self.content["models"]):
            if model["modelRef"] not in refs and model["status"] != _REMOVABLE:
                message = f"{quote(model['modelRef'])} is removed, and was published as {quote(model['status'])}"
                hint = f"Add it to the catalogue with the status `{_REMOVABLE}`; remove it after that was published."
                yield error("MC281", message, hint=hint, pointer=join("/models", index))


def read_published(folder: Path, schema: Schema) -> tuple[PublishedBaseline | None, list[Problem]]:
    """Return the published content of a catalogue's folder, None if nothing was published, and the file's problems."""
    path = folder / PUBLISHED
    if not path.exists():
        return None, []
    source, problems = read_source(path.as_posix())
    if source is None:
        return None, problems
    value, syntax_problems = parse_json(source.text)
    problems += in_file(syntax_problems, source.name)
    if not has_errors(problems):
        problems += in_file(locate_problems(Checker(schema).problems(value), source.text), source.name)
    return (None if has_errors(problems) else PublishedBaseline(source.name, source.text, value)), problems


def published_text(document: dict[str, Any], schema: Schema) -> str:
    """Return the text of the file for a document that is published now."""
    names = names_of(schema, "CatalogPublishedModel")
    models = [{name: model[name] for name in names if name in model} for model in document["models"]]
    return dump_document({"revision": document["revision"], "digest": digest_of(document), "models": models})


def digest_of(document: dict[str, Any]) -> str:
    """Return the digest of the text of a document."""
    return digest(dump_document(document).encode())


def revised(document: dict[str, Any], published: PublishedBaseline | None, today: date) -> str:
    """Return the revision of a document: the next one if its content is not the published content of its revision."""
    stored: str = document["revision"]
    if published is None or is_newer(stored, published.revision) or published.has_content_of(document):
        return stored
    return next_revision(stored, published.revision, today)
