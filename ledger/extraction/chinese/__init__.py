"""Who says it in a Chinese sentence."""
