"""Readers of text as functions of bytes. Each raises nothing, and every report of it is printable."""

from __future__ import annotations

import json
import os
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codegen.catalog.yaml.yaml_reader import read_yaml
from modelconfig.analysis.check import check_site
from modelconfig.cli.servers.status_fetch import parse_status
from modelconfig.cli.servers.status_text import render_status
from modelconfig.diagnostics.problem import has_errors, in_file
from modelconfig.diagnostics.render.formats import FORMATS, render
from modelconfig.documents.lint import document_rules
from modelconfig.documents.loader import examine, load_document
from modelconfig.jsontext.reader import NOTHING, decode, parse_json
from modelconfig.server.instance.feature_flags import read_feature_flags
from modelconfig.server.instance.tokens import Tokens
from modelconfig.site.legacy.conversion import convert_site
from modelconfig.site.masking import mask_of
from modelconfig.site.site_file import parse_site
from modelconfig.views.client_view import client_view
from modelconfig.views.server_view import server_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modelconfig.diagnostics.problem import Problem

NAME = "a\n\x1b[1m\u202e.json"


def read_json_text(data: bytes) -> None:
    """Read JSON: an object equals that of the standard library unless a problem is reported."""
    source, problems = decode(data, NAME)
    if source is None:
        assert_reported(problems, "")
        return
    value, problems = parse_json(source.text)
    assert_reported(in_file(problems, NAME), source.text)
    assert (value is NOTHING) <= has_errors(problems)
    if not problems:
        assert value == json.loads(source.text)


def read_document(data: bytes) -> None:
    """Read a model configuration, check it with every rule, and make its views."""
    source, value, problems = examine(data, NAME, 50)
    assert_reported(problems, source.text if source else "")
    if not has_errors(problems):
        assert_reported(document_rules.check(value), "")
        client_view(value)
        server_view(value)


def read_site_text(data: bytes) -> None:
    """Read a site configuration, JSON with comments, check it and convert it."""
    text = data.decode("utf-8", "replace")
    file, problems = parse_site(text, NAME)
    if file is not None:
        problems = [*problems, *file.place(check_site(_base(), file.value))]
        convert_site(file.value)
    assert_reported(problems, text, masked=True)


def read_yaml_text(data: bytes) -> None:
    """Read YAML as the catalogue's source is read."""
    text = data.decode("utf-8", "replace")
    _, problems = read_yaml(text)
    assert_reported(in_file(problems, NAME), text)


def read_tokens(data: bytes) -> None:
    """Read a file of tokens, and check headers with its lines."""
    path = _file(data)
    tokens = Tokens(path, {})
    tokens.read()
    assert_reported(tokens.problems, "")
    valid = 0
    for line in data.decode("utf-8", "replace").split("\n"):
        valid += tokens.admits(f"token {line.strip()}")
    assert valid <= len(data)
    assert not tokens.admits("token guessed-by-a-stranger")


def read_flags(data: bytes) -> None:
    """Read a file of feature flags."""
    flags, problems = read_feature_flags(_file(data))
    assert (flags is None) == has_errors(problems)
    assert_reported(problems, "")


def read_status(data: bytes) -> None:
    """Read the response of a server to `modelconfig status`, and print it."""
    status = parse_status(data)
    if status is not None:
        assert_printable(render_status(status, "http://127.0.0.1/\x1b[1m"))


def assert_reported(problems: Sequence[Problem], text: str, *, masked: bool = False) -> None:
    """Assert that every format of a report is printable, and each location within the text."""
    masks = {NAME: mask_of(text)} if masked else None
    for name in FORMATS:
        assert_printable(render(problems, name, sources={NAME: text}, masks=masks))
    lines = text.count("\n") + 1
    assert all(problem.line is None or 1 <= problem.line <= lines for problem in problems if text)


def assert_printable(text: str) -> None:
    """Assert that a text has no unprintable characters other than line breaks."""
    assert text.replace("\n", "").isprintable()


@cache
def _base() -> dict[str, Any]:
    return load_document()


@cache
def _folder() -> Path:
    """Return a folder of this process."""
    return Path(tempfile.mkdtemp(prefix="modelconfig-fuzz-"))


def _file(data: bytes) -> str:
    """Write the bytes to a file that only this user can read, and return its path."""
    path = _folder() / "input"
    path.write_bytes(data)
    os.chmod(path, 0o600)  # noqa: PTH101  # faster, and called for each input
    return str(path)
