"""The action register of a roadmap, for the programs in which work is followed up."""
