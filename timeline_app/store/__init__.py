"""The database, and the data package on disk."""
