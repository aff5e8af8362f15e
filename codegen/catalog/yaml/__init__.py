"""YAML read into plain JSON values, with the position of every key and value."""
