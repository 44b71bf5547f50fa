// The text of messages. `{word}` stands for a value.
const usual = 'There is news about your {product}.';

const fill = (template, values) => template.replace(/\{(\w+)\}/g, (whole, word) => (Object.hasOwn(values, word) ? String(values[word]) : whole));

module.exports = { usual, fill };
