"""What could not be read, and what looks wrong."""
