"""The journal: acts, the entries that close them, and what they say of each row."""
