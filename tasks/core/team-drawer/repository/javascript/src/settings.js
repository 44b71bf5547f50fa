// Where things lie.
module.exports = { teams: '/work/teams.json', drawer: '/work/drawer', largest: 1_000_000 };
