"""The command `site explain`: which setting each field comes from."""

from __future__ import annotations

import click

from modelconfig.cli.catalogue_commands import output_format_option
from modelconfig.cli.output import FINDINGS, UNUSABLE, echo
from modelconfig.cli.site.site_files import BASE_HELP, base_document, echo_problems, read_site_file
from modelconfig.diagnostics.problem import has_errors


@click.command
@click.argument("file")
@click.argument("ref")
@click.option("--base", metavar="FILE", help=BASE_HELP)
@output_format_option
@click.pass_context
def explain(context: click.Context, /, *, file: str, ref: str, base: str | None, format_name: str) -> None:
    """Tell of each field of REF its value, what set it and where, and what was there before.

    REF is a model (provider::apiVersion::modelID, or the ModelID alone where only one model has it), a provider's id,
    or `defaultModels`. Of a supplied model that is not offered it tells which filter keeps it out. FILE is JSON with
    comments and trailing commas; - reads standard input. Credentials are never printed. Exit code 1 when FILE cannot be
    merged and when nothing is called REF, 2 when a file cannot be read.
    """
    if file == base == "-":
        raise click.UsageError("- can be given once: standard input can be read only once.")
    from modelconfig.analysis.explain import explain_site
    from modelconfig.errors import DocumentInvalid

    try:
        catalogue = base_document(base)
    except DocumentInvalid as error:
        echo_problems(error.problems)
        context.exit(UNUSABLE)
    read_result = read_site_file(file)
    if read_result.file is None or has_errors(read_result.problems):
        echo_problems(read_result.problems, read_result)
        context.exit(UNUSABLE if read_result.file is None else FINDINGS)
    explanation, problems = explain_site(catalogue, read_result.file, ref)
    if explanation is None:
        echo_problems(problems, read_result)
        context.exit(FINDINGS)
    if format_name == "json":
        from modelconfig.jsontext.writer import dump_document

        echo(dump_document(explanation.to_json()))
        return
    from modelconfig.cli.site.explanation_table import as_table

    echo(as_table(explanation))
