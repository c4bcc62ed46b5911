"""Benchmarks of Inspect Viz and its peers. Only the standard library is imported at the top of a module that
runs inside a library's own environment."""
