"""The instance: one site's client view, served to clients with a token."""
