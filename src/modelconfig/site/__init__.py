"""Site configurations: how an administrator changes which providers and models an instance offers."""

from __future__ import annotations
