"""What a run wrote, read back: every byte restored from OUT and the audit, both verified, and the manifest of both."""
