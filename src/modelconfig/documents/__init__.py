"""A model configuration as a document: loading, queries, references, revisions, prices, differences."""
