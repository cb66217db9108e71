"""What the LRS keeps, in one SQLite file."""
