"""The office pages of a choir."""
