"""The TypeScript package: one self-contained declaration file of the client view."""
