"""Fingerprints of results, by which a service knows one again after the draft around it has changed."""

from __future__ import annotations

import unicodedata
from collections import Counter
from hashlib import sha256


class Fingerprints:
    """Tells results of one run apart by rule, path, fact and sentence, and equal ones by their order.

    No line number has part in it, nor how the sentence is spaced or capitalised.
    """

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self._seen: Counter[str] = Counter()

    def take(self, rule: str, path: str, fact_id: str, text: str) -> str:
        """Return the next fingerprint for these: 32 hexadecimal digits, a colon, the number of the occurrence."""
        normal = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
        content = "\0".join((rule, path, fact_id, normal)).encode("utf-8", "surrogatepass")
        digest = sha256(content).hexdigest()[:32]
        self._seen[digest] += 1
        return f"{digest}:{self._seen[digest]}"
