"""The embedded schemas, and the validation of a JSON value against a schema."""
