"""What a browser sees at /graphql: GraphiQL, where it has been built; else a plain page that says how the address is used."""

from pathlib import Path

PLAIN = b"""<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>GraphQL</title></head>
<body>
<h1>GraphQL</h1>
<p>Send operations to this address: POST with application/json, subscriptions by WebSocket (graphql-transport-ws).</p>
</body>
</html>
"""


def page(built: Path | None) -> bytes:
    """Read anew each time, a kilobyte: whoever builds it while the server runs sees what they built."""
    return built.read_bytes() if built and built.is_file() else PLAIN
