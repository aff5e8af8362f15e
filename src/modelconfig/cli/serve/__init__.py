"""The commands `modelconfig serve …`."""
