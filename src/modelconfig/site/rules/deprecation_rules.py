"""Rules on deprecated and ignored settings.

They cover settings that are out of date, and settings that a newer one overrides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from modelconfig.diagnostics.rule import Finding, object_property
from modelconfig.jsontext.pointers import join
from modelconfig.schema.properties import successors
from modelconfig.site.shapes import SECTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from modelconfig.site.site_context import SiteContext


def ignored_completions(site: SiteContext) -> Iterator[Finding]:
    """Find the older section where the newer one replaces it."""
    if site.section is not None and site.root.get("completions") is not None:
        message = f'"completions" is ignored, because there is "{SECTION}"'
        yield Finding("/completions", message, "Remove it.", at_key=True)


def deprecated_member(site: SiteContext) -> Iterator[Finding]:
    """Find properties that have a successor."""
    if site.root.get("completions") is not None and site.section is None:
        hint = "`modelconfig site convert` writes it."
        yield _deprecated("", "completions", successors("site", "SiteConfiguration")["completions"], hint)
        for name, successor in successors("site", "CompletionsConfiguration").items():
            if object_property({"completions": site.root["completions"]}, "completions").get(name) is not None:
                yield _deprecated("/completions", name, successor)
    for name, successor in successors("site", "SiteModelConfiguration").items():
        if (site.section or {}).get(name):
            yield _deprecated(join("", SECTION), name, successor)
    owners = [
        (entry.pointer_to("defaultModelConfig"), object_property(entry.value, "defaultModelConfig"))
        for entry in site.providers
    ]
    owners += [(entry.pointer, entry.value) for entry in site.models]
    owners += [(entry.pointer_to("override"), object_property(entry.value, "override")) for entry in site.self_hosted]
    for pointer, owner in owners:
        cost = object_property(owner, "modelCost")
        for name, successor in successors("site", "ModelCostOverride").items():
            if cost.get(name) is not None:
                yield _deprecated(join(pointer, "modelCost"), name, successor)


def _deprecated(parent: str, name: str, successor: str, how: str = "") -> Finding:
    hint = f'Use "{successor}" in its place. {how}'.strip()
    return Finding(join(parent, name), f'"{name}" is deprecated', hint, at_key=True)
