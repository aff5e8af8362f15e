"""Benchmarks of this project and its peers; `python3 dev.py -s bench` runs them with the pinned peers installed."""
