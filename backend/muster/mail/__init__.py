"""Letters: every one goes through one transactional outbox."""
