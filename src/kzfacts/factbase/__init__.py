"""The fact base: dated, cited claims with their sources, the names they use and the words of the field.

`FactBase.load` reads the YAML in ``facts/`` (or a curator's own) into the records of
`kzfacts.factbase.model`, through a compiled cache.
"""

from kzfacts.factbase.base import FactBase
from kzfacts.factbase.edtf import DateSpan
from kzfacts.factbase.model import Citation, Concept, Entity, Fact, Office, Source

__all__ = ["Citation", "Concept", "DateSpan", "Entity", "Fact", "FactBase", "Office", "Source"]
