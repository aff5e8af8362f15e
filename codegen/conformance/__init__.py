"""The conformance kit: documents with the verdict that each reading of the schema gives on them.

Everything is derived from the schema: what is valid, what has exactly one fault, and where. No validator is asked, so
that validators, codecs and types of every language can be held to the result.
"""
