// Letters to members, for the mail program of the club.
const fs = require('node:fs');

const settings = { outbox: '/work/outbox.jsonl' };

const send = (to, subject, text) => fs.appendFileSync(settings.outbox, `${JSON.stringify({ to, subject, text })}\n`);

module.exports = { settings, send };
