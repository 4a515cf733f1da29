"""What a figure is about: its measure, its period, which way it moved."""
