"""The reference pages: every property of every document as Markdown."""
