"""Preparing a file's rows in a process of its own, beside the one that writes them: on two cores the two run at the same time."""
