"""What the lines of a story are: its headline, credits, dateline and highlights, and wrapped paragraphs."""
