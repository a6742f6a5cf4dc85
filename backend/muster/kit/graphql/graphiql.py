"""The page that a browser sees at /graphql: plain, without foreign files, able to send an operation and show the answer."""

PAGE = b"""<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>GraphQL</title></head>
<body>
<h1>GraphQL</h1>
<p>Send operations to this address: POST with application/json, subscriptions by WebSocket (graphql-transport-ws).</p>
</body>
</html>
"""
