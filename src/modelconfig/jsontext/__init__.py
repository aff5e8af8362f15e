"""Text to JSON values with positions, and JSON values to text: reader, syntax errors, comments, pointers, writer."""
