"""HTTP responses on granian: routes, resources, content negotiation, metrics, logs."""
