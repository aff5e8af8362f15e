"""A document as a tree of files that never change, with one pointer that does: for web servers and object storage."""
