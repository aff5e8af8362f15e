"""A base document and a site configuration merged into one document, with the provenance of each field."""
