"""Asking a gateway for a newer supplied document: when, how, what of the answer is believed, and what is kept of it."""
