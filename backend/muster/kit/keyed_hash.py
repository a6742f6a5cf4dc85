"""Hashes that nobody can make, or try addresses against, without this installation's secret: BLAKE2b with a key (RFC 7693)."""

import functools
import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(slots=True)
class _Secret:
    value: bytes | None = None


_secret = _Secret()


def use_secret(secret: bytes) -> None:
    """Say the secret, once and in `app`."""
    _secret.value = hashlib.sha256(secret).digest()


def keyed_hash(purpose: str, *parts: object) -> str:
    """64 hexadecimal digits. The purpose keeps hashes of one use from meaning anything in another."""
    return _begun("\0".join((purpose, *map(str, parts)))).hexdigest()


def keyed_hashes(purpose: str, *parts: object, of: Iterable[str]) -> list[str]:
    """`keyed_hash` with each of these as its last part. What stands before it is hashed once, which saves more than half."""
    begun = _begun("".join(f"{part}\0" for part in (purpose, *parts)))
    hashes = []
    for part in of:
        whole = begun.copy()
        whole.update(part.encode())
        hashes.append(whole.hexdigest())
    return hashes


def _begun(text: str) -> "hashlib.blake2b":
    if _secret.value is None:
        raise RuntimeError("no secret yet: use_secret comes first")
    return hashlib.blake2b(text.encode(), key=_secret.value, digest_size=32)


# Before any secret is said (in a program that keeps nothing): good for as long as the process lives.
_OWN = secrets.token_bytes(32)


def derived_key(purpose: str) -> bytes:
    """32 bytes of this installation's own, for one use."""
    return _derive(_OWN if _secret.value is None else _secret.value, purpose)


@functools.lru_cache(maxsize=16)
def _derive(secret: bytes, purpose: str) -> bytes:
    return hashlib.blake2b(f"key\0{purpose}".encode(), key=secret, digest_size=32).digest()
