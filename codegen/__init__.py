"""Build-time tools: `python -m codegen` turns schema/ into types and catalog/ into models.json."""
