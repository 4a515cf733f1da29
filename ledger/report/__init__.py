"""A report as data, then as Markdown. Pure."""
