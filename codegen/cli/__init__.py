"""The command line `python -m codegen`: one file per command."""
