"""The command group `site`."""

import click

from modelconfig.cli.lazy_group import LazyGroup

COMMANDS = {
    "check": ("modelconfig.cli.site.check_command:check", "Report every problem in site configurations."),
    "render": ("modelconfig.cli.site.render_command:render", "Merge a site configuration into the catalogue."),
    "explain": ("modelconfig.cli.site.site_explain_command:explain", "Show what set each field, and where."),
    "convert": ("modelconfig.cli.site.convert_command:convert", "Convert `completions` to `modelConfiguration`."),
    "schema": (
        "modelconfig.cli.site.schema_command:site_schema",
        "Print the schema of a site configuration, for editors.",
    ),
}
"""Import path and short help of each command. Its module is imported only when the command runs."""


@click.group(cls=LazyGroup, commands_by_name=COMMANDS)
def site() -> None:
    """Check, merge and explain site configurations.

    FILE is JSON with comments and trailing commas: the whole site configuration, or the value of its
    `modelConfiguration`. Credentials are printed only with --reveal-secrets.
    """
