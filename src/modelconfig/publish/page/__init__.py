"""The catalogue as one self-contained HTML page to search and compare."""
