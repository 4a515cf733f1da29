"""The inverted index: which documents hold a token."""
