"""How sure the cost and the dates of a roadmap are."""
