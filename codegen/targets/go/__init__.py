"""The Go module: types with a codec that keeps unknown properties."""
