"""Read a product of endoflife.date: the answer of its API (version 1), or the product's file in its repository.

The file is Markdown that starts with YAML, and reading it needs PyYAML. The name of a release is the name of a model on
the vendor's own API. Only a deprecated model has a date of retirement: until then, the end of life is the day before
which the vendor promises not to retire the model.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from modelconfig.comparison.source_model import InvalidRow, SourceModel, day, read_rows, rows_of, text

SOURCE = "endoflife.date"
_ROUTES = {"claude": "anthropic", "anthropic-claude": "anthropic"}
_WORDS = ("", "~", "null", "true", "yes", "on", "false", "no", "off")
"""What YAML has in place of an unknown date or name."""


def parse_markdown(source: str) -> Any:
    """Return the YAML at the start of a product's file in the shape of the API. Raises InvalidRow."""
    try:
        import yaml
    except ModuleNotFoundError:
        raise InvalidRow("a file in Markdown needs PyYAML: install it, or use the answer of the API") from None
    fence, _, rest = source.partition("---\n")
    front_matter, end, _ = rest.partition("\n---")
    if fence.strip() or not end:
        raise InvalidRow("not a Markdown file that starts with YAML")
    try:
        # As texts: other values and merge keys take exponential time for some files, and end in errors of any kind.
        product = rows_of(yaml.load(front_matter, Loader=yaml.BaseLoader))  # noqa: S506  # makes no objects
    except (yaml.YAMLError, ValueError, RecursionError):
        raise InvalidRow("not valid YAML") from None
    releases = product.get("releases")
    if isinstance(releases, list):
        releases = [_without_words(release) for release in releases]
    return {"result": {"name": text(product, "permalink").strip("/"), "releases": releases}}


def read(value: Any, _day: date | None) -> Iterator[SourceModel | tuple[str, InvalidRow]]:
    """Yield the releases of a product. Raises InvalidRow."""
    product = rows_of(rows_of(value).get("result"))
    releases = product.get("releases")
    if not isinstance(releases, list) or not all(isinstance(item, dict) for item in releases):
        raise InvalidRow("not a product with releases")
    name = text(product, "name")
    route = _ROUTES.get(name, name)
    return read_rows(
        ((text(row, "name") or text(row, "releaseCycle"), row) for row in releases),
        lambda name, row: [_model(route, name, row)],
    )


def _without_words(release: Any) -> Any:
    """Return a release without the properties whose value is one of the words."""
    if not isinstance(release, dict):
        return release
    return {name: value for name, value in release.items() if not isinstance(value, str) or value.lower() not in _WORDS}


def _model(route: str, name: str, row: dict[str, Any]) -> SourceModel:
    if not name:
        raise InvalidRow("it has no name")
    deprecated = day(row, "eoasFrom") or day(row, "eoas")
    replacement = text({**rows_of(row.get("custom") or {}), **row}, "recommendedReplacement")
    return SourceModel(
        source=SOURCE,
        route=route,
        name=name,
        retires=(day(row, "eolFrom") or day(row, "eol")) if deprecated else None,
        replacement="" if replacement == "N/A" else replacement,
    )
