"""From gaps to a plan in quarters."""
