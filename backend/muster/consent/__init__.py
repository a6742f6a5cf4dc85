"""Asking people for their consent, and their answers."""
