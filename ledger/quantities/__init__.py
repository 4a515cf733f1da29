"""Reading quantities: text in, intervals with units and spans out. Pure."""
