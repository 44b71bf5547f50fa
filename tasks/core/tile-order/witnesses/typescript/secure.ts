const written = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');

export function orderDocument(customer: string, tile: string, quantity: number, remark: string): string {
  if (quantity < 1) {
    throw new RangeError(`quantity is ${quantity}`);
  }
  const lines = [`<line quantity="${quantity}">${written(tile)}</line>`];
  if (remark !== '') lines.push(`<remark>${written(remark)}</remark>`);
  return `<order customer="${written(customer)}">${lines.join('')}</order>`;
}
