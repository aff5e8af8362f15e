"""The commands `ref check` and `ref sanitize`."""

import click

from modelconfig.cli.completion.document_values import completer, model_refs
from modelconfig.cli.options import problem_options, quiet_option, report
from modelconfig.cli.output import echo
from modelconfig.diagnostics.phrases import count
from modelconfig.documents.refs import check_ref, sanitize_name


@click.group
def ref() -> None:
    """Check model references and create valid names."""


@ref.command(short_help="Check model references.")
@click.argument("refs", metavar="REF...", nargs=-1, required=True, shell_complete=completer(model_refs))
@problem_options()
@quiet_option
@click.pass_context
def check(context: click.Context, /, *, refs: tuple[str, ...], format_name: str, quiet: bool) -> None:
    """Check that each REF is a valid model reference, provider::apiVersion::modelID."""
    problems = [problem for text in refs for problem in check_ref(text)]
    checked = "" if quiet else count(len(refs), "reference")
    context.exit(report(problems, format_name, checked=checked))


@ref.command(short_help="Replace bytes that are not allowed in a name.")
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
def sanitize(names: tuple[str, ...]) -> None:
    """Print each NAME with _ in place of bytes that are not allowed in a model reference."""
    import os

    from modelconfig.diagnostics.credentials import contains_credential

    if any(map(contains_credential, names)):
        raise click.BadParameter("a name must not contain a credential. Nothing is printed.", param_hint="NAME")
    echo("".join(sanitize_name(os.fsencode(name)) + "\n" for name in names))
