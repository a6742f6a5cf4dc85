"""Headings that ask for consent in whole words, and those of consents to something else than being written to."""

from collections.abc import Iterable
from functools import lru_cache

from muster.imports.header_keys import header_key
from muster.imports.header_words import AGREEING, CONTACTING, OTHER_CONSENTS


@lru_cache(maxsize=1)
def _agreements() -> tuple[tuple[str, ...], frozenset[str]]:
    phrases = tuple(f" {header_key(phrase)} " for phrase in AGREEING.split(","))
    return phrases, frozenset(header_key(word) for word in CONTACTING.split(","))


def asks_for_consent(key: str) -> bool:
    """Whether somebody agrees, in whole words, to be written to or called; not to terms, photos or rules alone."""
    phrases, subjects = _agreements()
    words = set(key.split())
    return any(phrase in f" {key} " for phrase in phrases) and not subjects.isdisjoint(words) and not is_other_consent(words)


@lru_cache(maxsize=1)
def _other_consents() -> frozenset[str]:
    return frozenset(header_key(word) for word in OTHER_CONSENTS.split(","))


def is_other_consent(words: Iterable[str]) -> bool:
    """Whether it is about being recorded, tracked, called and the like."""
    return not _other_consents().isdisjoint(words)
