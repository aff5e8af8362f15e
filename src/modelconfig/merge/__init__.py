"""A base document and a site configuration merged into one document, with where each field came from.

`merge_site(base, site)` is a pure function on JSON values. The merged document shares with its inputs whatever neither
of them changes, so none of the three may be changed afterwards. `systemPreInstruction` is not merged: a model
configuration has no place for it, and the instance reads it from the site configuration itself.
"""

from __future__ import annotations

from modelconfig.merge.filters import Removal, Rule
from modelconfig.merge.merging import Merged, merge_site
from modelconfig.merge.origins import ABSENT, Absent, Layer, Origin
from modelconfig.merge.provenance import Provenance

__all__ = ["ABSENT", "Absent", "Layer", "Merged", "Origin", "Provenance", "Removal", "Rule", "merge_site"]
