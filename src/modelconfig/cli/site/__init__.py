"""The commands `modelconfig site …`."""
