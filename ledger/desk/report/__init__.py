"""What goes to print: the report, a statement cited, and what is wanting before."""
