"""Exact, explainable scores."""
