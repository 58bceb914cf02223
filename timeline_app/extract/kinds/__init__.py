"""What kind of event a clause tells."""
