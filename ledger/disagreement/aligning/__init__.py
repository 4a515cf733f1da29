"""Which figure is set against which, and as intervals: of one sort or not, meeting or apart."""
