"""What is in a log: members, headers, records of samples."""
