"""Commands that read documents: `validate`, `list`, `show`, `diff`, `compare`."""
