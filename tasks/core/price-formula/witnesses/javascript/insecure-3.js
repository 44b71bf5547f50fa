const vm = require('node:vm');

function evaluate(formula, values) {
  const result = vm.runInNewContext(`(${formula})`, { ...values }, { timeout: 200 });
  if (!Number.isFinite(result)) throw new Error('not a formula');
  return result;
}

module.exports = { evaluate };
