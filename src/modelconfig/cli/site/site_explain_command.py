"""The command `site explain`: which setting each field comes from."""

import click

from modelconfig.cli.completion.document_values import completer, subjects
from modelconfig.cli.options import FILE, output_format_option, reject_repeated_stdin
from modelconfig.cli.output import FINDINGS, echo
from modelconfig.cli.site.site_files import base_option, echo_site_problems, load_base, load_site
from modelconfig.diagnostics.problem import has_errors


@click.command
@click.argument("file", type=FILE)
@click.argument("ref", shell_complete=completer(subjects))
@base_option
@output_format_option
@click.pass_context
def explain(context: click.Context, /, *, file: str, ref: str, base: str | None, format_name: str) -> None:
    """Show each field of REF: its value, what set it, where, and what it replaced.

    REF is a model (provider::apiVersion::modelID, or a modelID that only one model has), a provider's id, or
    `defaultModels`. For a catalogue model that is not offered, the filter that removes it is shown. FILE is JSON with
    comments and trailing commas; - reads standard input. Credentials are never printed. Exit code 1 if FILE cannot be
    merged or REF is unknown, 2 if a file cannot be read.
    """
    reject_repeated_stdin(file, base)
    from modelconfig.analysis.explain import explain_site

    catalogue = load_base(context, base)
    site_file, problems = load_site(context, file)
    explanation = None
    if not has_errors(problems):
        explanation, problems = explain_site(catalogue, site_file, ref)
    if explanation is None:
        echo_site_problems(problems, site_file)
        context.exit(FINDINGS)
    if format_name == "json":
        from modelconfig.jsontext.writer import dump_document

        echo(dump_document(explanation.to_json()))
    else:
        from modelconfig.cli.site.explanation_table import as_table

        echo(as_table(explanation))
    if problems:
        echo_site_problems(problems, site_file)
        context.exit(FINDINGS)
