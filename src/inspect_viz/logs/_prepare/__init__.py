"""Functions for data frames of samples: links, models, tasks, scores."""
