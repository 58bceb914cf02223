"""What each expression counts from, and so the date that it has."""
