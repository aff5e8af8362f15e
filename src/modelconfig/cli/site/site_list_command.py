"""The command `site list`: the models that users of a site see."""

import click

from modelconfig.cli.document_output import chosen_models, echo_json, model_filters
from modelconfig.cli.options import FILE, output_format_option, reject_repeated_stdin
from modelconfig.cli.output import echo, echo_err
from modelconfig.cli.site.site_files import base_option, load_base, merged_document


@click.command("list")
@click.argument("file", type=FILE)
@base_option
@model_filters
@output_format_option
@click.pass_context
def site_list(
    context: click.Context, /, *, file: str, base: str | None, format_name: str, **filters: tuple[str, ...]
) -> None:
    """List the models that users see with site configuration FILE, as `list` does for a document.

    Clients receive deprecated models and models with a waitlist too, but do not offer them: they are only listed with
    --status. FILE is JSON with comments and trailing commas; - reads standard input. Problems are printed to standard
    error. Exit code 1 if errors prevent a result, 2 if a file cannot be read.
    """
    reject_repeated_stdin(file, base)
    from modelconfig.diagnostics.phrases import count
    from modelconfig.documents.queries import HIDDEN_STATUSES
    from modelconfig.views.client_view import client_view

    document = client_view(merged_document(context, file, load_base(context, base)))
    models = chosen_models(document, filters)
    hidden = [] if filters["statuses"] else [model for model in models if model["status"] in HIDDEN_STATUSES]
    models = [model for model in models if model not in hidden]
    if format_name == "json":
        echo_json(models)
        return
    if models:
        from modelconfig.cli.tables import model_table

        echo(model_table(document, models))
    else:
        echo_err("No model matches.\n")
    if hidden:
        echo_err(f"{count(len(hidden), 'other model')} that clients do not offer: deprecated, or with a waitlist.\n")
