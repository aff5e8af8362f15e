"""Benchmarks of this project and its peers; `nox -s bench` runs them with the pinned peers installed."""
