"""Looking things up, and what is shown of them: by reference, by words, as they once stood."""
