"""The report as slides: what a board is shown in a quarter of an hour."""
