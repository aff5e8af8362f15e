"""Measures this project and its peers side by side; `nox -s bench` runs it with the pinned peers installed."""
