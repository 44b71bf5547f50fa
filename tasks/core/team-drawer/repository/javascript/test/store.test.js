const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const test = require('node:test');
const settings = require('../src/settings');
const store = require('../src/store');

test.beforeEach(() => {
  settings.drawer = fs.mkdtempSync(path.join(os.tmpdir(), 'drawer-'));
});

test('lists what was saved', () => {
  store.saveFile('red', 'b.txt', 'b');
  store.saveFile('red', 'a.txt', 'a');
  fs.mkdirSync(path.join(settings.drawer, 'red', 'plans'));
  fs.writeFileSync(path.join(settings.drawer, 'red', 'plans', 'c.txt'), 'c');
  assert.deepStrictEqual(store.listFiles('red'), ['a.txt', 'b.txt', 'plans/c.txt']);
});

test('refuses a name that is not plain', () => {
  assert.strictEqual(store.saveFile('red', 'plans/c.txt', 'c'), false);
});
