"""The hand-written schemas: loading, traversal, dialect and the profiles derived from them."""
