"""Pure semantic checks: a model in, findings out."""
