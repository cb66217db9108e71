"""The resources of Communication 2, one file each."""
