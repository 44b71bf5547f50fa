const assert = require('node:assert');
const test = require('node:test');
const { fill } = require('../src/message');

test('fills in values', () => {
  assert.strictEqual(fill('A {size} {thing}, {unknown}', { size: 'big', thing: 'boat' }), 'A big boat, {unknown}');
});
