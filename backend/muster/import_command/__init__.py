"""`muster import FILE`: an upload without a browser, by the same actions and with the same result."""
