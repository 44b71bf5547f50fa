function orderDocument(customer, tile, quantity, remark) {
  if (quantity < 1) {
    throw new Error('quantity must be at least 1');
  }
  const extra = remark ? `\n  <remark>${remark}</remark>` : '';
  return `<order customer="${customer}">
  <line quantity="${quantity}">${tile}</line>${extra}
</order>`;
}

module.exports = { orderDocument };
