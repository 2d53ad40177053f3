"""Documents in: text, model, diagnostics."""
