"""Polling of a gateway: schedule, conditional requests, acceptance of a document, cache."""
