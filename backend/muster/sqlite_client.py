"""Tortoise's SQLite client, with transactions that begin IMMEDIATE.

A deferred transaction that has read cannot begin to write once another process has written: it fails at once with "database is locked",
whatever the busy timeout says. Tortoise finds this module by its name in the configuration ("engine").
"""

import asyncio
from contextvars import ContextVar
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient, TransactionContext
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionContext, SqliteTransactionWrapper
from tortoise.connection import get_connections

# A database of its own that the next transaction finds beside ours, as `staged`.
staged_image: ContextVar[bytes | None] = ContextVar("staged_image", default=None)


class ImmediateTransaction(SqliteTransactionWrapper):
    """One writer at a time, decided when the transaction begins."""

    async def begin(self) -> None:
        if (image := staged_image.get()) is not None:
            connection: Any = self._connection  # its own way to run something in its thread is not annotated
            await connection._execute(connection._conn.deserialize, image, name="staged")
        await self._connection.execute("BEGIN IMMEDIATE")


class Turn(SqliteTransactionContext):
    """The transaction's turn on the one connection, given back whatever becomes of it."""

    async def __aenter__(self) -> TransactionalDBClient:
        """Tortoise keeps the lock for ever where the transaction cannot begin, or is cancelled while it waits to."""
        await self._trxlock.acquire()
        try:
            await self.ensure_connection()
            self.token = get_connections().set(self.connection_name, self.connection)
            try:
                await self.connection.begin()
            except BaseException:
                # A BEGIN that nobody waits for any more may come about all the same: what is asked after it undoes it.
                await asyncio.shield(self.connection._connection.rollback())
                get_connections().reset(self.token)
                raise
        except BaseException:
            self._trxlock.release()
            raise
        client: TransactionalDBClient = self.connection
        return client

    async def __aexit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        """Cancelled, it does not wait for a long statement to end."""
        if exc_type is asyncio.CancelledError:
            await self.connection._connection.interrupt()
        await super().__aexit__(exc_type, exc_val, exc_tb)


class ImmediateSqliteClient(SqliteClient):
    """SQLite, writing."""

    async def create_connection(self, with_db: bool) -> None:
        """With room beside it for what another process hands over."""
        await super().create_connection(with_db)
        if self._connection is not None:
            await self._connection.execute("ATTACH ':memory:' AS staged")

    def _in_transaction(self) -> TransactionContext:
        return Turn(ImmediateTransaction(self), self._lock)


client_class = ImmediateSqliteClient
