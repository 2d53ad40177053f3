"""The report: one assessed organisation, as pages for a board or as data for a machine."""
