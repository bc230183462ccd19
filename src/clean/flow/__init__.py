"""What `pipeline.py` calls in turn: sources are read in blocks, blocks become articles, articles a corpus."""
