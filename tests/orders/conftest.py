"""A world on either database."""

import pytest
from tests.orders.world import World, make_world

from muster.settings import Settings


@pytest.fixture
async def world(database: Settings) -> World:
    """Two partners and a provider."""
    return await make_world()
