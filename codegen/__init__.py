"""Build-time half of the project: schema to types, catalogue to models.json. Never part of the wheel."""
