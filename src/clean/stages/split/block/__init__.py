"""A block of lines as units, and what is known of each: read once, told as columns, by compiled code or without."""
