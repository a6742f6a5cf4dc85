"""The commands of `muster`, each a thin door: options in, one action, a few lines out. Each loads only what it needs."""
