"""CycloneDX bills of materials of the wheel and the npm package."""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


def bills_of_materials(tree: Path, target: Path, project: dict[str, Any], seconds: int) -> None:
    """Write a bill for each package in a folder: the wheel with its locked dependencies, npm's, which has none."""
    time = datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    locks = {name: _locked(tree / "requirements" / f"{name}.txt") for name in ("runtime", "server")}
    dependencies = [
        _component(name, version, scope="required" if name in locks["runtime"] else "optional")
        for name, version in sorted(locks["server"].items())
    ]
    for path, kind, components in (
        (next(target.glob("*.whl")), "pypi", dependencies),
        (next(target.glob("*.tgz")), "npm", []),
    ):
        bill = _bill(path, project, kind, components, time)
        (target / f"{path.name}.cdx.json").write_text(json.dumps(bill, indent=2) + "\n", "utf-8")


def _bill(
    path: Path, project: dict[str, Any], kind: str, components: list[dict[str, Any]], time: str
) -> dict[str, Any]:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    reference = f"pkg:{kind}/{project['name']}@{project['version']}"
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{reference}#{digest}')}",
        "version": 1,
        "metadata": {
            "timestamp": time,
            "component": {
                "type": "library",
                "bom-ref": reference,
                "name": project["name"],
                "version": project["version"],
                "description": project["description"],
                "licenses": [{"license": {"id": project["license"]}}],
                "purl": reference,
                "hashes": [{"alg": "SHA-256", "content": digest}],
            },
        },
        "components": components,
        "dependencies": [{"ref": reference, "dependsOn": [one["bom-ref"] for one in components]}],
    }


def _component(name: str, version: str, *, scope: str) -> dict[str, Any]:
    reference = f"pkg:pypi/{name}@{version}"
    part = {"type": "library", "bom-ref": reference, "name": name, "version": version}
    return {**part, "scope": scope, "purl": reference}


def _locked(lock: Path) -> dict[str, str]:
    """Return the versions of a lock file by name."""
    return dict(_LOCKED.findall(lock.read_text("utf-8")))
