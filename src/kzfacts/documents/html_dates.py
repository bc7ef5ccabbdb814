"""The day of a page by its head: ``meta`` elements and linked data, best first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from kzfacts.documents.dating import date_in

_META = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "publish-date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "date",
)
_LINKED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')


class PageDates:
    """Collects the dates of a page and tells the best."""

    def __init__(self) -> None:
        self._found: dict[str, date] = {}
        self._linked: date | None = None
        self.shown: date | None = None

    def meta(self, attributes: Mapping[str, str]) -> None:
        """Take in the attributes of a ``meta`` element."""
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        if name.lower() in _META and (found := date_in(attributes.get("content", ""))):
            self._found.setdefault(name.lower(), found)

    def linked(self, data: str) -> None:
        """Take in the content of a script with linked data."""
        if self._linked is None and (match := _LINKED.search(data)):
            self._linked = date_in(match[1])

    def time(self, attributes: Mapping[str, str]) -> None:
        """Take in the attributes of a ``time`` element of the article."""
        if self.shown is None:
            self.shown = date_in(attributes.get("datetime", ""))

    @property
    def best(self) -> date | None:
        """The date of publication, None where the page has none."""
        for name in _META:
            if name in self._found:
                return self._found[name]
        return self._linked or self.shown
