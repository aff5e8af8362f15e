"""The conformance kit: documents with the verdict of each profile, derived from any schema of the dialect."""
