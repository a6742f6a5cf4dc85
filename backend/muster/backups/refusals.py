"""Why a backup is not made or not put in place."""


class BackupRefused(Exception):
    """Nothing was changed, and this is why: a sentence for whoever typed the command."""
