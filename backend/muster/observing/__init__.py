"""What whoever runs Muster can see of it: log lines and figures. Never whom it is about."""
