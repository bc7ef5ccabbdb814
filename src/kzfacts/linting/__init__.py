"""Checking drafts: sentences of documents judged in their context, less what is suppressed."""
