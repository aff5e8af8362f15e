"""The documentation site as an archive, to read offline or to copy to a web server."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from release.archives import files_of, write_zip


def documentation(tree: Path, target: Path, version: str) -> None:
    """Build the site of a source tree as the session `docs` does, and write its archive."""
    with tempfile.TemporaryDirectory() as temporary:
        site, work = Path(temporary) / "site", Path(temporary) / "doctrees"
        options = ("-b", "html", "-c", "docs/site", "-d", str(work), "-q", "-E", "-W", "--keep-going")
        paths = os.pathsep.join(map(str, (tree / "src", tree / "generated" / "python")))
        # The modules of the tree are documented, not those of the checkout. Sphinx fails in a locale that is missing.
        environment = {**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": "0", "LC_ALL": "C"}
        command = [sys.executable, "-m", "sphinx", *options, ".", str(site)]
        subprocess.run(command, cwd=tree, check=True, env=environment)
        name = f"modelconfig-docs-{version}"
        write_zip(target / f"{name}.zip", name, files_of(site))
