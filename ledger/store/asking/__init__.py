"""What the desk asks of the tables."""
