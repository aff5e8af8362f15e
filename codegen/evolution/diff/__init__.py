"""The structural difference of two schemas: what changed, and which audiences see it."""
