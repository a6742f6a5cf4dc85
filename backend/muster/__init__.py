"""Muster: contact lists, participants and their consent for ordered services."""
