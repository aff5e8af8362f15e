"""The companion of a model configuration: the sources of its values, and the exceptions of its catalogue."""
