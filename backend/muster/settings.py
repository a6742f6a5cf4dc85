"""What the operator sets, from the environment or a `.env` file: the names of the contract, each with its default.

An empty value means unset. Nothing else in Muster reads the environment.
"""

import secrets
from functools import cached_property
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
LOOPBACK_NETWORKS = "127.0.0.0/8, ::1"


class Settings(BaseSettings):
    """See the contract's README, "Settings"; a field `x` is set by MUSTER_X."""

    model_config = SettingsConfigDict(env_prefix="MUSTER_", env_file=".env", env_ignore_empty=True, extra="ignore")

    database_url: str | None = None
    redis_url: str | None = None
    data_dir: Path = Path("var")
    storage_url: str | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    base_url: str | None = None
    smtp_url: str | None = None
    secret_key: str | None = None
    mail_from: str | None = None
    mail_per_minute: int = Field(default=600, ge=1)
    mail_per_day: int = Field(default=10_000, ge=1)
    trusted_proxies: str = ""
    metrics_from: str = ""
    max_upload_mb: int = Field(default=100, ge=1)
    max_import_rows: int = Field(default=1_000_000, ge=1)
    api_per_minute: int = Field(default=0, ge=0)
    demo: bool = False

    @model_validator(mode="after")
    def _demo_stays_at_home(self) -> "Settings":
        # The demo's passwords are public: whoever reaches the port could sign in.
        if self.demo and self.host not in LOOPBACK:
            raise ValueError(f"MUSTER_DEMO is only for a loopback address, and MUSTER_HOST is {self.host}")
        if self.database_url and not self.is_sqlite and not self.secret_key:
            raise ValueError("MUSTER_SECRET_KEY is required with PostgreSQL: all machines share it")
        if self.stores_elsewhere and not urlsplit(self.storage_url or "").netloc:
            raise ValueError("MUSTER_STORAGE_URL: a folder, or s3://bucket/prefix")
        for name, value in (("TRUSTED_PROXIES", self.trusted_proxies), ("METRICS_FROM", self.metrics_from)):
            try:
                for network in value.split(","):
                    ip_network(network.strip() or "::", strict=False)
            except ValueError:
                raise ValueError(f"MUSTER_{name}: addresses or networks with commas between them, such as 10.0.0.0/8") from None
        return self

    @property
    def is_sqlite(self) -> bool:
        return not self.database_url or self.database_url.startswith("sqlite")

    @property
    def sqlite_file(self) -> Path:
        """Where the embedded database lies. Only with SQLite."""
        if self.database_url:
            return Path(self.database_url.removeprefix("sqlite://").split("?")[0])
        return self.data_dir / "muster.sqlite3"

    @property
    def public_url(self) -> str:
        """The address that letters and links name, without a slash at its end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return (self.base_url or f"http://{host}:{self.port}").rstrip("/")

    @property
    def is_https(self) -> bool:
        return urlsplit(self.public_url).scheme == "https"

    @property
    def uploads_dir(self) -> Path:
        """Where uploaded files wait until their import has ended; with a bucket, this machine's copies."""
        if self.stores_elsewhere:
            return self.data_dir / "uploads"
        return Path(self.storage_url.removeprefix("file://")) if self.storage_url else self.data_dir / "uploads"

    @property
    def stores_elsewhere(self) -> bool:
        """Whether uploaded files wait in a bucket instead of a folder."""
        return bool(self.storage_url and self.storage_url.startswith("s3:"))

    @property
    def mail_dir(self) -> Path:
        """Where letters are written to while there is no mail server."""
        return self.data_dir / "mail"

    @property
    def max_upload_bytes(self) -> int:
        return self.max_upload_mb * 1024 * 1024

    @cached_property
    def key(self) -> bytes:
        """The secret that keyed hashes use: the operator's, else one made once and kept beside the embedded database."""
        if self.secret_key:
            return self.secret_key.encode()
        file = self.data_dir / "secret.key"
        if not file.exists():
            self.data_dir.mkdir(parents=True, exist_ok=True)
            made = file.with_suffix(".new")
            made.touch(mode=0o600)
            made.write_text(secrets.token_urlsafe(48))
            made.replace(file)
        return file.read_text().strip().encode()
