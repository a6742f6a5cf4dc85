"""The bus of this process, chosen in `app`: queries that watch something ask for it here."""

from muster.live.bus import Bus


class _Chosen:
    bus: Bus = Bus()


def use_bus(bus: Bus) -> None:
    """Say which bus carries the messages, once and in `app`."""
    _Chosen.bus = bus


def bus() -> Bus:
    """The bus that carries the messages."""
    return _Chosen.bus
