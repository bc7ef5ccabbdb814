"""Comparing readings with facts: retrieval, alignment by aspects, proof; see `kzfacts.matching.comparison`."""
