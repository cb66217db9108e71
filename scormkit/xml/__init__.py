"""What XML asks of everyone who writes or reads it here: legal text, and the schemas."""
