"""Versions of one framework: what changed, what that does to answers and scores, and what of old answers still fits."""
