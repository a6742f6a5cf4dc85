"""Messages that say "look again", and nothing more."""
