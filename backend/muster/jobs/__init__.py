"""Work that goes on without a request: what is due by time, what waits for a worker."""
