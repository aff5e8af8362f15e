"""Views of a document made from the schema's annotations: what clients may see, and what is masked for operators."""
