"""Documents as bytes that are prepared once: compressed forms, digests, and what HTTP calls them."""
