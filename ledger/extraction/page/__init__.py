"""A page as pasted: its blocks, its sentences, and what stands around them."""
