"""Where a score comes from: said once, and laid out as text, as JSON and in the report."""
