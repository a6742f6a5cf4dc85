"""Passwords as argon2id hashes, made and checked in threads of their own.

Two at a time, so that a flood of sign-ins takes neither all processors nor all memory.
"""

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

# OWASP's least for argon2id: 19 MiB, two passes, one lane. Some 25 ms here; the library's own choice takes 64 MiB a sign-in.
hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1, type=Type.ID)
_threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="password")


async def hash_password(password: str) -> str:
    """What is stored."""
    return await asyncio.get_running_loop().run_in_executor(_threads, hasher.hash, password)


async def verify_password(stored: str | None, password: str) -> bool:
    """Whether it is that password. Without a stored one (no such user) it takes as long and is False."""
    return await asyncio.get_running_loop().run_in_executor(_threads, _verify, stored, password)


def is_outdated(stored: str) -> bool:
    """Whether the hash was made with other figures than today's."""
    return hasher.check_needs_rehash(stored)


def _verify(stored: str | None, password: str) -> bool:
    decoy = _decoy()  # made before the check, known user or not, so that its first making tells nothing
    try:
        hasher.verify(stored or decoy, password)
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


@lru_cache(maxsize=1)
def _decoy() -> str:
    return hasher.hash(secrets.token_hex(16))
