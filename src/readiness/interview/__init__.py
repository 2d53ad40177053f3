"""The interview: what is asked next, and what each line that is typed makes of the answers. Its drivers are in cli."""
