"""Settings of all tests."""

from __future__ import annotations

from hypothesis import settings

# Machines differ and are shared: how long one example takes is no finding.
settings.register_profile("project", deadline=None)
settings.load_profile("project")
