"""Records of samples to tables: columns, types, the parts of logs, and what was asked for."""
