"""The command `site explain`: which setting each field comes from."""

from __future__ import annotations

import click

from modelconfig.cli.catalogue_commands import output_format_option
from modelconfig.cli.options import echo_problems, reject_repeated_stdin
from modelconfig.cli.output import FINDINGS, UNUSABLE, echo
from modelconfig.cli.site.site_files import base_option, load_base, read_site_file
from modelconfig.diagnostics.problem import has_errors


@click.command
@click.argument("file")
@click.argument("ref")
@base_option
@output_format_option
@click.pass_context
def explain(context: click.Context, /, *, file: str, ref: str, base: str | None, format_name: str) -> None:
    """Tell of each field of REF its value, what set it and where, and what was there before.

    REF is a model (provider::apiVersion::modelID, or the ModelID alone where only one model has it), a provider's id,
    or `defaultModels`. Of a supplied model that is not offered it tells which filter keeps it out. FILE is JSON with
    comments and trailing commas; - reads standard input. Credentials are never printed. Exit code 1 when FILE cannot be
    merged and when nothing is called REF, 2 when a file cannot be read.
    """
    reject_repeated_stdin(file, base)
    from modelconfig.analysis.explain import explain_site

    catalogue = load_base(context, base)
    read_result = read_site_file(file)
    if read_result.file is None or has_errors(read_result.problems):
        echo_problems(read_result.problems, read_result.source, read_result.mask)
        context.exit(UNUSABLE if read_result.file is None else FINDINGS)
    explanation, problems = explain_site(catalogue, read_result.file, ref)
    if explanation is None:
        echo_problems(problems, read_result.source, read_result.mask)
        context.exit(FINDINGS)
    if format_name == "json":
        from modelconfig.jsontext.writer import dump_document

        echo(dump_document(explanation.to_json()))
        return
    from modelconfig.cli.site.explanation_table import as_table

    echo(as_table(explanation))
