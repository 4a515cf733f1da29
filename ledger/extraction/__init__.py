"""From an article to proposed statements. Pure."""
