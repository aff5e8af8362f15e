"""Compare a model configuration with public catalogues of models: prices, limits, capabilities, retirement."""
