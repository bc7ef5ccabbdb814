"""Metamorphic tests: a fact's own sentence changed by rule, and what the change must do to the verdict."""
