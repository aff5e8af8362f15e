"""The command `modelconfig status`."""
