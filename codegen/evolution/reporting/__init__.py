"""A report on a schema change as text, JSON, GitHub annotations or Markdown."""
