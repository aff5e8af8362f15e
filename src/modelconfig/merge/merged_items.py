"""The merged models or providers, collected with what changed each of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from modelconfig.documents.queries import is_blank
from modelconfig.merge.layers import Layer
from modelconfig.merge.patches import Patch
from modelconfig.merge.provenance import Trace
from modelconfig.schema.properties import in_order, property_names


@dataclass
class MergedItems:
    """The merged items of one kind, and the traces of the changed ones by index.

    `definition` is the schema's name of an item; `name_of` returns the display name to fill in.
    """

    definition: str
    name_of: Callable[[Mapping[str, Any]], str]
    items: list[dict[str, Any]] = field(default_factory=list)
    traces: dict[int, Trace] = field(default_factory=dict)

    def add(self, before: dict[str, Any] | None, patches: tuple[Patch, ...]) -> dict[str, Any]:
        """Add and return an item of the base with its patches; without any, `before` itself. None makes a new item."""
        after = before or {}
        if patches or is_blank(after.get("displayName")):
            after = dict(after)
            for patch in patches:
                patch.apply(after)
            if is_blank(after.get("displayName")):
                filled_in = Patch(Layer.FILLED_IN, "", {"displayName": self.name_of(after)})
                filled_in.apply(after)
                patches = (*patches, filled_in)
            if before is None or not after.keys() <= before.keys():
                after = in_order(after, property_names("model", self.definition))
            self.traces[len(self.items)] = Trace(before, patches)
        self.items.append(after)
        return after
