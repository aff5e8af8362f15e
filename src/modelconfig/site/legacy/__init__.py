"""The older section `completions` of a site configuration, as the `modelConfiguration` that stands for the same.

`convert_site(site)` says which models an instance gets from it, what had to be inferred, and where each part comes
from; `text` writes that down for an administrator.
"""

from __future__ import annotations

from modelconfig.site.legacy.conversion import Converted, convert_site

__all__ = ["Converted", "convert_site"]
