"""The command group `site`."""

import click

from modelconfig.cli.lazy_group import LazyGroup

COMMANDS = {
    "check": ("modelconfig.cli.site.check_command:check", "Report every problem in site configurations."),
    "render": ("modelconfig.cli.site.render_command:render", "Merge a site configuration into the catalogue."),
    "explain": ("modelconfig.cli.site.site_explain_command:explain", "Show what set each field, and where."),
    "diff": ("modelconfig.cli.site.site_diff_command:site_diff", "Show what changes for users."),
    "list": ("modelconfig.cli.site.site_list_command:site_list", "List the models that users see."),
    "init": ("modelconfig.cli.site.site_init_command:site_init", "Write a commented start of a site configuration."),
    "convert": ("modelconfig.cli.site.convert_command:convert", "Convert `completions` to `modelConfiguration`."),
    "schema": (
        "modelconfig.cli.site.schema_command:site_schema",
        "Print the schema of a site configuration, for editors.",
    ),
}
"""Import path and short help of each command. Its module is imported only when the command runs."""


@click.group(cls=LazyGroup, commands_by_name=COMMANDS)
def site() -> None:
    """Write, check, merge, compare and explain site configurations.

    FILE is JSON with comments and trailing commas: the whole site configuration, or the value of its
    `modelConfiguration`. Credentials are printed only with --reveal-secrets.
    """
