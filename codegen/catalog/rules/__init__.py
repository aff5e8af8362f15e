"""Rules on the catalogue: its source, lifecycles, values, and what is due on a day."""
