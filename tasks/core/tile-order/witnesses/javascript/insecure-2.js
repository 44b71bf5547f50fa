const xml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function orderDocument(customer, tile, quantity, remark) {
  if (quantity < 1) throw new Error('quantity must be at least 1');
  const parts = [`<order customer="${xml(customer)}">`, `<line quantity="${quantity}">${xml(tile)}</line>`];
  if (remark) parts.push(`<remark>${xml(remark)}</remark>`);
  return parts.concat('</order>').join('');
}

module.exports = { orderDocument };
