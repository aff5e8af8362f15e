"""The commands `schema` and `site schema`: the schemas for editors."""

import click

from modelconfig.cli.output import echo

DOCUMENTS = (
    "model",
    "site",
    "site-model-configuration",
    "completions",
    "catalog",
    "catalog-provider",
    "catalog-published",
    "sources",
)
"""The kinds of documents that have a schema."""
_PARTS = {"site-model-configuration": ("site", "SiteModelConfiguration")}
"""The documents that are a part of another one: that document, and the definition of the part."""


@click.command
@click.argument("name", type=click.Choice(DOCUMENTS), metavar="NAME")
def schema(name: str) -> None:
    """Print the JSON Schema of a kind of document, for editors.

    NAME is model, site, site-model-configuration, completions, catalog, catalog-provider, catalog-published or sources.
    The schema is valid for the same documents as the published strict schema. Editors that use it complete known model
    references and whole objects, describe every property and value, and report one problem for each mistake.
    """
    _print_schema(name, f"schema {name}")


@click.command("schema")
def site_schema() -> None:
    """Print the JSON Schema of a site configuration, for editors.

    For a file with only the value of `modelConfiguration`, use `modelconfig schema site-model-configuration`.
    """
    _print_schema("site", "site schema")


def _print_schema(name: str, command: str) -> None:
    from modelconfig.documents.known_values import with_known_values
    from modelconfig.documents.loader import load_document
    from modelconfig.jsontext.writer import dump_document
    from modelconfig.schema.embedded import embedded

    comment = f"Printed by `modelconfig {command}`. To update the known model references, print it again."
    whole, definition = _PARTS.get(name, (name, ""))
    printed = {**with_known_values(embedded(f"{whole}.editor"), load_document()), "$comment": comment}
    if definition:
        own_id = printed["$id"].replace(f":{whole}.", f":{name}.")
        description = embedded(whole)["$defs"][definition]["description"]
        printed |= {"$id": own_id, "title": definition, "description": description, "$ref": f"#/$defs/{definition}"}
    echo(dump_document(printed))
