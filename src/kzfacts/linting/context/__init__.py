"""Sentences of a draft read in their context, so that each can be judged by itself."""

from kzfacts.linting.context.document import read_in_context
from kzfacts.linting.context.doubt import held_back

__all__ = ["held_back", "read_in_context"]
