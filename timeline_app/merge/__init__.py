"""`Mention`s of many articles in, `Event`s out."""
