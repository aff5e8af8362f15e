"""The active configuration of a running server, and the candidates for the next one."""
