"""The file drawer of the teams."""
