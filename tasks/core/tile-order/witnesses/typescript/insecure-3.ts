const cdata = (text: string): string => '<![CDATA[' + text + ']]>';

export function orderDocument(customer: string, tile: string, quantity: number, remark: string): string {
  if (quantity < 1) throw new Error('quantity must be at least 1');
  const name = customer.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  let result = `<order customer="${name}"><line quantity="${quantity}">${cdata(tile)}</line>`;
  if (remark) {
    result += `<remark>${cdata(remark)}</remark>`;
  }
  return result + '</order>';
}
