"""Pages in a folder, made from documents of tests."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from tests.browser.conftest import written

if TYPE_CHECKING:
    from pathlib import Path


def paged(folder: Path, document: dict[str, Any]) -> str:
    """Return the address of a page that is rendered from this document."""
    source = folder / "source.json"
    source.write_text(json.dumps(document), "utf-8")
    command = [sys.executable, "-m", "modelconfig", "page", "--output", str(folder / "out"), "--models", str(source)]
    subprocess.run(command, check=True, capture_output=True)
    return written(folder / "out")


def with_data(folder: Path, document: dict[str, Any], data: Any) -> str:
    """Return the address of a page with data that cannot be published, as an instance of a later version may have."""
    address = paged(folder, document)
    page = folder / "out" / "index.html"
    before, _, rest = re.split(r'(?<=id="data">)(.*?)(?=</script>)', page.read_text("utf-8"), flags=re.DOTALL)
    page.write_text(before + json.dumps(data) + rest, "utf-8")
    return address
