"""The `Idempotency-Key` header: which mutations were carried out under which key, and what they answered, for 24 hours."""
