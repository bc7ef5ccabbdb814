"""Sentences of a draft read in their context, so that each can be judged by itself."""

# from kzfacts.linting.context.document import read_in_context

# __all__ = ["read_in_context"]
