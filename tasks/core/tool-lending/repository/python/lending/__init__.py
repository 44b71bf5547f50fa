"""A library that lends tools."""
