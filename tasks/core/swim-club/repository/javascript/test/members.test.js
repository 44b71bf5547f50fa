const assert = require('node:assert');
const test = require('node:test');
const members = require('../src/members');

test('signs in who was added', () => {
  assert.strictEqual(members.add('Ida', 'ida@swim.example', 'long enough'), true);
  assert.strictEqual(members.add('Ida', 'ida@swim.example', 'long enough'), false);
  assert.strictEqual(members.signedIn('ida@swim.example', 'long enough')?.name, 'Ida');
  assert.strictEqual(members.signedIn('ida@swim.example', 'another one'), undefined);
});
