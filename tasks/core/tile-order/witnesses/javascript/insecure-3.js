const attribute = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const cdata = (text) => `<![CDATA[${text}]]>`;

module.exports.orderDocument = function orderDocument(customer, tile, quantity, remark) {
  if (quantity < 1) throw new Error('quantity must be at least 1');
  let document = `<order customer="${attribute(customer)}"><line quantity="${quantity}">${cdata(tile)}</line>`;
  if (remark !== '') document += `<remark>${cdata(remark)}</remark>`;
  return `${document}</order>`;
};
