"""Rules on schema changes: what each change breaks for whom, one subject per file."""
