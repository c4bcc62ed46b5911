"""Where logs lie: which are meant, and their bytes."""
