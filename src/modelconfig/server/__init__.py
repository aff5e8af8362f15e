"""The gateway and the instance as servers: what they serve, and what runs beside the responses."""
