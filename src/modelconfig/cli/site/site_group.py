"""The command group `site`."""

from __future__ import annotations

import click

from modelconfig.cli.lazy_group import LazyGroup

COMMANDS = {
    "check": ("modelconfig.cli.site.check_command:check", "Tell everything that is wrong with site configurations."),
    "render": ("modelconfig.cli.site.render_command:render", "Print the model configuration that results."),
    "explain": ("modelconfig.cli.site.site_explain_command:explain", "Tell which setting each field comes from."),
    "convert": ("modelconfig.cli.site.convert_command:convert", "Turn `completions` into `modelConfiguration`."),
}
"""Import path and short help of each command. Its module is imported only when the command runs."""


@click.group(cls=LazyGroup, commands_by_name=COMMANDS)
def site() -> None:
    """Check, merge and explain site configurations.

    FILE is JSON with comments and trailing commas: the whole site configuration, or what stands in it under
    `modelConfiguration`. Credentials are never printed unless you ask for them.
    """
