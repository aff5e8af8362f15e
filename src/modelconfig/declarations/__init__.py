"""The clients' TypeScript declarations, read as data: what changed between two copies, and whom that can break."""
