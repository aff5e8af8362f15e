"""Rules on a model configuration that its schema cannot say: references, names, budgets, prices, what is public."""
