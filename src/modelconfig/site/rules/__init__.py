"""Rules on a site configuration that its schema cannot say, checked against it and the base document."""
