"""Tortoise's SQLite client, with transactions that begin IMMEDIATE.

A deferred transaction that has read cannot begin to write once another process has written: it fails at once with "database is locked",
whatever the busy timeout says. Tortoise finds this module by its name in the configuration ("engine").
"""

from tortoise.backends.base.client import TransactionContext
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionContext, SqliteTransactionWrapper


class ImmediateTransaction(SqliteTransactionWrapper):
    """One writer at a time, decided when the transaction begins."""

    async def begin(self) -> None:
        await self._connection.execute("BEGIN IMMEDIATE")


class ImmediateSqliteClient(SqliteClient):
    """SQLite, writing."""

    def _in_transaction(self) -> TransactionContext:
        return SqliteTransactionContext(ImmediateTransaction(self), self._lock)


client_class = ImmediateSqliteClient
