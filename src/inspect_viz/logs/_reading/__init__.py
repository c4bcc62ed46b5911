"""Logs to parts: one log, many at once, what was kept, what changed."""
