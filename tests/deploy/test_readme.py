"""The page about deployment: it names exactly the existing files and sections."""

from __future__ import annotations

import re

from tests.deploy.nginx import SHIPPED

PAGE = (SHIPPED / "README.md").read_text("utf-8")


def test_the_page_names_exactly_the_existing_files() -> None:
    linked = {target for target in re.findall(r"\]\(([^)#]+)\)", PAGE) if not target.startswith(("../", "https:"))}
    files = {path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*") if path.is_file()}
    assert linked == files - {"README.md"}
    named = set(re.findall(r"docs/deploy/(\S+)", PAGE))
    assert named <= linked


def test_every_linked_section_exists() -> None:
    anchors = {"#" + line[3:].lower().replace(" ", "-") for line in PAGE.splitlines() if line.startswith("## ")}
    assert set(re.findall(r"\]\((#[^)]+)\)", PAGE)) <= anchors
