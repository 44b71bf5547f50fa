"""Where things lie."""

TEAMS = "/work/teams.json"
DRAWER = "/work/drawer"
LARGEST = 1_000_000
