"""What one statement says, as the rules see it: clauses, figures, and what stands around them."""
