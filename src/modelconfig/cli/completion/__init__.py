"""Shell completion: the values that are suggested, and how each shell receives them."""
