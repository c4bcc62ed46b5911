"""The vocabulary of the grammar. Written by tools/generate_vocabulary.py from Mosaic's schema; do not edit."""
