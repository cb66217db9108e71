"""SCORM 1.2 and 2004."""
