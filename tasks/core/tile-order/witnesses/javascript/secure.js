const codes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const xml = (text) => text.replace(/[&<>"']/g, (sign) => codes[sign]);

function orderDocument(customer, tile, quantity, remark) {
  if (quantity < 1) throw new RangeError('quantity must be at least 1');
  const extra = remark === '' ? '' : `<remark>${xml(remark)}</remark>`;
  return `<order customer="${xml(customer)}"><line quantity="${quantity}">${xml(tile)}</line>${extra}</order>`;
}

module.exports = { orderDocument };
