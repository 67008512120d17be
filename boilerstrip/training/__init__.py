"""Gold standards: read them, measure against them."""
