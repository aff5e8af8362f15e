"""What a change of the schema breaks, and for whom."""
