"""The schema as frozen, language-neutral classes that every emitter reads, and the parser that makes them."""
