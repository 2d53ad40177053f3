"""The planning problem as a mixed-integer linear model."""
