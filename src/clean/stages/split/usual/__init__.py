"""What is usual in a source, told by its first lines."""
