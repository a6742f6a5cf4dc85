"""The figures of this process, in Prometheus' terms. Labels come from our own routes, schema and states alone, so that nobody outside can
make new ones; none names a person or an organization.
"""

from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, disable_created_metrics

REGISTRY: Final = CollectorRegistry()
ProcessCollector(registry=REGISTRY)
disable_created_metrics()  # type: ignore[no-untyped-call]

REQUESTS: Final = Counter(
    "muster_requests",
    "Requests answered; status 0: the client went away first.",
    ("method", "route", "status"),
    registry=REGISTRY,
)
SECONDS: Final = Histogram(
    "muster_request_seconds",
    "From the request's head to the answer's end.",
    ("route",),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30),
    registry=REGISTRY,
)
OPERATIONS: Final = Counter(
    "muster_operations",
    "GraphQL operations run, by the name of the field at their root.",
    ("kind", "name", "outcome"),
    registry=REGISTRY,
)
SOCKETS: Final = Gauge("muster_sockets", "WebSockets that are open and have spoken.", registry=REGISTRY)
SUBSCRIPTIONS: Final = Gauge("muster_subscriptions", "Subscriptions that run.", registry=REGISTRY)
IMPORT_ROWS: Final = Counter("muster_import_rows", "Rows of files, by what became of them.", ("outcome",), registry=REGISTRY)
LETTERS: Final = Counter("muster_letters", "Letters, by what became of them.", ("outcome",), registry=REGISTRY)
