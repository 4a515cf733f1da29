"""Numbers as they are written, before anybody knows what they count."""
