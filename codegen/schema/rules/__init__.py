"""Rules on schema sources, one subject per file."""
