"""Translations as translators work on them: one PO file per language."""
