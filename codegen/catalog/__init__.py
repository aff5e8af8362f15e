"""The hand-edited catalogue, from YAML files to one checked model configuration with its revision.

`sources` reads the files, `rules` checks what their schema cannot say, `expand` makes the document of them,
`exceptions` takes out the warnings that the catalogue accepts, `build` is the whole way; `publish` compares
with what is on disk and writes.
"""
