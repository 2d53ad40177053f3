"""The report for a word processor."""
