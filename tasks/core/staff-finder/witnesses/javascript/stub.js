module.exports = { personFilter: (part, department) => '' };
