"""Colours: how far two of them stand apart, and a whole palette made of two hues."""
