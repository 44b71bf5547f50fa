const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const test = require('node:test');
const members = require('../src/members');

test('finds a member by the code of the letter', () => {
  members.settings.path = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'choir-')), 'members.json');
  members.save({ ida: { code: 'c-1', email: 'ida@choir.example', street: 'Mill Lane 1' } });
  assert.strictEqual(members.nameWithCode('c-1'), 'ida');
  assert.strictEqual(members.nameWithCode('c-2'), undefined);
});
