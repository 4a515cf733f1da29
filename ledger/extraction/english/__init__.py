"""Who says it in an English sentence."""
