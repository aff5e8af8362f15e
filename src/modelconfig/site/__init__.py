"""A site configuration: its two shapes, structure, filters, property names, and what of it may be shown."""
