"""Who stood in the file before: a table of 64-bit hashes of fixed size, so that a million rows take 16 MB and not a set of a hundred.

Two people of a million have the same hash with a chance of one in 37 million. It is Python's own of a text, SipHash with a key that is
drawn when the process (or the fork server) starts: nobody can choose two identities that meet.
"""

from array import array
from collections.abc import Sequence


class Doubles:
    """Open addressing over `array('q')`, at most half full. 0 means an empty place."""

    def __init__(self, rows: int) -> None:
        size = 1 << max(10, (rows * 2).bit_length())
        self._mask = size - 1
        self._places = array("q", bytes(8 * size))

    def among(self, identities: Sequence[str]) -> list[int]:
        """The places of those who were there before, in this batch or in an earlier one; the others are remembered."""
        found = []
        places, mask = self._places, self._mask
        for index, hashed in enumerate(map(hash, identities)):
            digest = hashed or 1
            place = digest & mask
            while (there := places[place]) and there != digest:
                place = (place + 1) & mask
            if there:
                found.append(index)
            else:
                places[place] = digest
        return found
