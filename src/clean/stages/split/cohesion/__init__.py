"""How alike texts are by their words: what is said in a source, and in the windows around a gap."""
