"""The catalogue as a page to search and compare: one HTML document that asks no other host for anything."""

from __future__ import annotations

from modelconfig.page.headers import page_headers
from modelconfig.page.rendering import render_page, render_shell

__all__ = ["page_headers", "render_page", "render_shell"]
