function evaluate(formula, values) {
  return 0;
}

module.exports = { evaluate };
