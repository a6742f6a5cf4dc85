"""Organizations, their users, sign-ins and API tokens."""
