"""Templates that somebody else wrote: rendered in a process of their own, which can do little and not for long."""
