"""What learners did, counted and drawn: from statements to a report."""
