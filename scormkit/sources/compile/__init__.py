"""Authors' models -> the compiled course: one small file for each kind of thing."""
