"""What is done, denied or came about: contradictions that no pair of figures shows."""
