"""What the values of columns mean: each rule once for values in Python, and beside it for columns in SQL."""
