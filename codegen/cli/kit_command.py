"""The command `python -m codegen kit`: schema/ to generated/conformance/."""

from pathlib import Path
from typing import Any

import click

from codegen import pipeline
from codegen.cli.generation import generate, generation_options
from codegen.conformance.kit import FOLDER, generate_kit
from codegen.ir.parsed import ParsedSchemas
from codegen.targets.registry import compiler_exceptions
from modelconfig.diagnostics.problem import Problem


@click.command()
@generation_options
def kit(schema_folder: Path, **options: Any) -> int:
    """Generate the conformance kit: documents, and whether each is valid under each profile of the schema.

    Writes nothing if schema/ has errors.
    """

    def emit(schemas: ParsedSchemas) -> tuple[dict[str, str], list[Problem]]:
        return generate_kit(schemas.derived, compiler_exceptions())

    return generate(pipeline.Product(emit, (FOLDER,)), schema_folder, **options)
