"""The kinds of values that authors write: how each is read, and its JSON Schema.

Both stand side by side in one class, so that the loader and the schema agree.
"""
