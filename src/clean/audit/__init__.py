"""What the audit tells: changes, boundaries, facts of the sources; and what restore knows without being told."""
