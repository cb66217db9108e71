"""A learning record store for one desk: xAPI 1.0.3 and 2.0 on SQLite."""
