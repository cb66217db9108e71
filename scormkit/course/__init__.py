"""The compiled course: frozen models without behaviour."""
