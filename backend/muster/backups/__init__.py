"""One archive of everything that the embedded database's installation needs to go on elsewhere."""
