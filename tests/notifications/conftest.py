"""The same world as where people are asked."""

from tests.consent.conftest import world

__all__ = ["world"]
