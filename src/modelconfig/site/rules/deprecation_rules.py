"""Rules on settings that are deprecated, or that a newer one overrides."""

from collections.abc import Iterator, Mapping
from typing import Any

from modelconfig.diagnostics.rule import Finding, object_property
from modelconfig.jsontext.pointers import join
from modelconfig.schema.properties import successors
from modelconfig.site.shapes import SECTION
from modelconfig.site.site_context import SiteContext


def ignored_completions(site: SiteContext) -> Iterator[Finding]:
    """Find the older section where the newer one replaces it."""
    if site.section is not None and site.root.get("completions") is not None:
        message = f'"completions" is ignored because "{SECTION}" is set'
        yield Finding("/completions", message, 'Remove "completions".', at_key=True)


def deprecated_property(site: SiteContext) -> Iterator[Finding]:
    """Find properties that have a successor."""
    if site.section is None:
        convert = " Run `modelconfig site convert` to create it."
        yield from _deprecated("SiteConfiguration", site.root, "", convert)
        yield from _deprecated("CompletionsConfiguration", object_property(site.root, "completions"), "/completions")
    else:
        yield from _deprecated("SiteModelConfiguration", site.section, join("", SECTION))
    for pointer, value, _ in site.model_settings():
        yield from _deprecated("ModelCostOverride", object_property(value, "modelCost"), join(pointer, "modelCost"))


def _deprecated(definition: str, value: Mapping[str, Any], pointer: str, how: str = "") -> Iterator[Finding]:
    for name, successor in successors("site", definition).items():
        if value.get(name) not in (None, []):
            yield Finding(
                join(pointer, name), f'"{name}" is deprecated', f'Use "{successor}" instead.{how}', at_key=True
            )
