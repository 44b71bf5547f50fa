"""The diaries of a gardening club."""
