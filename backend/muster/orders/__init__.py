"""Orders, the lists linked to them, their participants and their activity."""
