"""An uploaded file on its way into a contact list."""
