"""The command `python -m codegen types`: schema/ to generated/ and docs/reference/."""

from typing import Any

import click

from codegen import pipeline
from codegen.cli.generation import generate, generation_options


@click.command()
@generation_options
def types(**options: Any) -> int:
    """Generate the types of each language, the derived schemas and the reference pages.

    Writes nothing if schema/ has errors. Otherwise replaces every file that differs, and removes files in the generated
    folders that are no longer generated.
    """
    return generate(pipeline.TYPES, **options)
