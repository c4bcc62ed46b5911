"""Reads Mosaic's JSON schema and writes the vocabulary of the Python grammar."""
