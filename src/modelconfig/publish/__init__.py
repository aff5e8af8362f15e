"""A document as a tree of immutable files for web servers and object storage."""
