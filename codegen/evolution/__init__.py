"""What a schema change breaks, and for whom."""
