"""What the elements of a page mean for reading it: which are blocks, which are not the article, which are labels."""

from __future__ import annotations

from collections.abc import Mapping

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr progress q s samp small span "
    "strike strong sub sup time tt u var acronym ruby rb".split()
)
"""Elements that do not break a paragraph; all others do."""

SKIPPED = frozenset(
    "script style template noscript nav aside footer form button select option textarea iframe object svg canvas "
    "audio video dialog pre title menu datalist math del s strike rp rt map applet fieldset".split()
)
"""Elements whose content is not the voice of the article."""

_SKIPPED_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar form button tablist "
    "alert status".split()
)
_SKIPPED_WORDS = frozenset(
    "cookie cookies consent gdpr newsletter subscribe subscription share sharing social related breadcrumb breadcrumbs "
    "advert advertisement ads ad promo promoted sponsor sponsored comments sidebar footer menu nav navbar navigation "
    "popup modal banner masthead skip toolbar paywall pagination pager footnote-ref noteref hidden sr visually".split()
)
"""Words in ``class`` or ``id`` of what stands around an article."""

_LABEL_WORDS = frozenset("byline dateline author authors date datetime timestamp credit credits kicker pubdate".split())
_ROOTS = frozenset("html body main article".split())


def is_skipped(tag: str, attributes: Mapping[str, str], *, in_article: bool) -> bool:
    """Say whether an element with all that is in it is left out."""
    if tag == "header":
        return not in_article
    if tag in SKIPPED or "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if tag in _ROOTS:
        return False
    if attributes.get("role", "") in _SKIPPED_ROLES:
        return True
    if "display:none" in attributes.get("style", "").replace(" ", ""):
        return True
    return bool(_words(attributes) & _SKIPPED_WORDS)


def is_labelled(attributes: Mapping[str, str]) -> bool:
    """Say whether an element is a byline or dateline by its class."""
    return bool(_words(attributes) & _LABEL_WORDS) or attributes.get("itemprop") in {"author", "datePublished"}


def _words(attributes: Mapping[str, str]) -> set[str]:
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
    return set(names.replace("-", " ").replace("_", " ").split())
