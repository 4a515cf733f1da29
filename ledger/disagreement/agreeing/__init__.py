"""What two reports both give, each in words of its own, and when that bears neither out."""
