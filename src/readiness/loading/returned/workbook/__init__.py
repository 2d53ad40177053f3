"""Workbooks in which people answered."""
