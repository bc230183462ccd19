"""The audit: its lines, and the proof by it: every byte restored from OUT and the audit, and both verified."""
