"""The report as Markdown, to be read on a forge or pasted into a page."""
