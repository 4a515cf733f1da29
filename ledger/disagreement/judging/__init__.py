"""The rules for two aligned figures, in the order they are asked."""
