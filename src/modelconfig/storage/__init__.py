"""Atomic writes, content digests and folder locks."""
