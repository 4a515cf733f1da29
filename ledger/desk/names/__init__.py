"""Names of speakers and outlets: who is meant, how they are spelled, what they are."""
