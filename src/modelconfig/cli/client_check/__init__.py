"""The command `client-check`: what an update of vendored TypeScript definitions means for a client team."""
