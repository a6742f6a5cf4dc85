"""How often an address may try links that lead nowhere. With 256 bits nobody guesses one; this keeps the trying cheap for us."""

from muster.kit.rate import Window, network

_unknown = Window(60, seconds=60)


def count_unknown(ip_address: str | None) -> None:
    """One more; `RateLimited` where it is too often."""
    _unknown.take(network(ip_address))
