"""What is generated from the schema: one folder per target."""
