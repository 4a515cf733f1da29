"""The inbox: pages kept, what they propose, and what people make of it."""
