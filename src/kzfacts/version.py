"""The version, in one place: packaging, ``--version`` and the cache key read it here."""

__version__ = "0.1.0"
