"""The embedded LMS: plays a course or any SCORM package and shows every tracking call."""
