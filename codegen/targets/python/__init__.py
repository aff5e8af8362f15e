"""The Python package: dataclasses with a codec, through datamodel-code-generator."""
