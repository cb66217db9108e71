"""Publishing to a learning platform: plan, apply, verify, roll back."""
