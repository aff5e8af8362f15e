"""The readers to fuzz, by name. Each is imported only when it runs, so that a fuzzer can instrument its code."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import NamedTuple, TypeAlias, cast

Run: TypeAlias = Callable[[bytes], None]


class FuzzTarget(NamedTuple):
    """A function that reads bytes."""

    module: str
    function: str

    def load(self) -> Run:
        """Return the function."""
        return cast("Run", getattr(importlib.import_module(f"tests.fuzz.{self.module}"), self.function))


TARGETS = {
    "json": FuzzTarget("readers", "read_json_text"),
    "document": FuzzTarget("readers", "read_document"),
    "jsonc": FuzzTarget("readers", "read_site_text"),
    "yaml": FuzzTarget("readers", "read_yaml_text"),
    "tokens": FuzzTarget("readers", "read_tokens"),
    "feature-flags": FuzzTarget("readers", "read_flags"),
    "status": FuzzTarget("readers", "read_status"),
    "polled": FuzzTarget("server_readers", "read_polled"),
    "cache": FuzzTarget("server_readers", "read_cache"),
    "last-good": FuzzTarget("server_readers", "read_last_good"),
    "request": FuzzTarget("server_readers", "read_request"),
}
