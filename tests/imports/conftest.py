"""A world and its files on either database."""

import pytest
from tests.imports.filing import Filing, make_filing
from tests.imports.terminal import Shell, make_shell
from tests.orders.world import World, make_world

from muster.imports import actions
from muster.imports.import_rules import UPLOADS_PER_MINUTE
from muster.kit.rate import Window
from muster.settings import Settings


@pytest.fixture(autouse=True)
def _uploads_of_this_test_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Organizations of all tests are called the same: the first."""
    monkeypatch.setattr(actions, "_uploads", Window(UPLOADS_PER_MINUTE, seconds=60))


@pytest.fixture
async def world(database: Settings) -> World:
    """Two partners and a provider."""
    return await make_world()


@pytest.fixture
def filing(world: World, database: Settings) -> Filing:
    """The partner's uploads."""
    return make_filing(world, database)


@pytest.fixture
async def shell(database: Settings) -> Shell:
    """Somebody with a terminal."""
    return await make_shell(database)
