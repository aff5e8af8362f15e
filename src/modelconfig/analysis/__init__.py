"""Analysis of a site configuration by merging it: every problem, and an explanation of each field."""
