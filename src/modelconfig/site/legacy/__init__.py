"""The older section `completions`, converted to the `modelConfiguration` that means the same."""
