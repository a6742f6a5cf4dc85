"""A partner's address book: contacts, contact lists, suppressed addresses, consent records."""
