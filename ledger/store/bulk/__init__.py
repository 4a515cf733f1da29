"""Many rows at a time, in and out, with memory flat."""
