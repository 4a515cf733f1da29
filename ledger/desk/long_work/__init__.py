"""Work that takes minutes: cut into parts, shared, and gone on with where it stopped."""
