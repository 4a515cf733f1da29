"""Finding the claims a statement may belong to: tokens in, scored matches with reasons out. Pure."""
