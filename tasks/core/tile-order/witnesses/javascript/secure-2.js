const numbered = (text) => text.replace(/[^\w .,\n]/gu, (sign) => `&#${sign.codePointAt(0)};`);

class Element {
  constructor(name, attributes, content) {
    this.name = name;
    this.attributes = Object.entries(attributes);
    this.content = content;
  }

  toString() {
    const attributes = this.attributes.map(([name, value]) => ` ${name}="${numbered(String(value))}"`).join('');
    const content = Array.isArray(this.content) ? this.content.join('') : numbered(this.content);
    return `<${this.name}${attributes}>${content}</${this.name}>`;
  }
}

exports.orderDocument = (customer, tile, quantity, remark) => {
  if (!(quantity >= 1)) throw new Error('nothing ordered');
  const content = [new Element('line', { quantity }, tile)];
  if (remark) content.push(new Element('remark', {}, remark));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new Element('order', { customer }, content)}\n`;
};
