"""The cues at a gap: what stands above and below it."""
