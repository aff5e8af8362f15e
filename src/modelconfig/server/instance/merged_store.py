"""Save the last good result of an instance, for a start at which the site configuration cannot be used.

Only the client view is saved: it has no server-side property, and so no credential. It is used only for a site
configuration at the same path.
"""

import json
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, ClassVar, Final

from modelconfig.jsontext.writer import canonical
from modelconfig.site.cody_settings import SiteFeatureFlags
from modelconfig.storage.digests import digest
from modelconfig.storage.last_good import LastGoodStore, Unusable, verified
from modelconfig.storage.private_folder import PrivateFolder

NAME: Final = "merged.json"
_FORMAT: Final = 2
_SIZE_LIMIT: Final = 256 << 20
"""Bytes above which a file is not one that an instance wrote."""
_UNSAVED_HINT: Final = (
    "Make the cache folder writable. Until then, a restart with an invalid site configuration has nothing to serve."
)


@dataclass(frozen=True, slots=True)
class LastGood:
    """A result: the client view of the document, the feature flags, and the time since when it was active."""

    document: dict[str, Any] = field(repr=False)
    flags: SiteFeatureFlags
    since: datetime


class MergedStore(LastGoodStore):
    """The file of the last good result in a folder; without a folder it is not saved."""

    subjects: ClassVar = {NAME: "the last good result"}
    unusable = "MC415", "No action needed; it will be rewritten with the next valid site configuration."
    unsaved = "MC416", _UNSAVED_HINT

    def __init__(self, folder: PrivateFolder | None, site_config: str) -> None:
        """Read nothing yet. `site_config` is the path of the site configuration that results are made from."""
        super().__init__(folder)
        # Links are not resolved: a mounted volume replaces them with each change.
        self._site = digest(os.fsencode(os.path.abspath(site_config)))  # noqa: PTH100  # pathlib keeps `..`

    def load_result(self) -> LastGood | None:
        """Return the result of an earlier run, or None if the file is missing or damaged."""
        return self.load(NAME, _SIZE_LIMIT, self._parse)

    def save_result(self, result: LastGood) -> None:
        """Save a result in place of the previous one, unless it is the same.

        An older result that cannot be replaced is removed: it would bring back what was denied since.
        """
        since = result.since.astimezone(UTC).isoformat()
        content = {
            "format": _FORMAT,
            "site": self._site,
            "since": since,
            "switches": result.flags._asdict(),
            "document": result.document,
        }
        content_digest = _digest(content)
        text = json.dumps({"sha256": content_digest, **content}, ensure_ascii=True, separators=(",", ":")) + "\n"
        if not self.save({NAME: text}, content_digest):
            problems = self.problems
            older = self.load_result()
            self.saved, self.problems = None, problems
            if older is None or (older.document, older.flags) != (result.document, result.flags):
                self.remove(NAME)

    def _parse(self, data: bytes) -> LastGood:
        value = verified(data, _digest)
        if value["format"] != _FORMAT:
            raise Unusable("another version of the program wrote it")
        if value["site"] != self._site:
            raise Unusable("it was made from a site configuration at another path")
        self.saved = _digest(value)
        since, flags = datetime.fromisoformat(value["since"]), SiteFeatureFlags(**value["switches"])
        return LastGood(value["document"], flags, since)


def _digest(content: dict[str, Any]) -> str:
    return digest(canonical(content).encode("utf-8", "surrogatepass"))
