"""Two assessments of one framework: what moved from the first to the second, by how much, and because of what."""
