"""Files in and out: JSON Lines, CSV, Markdown."""
