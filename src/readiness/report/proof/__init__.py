"""Holds a report against another of the same inputs: what differs, and where."""
